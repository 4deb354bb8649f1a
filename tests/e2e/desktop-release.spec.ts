import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../../build/scripts/build.mjs';
import { runtimeIn } from '../../build/scripts/equipment.mjs';
import { packageFolder } from '../../build/scripts/package.mjs';
import { desktopPlace, endPlace, startProgram } from './desktop-place';
import { expect, test } from './fixtures';
import { openFolder, packagedApp, removeFolder } from './place';

const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)];

/** Switches as they stand in a program, by name. */
async function readFuses(program: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(program);
  const names = {
    runAsNode: FuseV1Options.RunAsNode,
    cookieEncryption: FuseV1Options.EnableCookieEncryption,
    nodeOptions: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    inspection: FuseV1Options.EnableNodeCliInspectArguments,
    onlyFromArchive: FuseV1Options.OnlyLoadAppFromAsar,
    filePrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  };
  return Object.fromEntries(
    Object.entries(names).map(([name, option]) => {
      const state: number | undefined = wire[option];
      expect([off, on], name).toContain(state);
      return [name, state === on];
    }),
  );
}

const hardened = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  onlyFromArchive: true,
  filePrivileges: false,
};

test('a build for tests differs from a release in inspection only', async () => {
  expect(await readFuses(packagedApp())).toEqual({ ...hardened, inspection: true });
});

test('a release cannot be inspected nor given another data folder, and runs no other code', async () => {
  test.setTimeout(180_000);
  const runtime = runtimeIn(process.env['SUPERVISION_DESK_RUNTIME'] ?? '');
  if (runtime === null) throw new Error('no runtime named');
  const folder = await openFolder();
  const place = await desktopPlace();
  try {
    const built = join(folder, 'dist');
    await buildAll({ out: built, only: 'programs', testBuild: false });
    const program = await packageFolder({ built, output: folder, testBuild: false, runtime });
    expect(await readFuses(program)).toEqual({ ...hardened, inspection: false });

    const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nonexistent.js' };
    const release = startProgram({ ...place, app: program, env: { ...place.env, ...env } }, ['--inspect=0']);
    const home = join(place.folder, 'home');
    await expect.poll(() => existsSync(join(home, 'supervision-desk/stamp.json')), { timeout: 30_000 }).toBe(true);
    release.end();
    await release.exit;
    expect(release.output()).not.toContain('Debugger listening');
    expect(readdirSync(place.data)).toEqual([]);
    expect(readdirSync(home).filter((name) => name.includes('执法'))).toEqual([]);
  } finally {
    await endPlace(place);
    await removeFolder(folder);
  }
});
