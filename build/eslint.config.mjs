import pluginVue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { roomsRule } from './lint/rooms.mjs';

const code = ['src/**/*.ts', 'src/**/*.vue', 'electron/**/*.ts'];

/** The domain gets clock, ids and random as arguments, and knows no page. */
const pure = {
  'no-restricted-globals': [
    'error',
    ...[
      'window',
      'document',
      'navigator',
      'localStorage',
      'indexedDB',
      'fetch',
      'crypto',
      'performance',
      'setTimeout',
      'self',
    ],
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: '时钟作为参数传入' },
    { object: 'Math', property: 'random', message: '随机数作为参数传入' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: '时钟作为参数传入' },
  ],
};

const sizes = {
  'max-params': ['error', 4],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
};

export default tseslint.config(
  { ignores: ['dist/**', 'release/**', 'test-results/**', 'node_modules/**'] },
  ...tseslint.configs.strict,
  ...pluginVue.configs['flat/recommended'],
  {
    files: code,
    plugins: { house: { rules: { rooms: roomsRule } } },
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, projectService: true, extraFileExtensions: ['.vue'] },
    },
    rules: {
      'house/rooms': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      ...sizes,
    },
  },
  { files: ['src/domain/**/*.ts'], rules: pure },
  {
    files: ['**/*.vue'],
    rules: {
      'max-lines-per-function': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      // Layout of templates belongs to the formatter.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
    },
  },
  {
    files: ['tests/**/*.ts', 'build/**/*.mjs', 'vite.config.ts'],
    rules: { 'vue/one-component-per-file': 'off' },
  },
);
