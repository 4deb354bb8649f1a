import { spawn } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcessesUsing } from './processes';
import { openFolder, packagedApp, removeFolder } from './place';

/** Where the application runs in a test: its program, and the folder that holds its data, its home and its files. */
export interface DesktopPlace {
  readonly folder: string;
  /** Data folder of the application. */
  readonly data: string;
  /** The packaged program under test. */
  readonly app: string;
  /** What is started: the program itself, or what changes the user first. */
  readonly starter: string;
  readonly env: Record<string, string>;
}

/** A started program, watched from outside. */
export interface Program {
  /** Exit code. */
  readonly exit: Promise<number | null>;
  /** Resolves when its output has this. */
  said(pattern: RegExp): Promise<void>;
  output(): string;
  /** Asks it to end. */
  end(): void;
}

/**
 * Chromium's sandbox does not work for root, so as root the application runs as nobody, through a program that replaces
 * itself with it.
 */
async function starterFor(folder: string): Promise<string> {
  const starter = join(folder, 'start');
  const change =
    process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all -- ' : '';
  await writeFile(starter, `#!/bin/sh\nexec ${change}"$DESK_PROGRAM" "$@"\n`);
  await chmod(starter, 0o755);
  return starter;
}

function environment(folder: string, data: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const home = join(folder, 'home');
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_RUNTIME_DIR: home,
    TMPDIR: home,
    TZ: 'Asia/Shanghai',
    LANG: 'zh_CN.UTF-8',
    SUPERVISION_DESK_DATA: data,
  };
}

/** Makes a new place for the application: data folder, home, folders to open from and to save into. */
export async function desktopPlace(): Promise<DesktopPlace> {
  const folder = await openFolder();
  for (const name of ['data', 'home', 'saved', 'open']) {
    await mkdir(join(folder, name));
    await chmod(join(folder, name), 0o777);
  }
  const data = join(folder, 'data');
  return { folder, data, app: packagedApp(), starter: await starterFor(folder), env: environment(folder, data) };
}

/** Ends what still runs in a place and removes it. */
export async function endPlace(place: DesktopPlace): Promise<void> {
  endProcessesUsing(place.data);
  await removeFolder(place.folder);
}

/** Environment of a place's program. */
export function programEnvironment(place: DesktopPlace): Record<string, string> {
  return { ...place.env, DESK_PROGRAM: place.app };
}

/** Arguments of a place's program: they name the data folder, so that its processes can be found by their command line. */
export function programArguments(place: DesktopPlace): string[] {
  return ['--disable-gpu', `--place=${place.data}`];
}

/** Starts the program as the system would, without Playwright. */
export function startProgram(place: DesktopPlace, args: readonly string[] = []): Program {
  const child = spawn(place.starter, [...args, ...programArguments(place)], {
    env: programEnvironment(place),
    cwd: place.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  return {
    exit,
    said: (pattern) =>
      new Promise((done, fail) => {
        const look = (): void => {
          if (pattern.test(output)) done();
        };
        listeners.add(look);
        look();
        void exit.then((code) => fail(new Error(`ended with ${String(code)} and had said: ${output}`)));
      }),
    output: () => output,
    end: () => child.kill('SIGTERM'),
  };
}
