/** How the application is packaged. Used through build/scripts/package.mjs. */
import { join } from 'node:path';
import { fontFolder } from './fonts/ship-fonts.mjs';
import { root } from './scripts/workplace.mjs';

const title = '执法监督工作台';

/**
 * Switches inside the Electron program. A build for tests differs in one: Playwright needs inspection.
 *
 * @param {boolean} testBuild
 * @returns {import('electron-builder').Configuration['electronFuses']}
 */
export function fuses(testBuild) {
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: testBuild,
    // Electron checks the archive's integrity on Windows and macOS only.
    enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  };
}

/**
 * @param {{ built: string, output: string, testBuild: boolean }} options built: folder of the build; output: where packages go
 * @returns {import('electron-builder').Configuration}
 */
export function packaging({ built, output, testBuild }) {
  return {
    appId: 'cn.supervision-desk',
    // The folder that an installation makes; plain letters, since old installers and scripts stumble over others.
    productName: 'supervision-desk',
    artifactName: 'supervision-desk-${version}-${os}-${arch}.${ext}',
    extraMetadata: { homepage: 'app://bureau', author: { name: title, email: 'supervision-desk@localhost' } },
    directories: { output, buildResources: join(root, 'build/icons') },
    files: [{ from: built, to: 'dist', filter: ['page/**', 'electron/**'] }, 'package.json', '!node_modules'],
    // Beside the archive, where a person can read them.
    extraResources: [{ from: fontFolder, to: 'licences/fonts', filter: ['*.txt', '*.md'] }],
    asar: true,
    npmRebuild: false,
    electronLanguages: ['zh-CN', 'en-US'],
    electronFuses: fuses(testBuild),
    publish: null,
    linux: {
      target: ['deb', 'rpm', 'AppImage'],
      icon: join(root, 'build/icons'),
      executableName: 'supervision-desk',
      category: 'Office',
      synopsis: '县级行政执法监督离线工作台',
      maintainer: `${title} <supervision-desk@localhost>`,
      desktop: { entry: { Name: title, Comment: '县级行政执法监督离线工作台', StartupWMClass: 'supervision-desk' } },
    },
    win: { target: ['nsis'], icon: join(root, 'build/icons/256x256.png'), executableName: 'supervision-desk' },
    nsis: {
      oneClick: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      installerLanguages: ['zh_CN'],
      shortcutName: title,
      uninstallDisplayName: title,
    },
  };
}
