import path from 'node:path';

/** Which rooms a room may import from. See README, “架构”. */
const doors = {
  'electron/main': ['electron/main', 'shell', 'domain', 'resources'],
  'electron/preload': ['electron/preload', 'shell'],
  domain: ['domain', 'resources'],
  storage: ['storage', 'domain'],
  exchange: ['exchange', 'domain'],
  shell: ['shell', 'domain'],
  services: ['services', 'domain', 'storage', 'exchange', 'shell'],
  ui: ['ui', 'services', 'domain', 'shell', 'resources'],
};

/** Rooms that may enter only one folder or file of a room they have a door to. */
const narrowDoors = [
  { from: ['electron/main', 'electron/preload'], to: 'shell', only: /^src\/shell\/(contract|file-kinds|page-loaded)$/ },
  { from: ['electron/main'], to: 'resources', only: /^resources\/page-headers\.json$/ },
  { from: ['electron/main', 'shell'], to: 'domain', only: /^src\/domain\/kernel(\/|$)/ },
];

/** Where each package may be used; an unlisted package is refused until somebody decides. */
const packages = {
  vue: ['ui'],
  pinia: ['ui'],
  'vue-router': ['ui'],
  'element-plus': ['ui'],
  '@element-plus/icons-vue': ['ui'],
  echarts: ['ui/charts'],
  dexie: ['storage'],
  'pinyin-pro': ['storage'],
  '@noble/hashes': ['storage', 'exchange'],
  comlink: ['storage', 'exchange', 'services'],
  fflate: ['exchange'],
  '@e965/xlsx': ['exchange'],
  hucre: ['exchange'],
  docx: ['exchange'],
  zod: ['domain', 'shell', 'electron/main'],
  electron: ['electron/main', 'electron/preload'],
};

/** Room of a file, by its path below the project's root; null outside the rooms. */
function roomOf(file) {
  const match = /^(electron\/(?:main|preload)|resources|src\/([a-z]+))(?:\/|$)/.exec(file);
  return match ? (match[2] ?? match[1]) : null;
}

/** Path below the root that a specifier means; null for a package. */
function targetOf(specifier, file) {
  if (specifier.startsWith('@/')) return `src/${specifier.slice(2)}`;
  if (specifier.startsWith('#resources/')) return `resources/${specifier.slice(11)}`;
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  return null;
}

function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function judgePackage(specifier, file, room) {
  if (specifier.startsWith('node:')) return room.startsWith('electron/') ? null : `${room} 不能使用 ${specifier}`;
  const allowed = packages[packageOf(specifier)];
  if (!allowed) return `依赖 ${packageOf(specifier)} 尚未决定可在哪些目录使用（build/lint/rooms.mjs）`;
  const inside = allowed.some((place) => place === room || file.startsWith(`src/${place}/`));
  return inside ? null : `${room} 不能使用 ${packageOf(specifier)}`;
}

/** Nouns of the domain meet only through their folders' index. */
function judgeNoun(target, file, room) {
  const noun = /^src\/domain\/([a-z]+)\/(.+)$/.exec(target);
  if (!noun || noun[2] === 'index') return null;
  const home = room === 'domain' ? /^src\/domain\/([a-z]+)\//.exec(file)?.[1] : null;
  return home === noun[1] ? null : `请从 src/domain/${noun[1]} 的 index 引用，不要深入其内部`;
}

/**
 * Judges one import.
 * @param {string} specifier what is imported
 * @param {string} file importing file, below the project's root, with forward slashes
 * @param {boolean} typeOnly whether only types are imported
 * @returns {string | null} why it is refused
 */
export function judgeImport(specifier, file, typeOnly) {
  const room = roomOf(file);
  if (room === null || room === 'resources') return null;
  const target = targetOf(specifier, file);
  if (target === null) return judgePackage(specifier, file, room);
  const there = roomOf(target);
  if (there === null) return `${room} 不能引用 ${target}`;
  if (typeOnly && room === 'ui' && /^src\/(storage|exchange)\/contract$/.test(target)) return null;
  if (!doors[room]?.includes(there)) return `${room} 不能引用 ${there}`;
  const narrow = narrowDoors.find((door) => door.from.includes(room) && door.to === there);
  if (narrow && !narrow.only.test(target)) return `${room} 只能引用 ${there} 的 ${narrow.only.source}`;
  return judgeNoun(target, file, room);
}

/** ESLint rule: imports follow the arrows between the rooms. @type {import("eslint").Rule.RuleModule} */
export const roomsRule = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}}' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const check = (node, typeOnly) => {
      if (typeof node.source?.value !== 'string') return;
      const reason = judgeImport(node.source.value.split('?')[0], file, typeOnly);
      if (reason !== null) context.report({ node, messageId: 'refused', data: { reason } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
    };
  },
};
