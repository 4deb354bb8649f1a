import { spawnSync } from 'node:child_process';

/** A process of this computer. */
export interface Running {
  readonly id: number;
  /** Full command line. */
  readonly command: string;
}

/**
 * The processes that were started for a profile.
 *
 * @param profile full path of the profile's folder, which stands in their command lines
 */
export function processesUsing(profile: string): readonly Running[] {
  const list = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).stdout;
  return list
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ id: Number(match[1]), command: match[2] ?? '' }))
    .filter(({ command }) => command.includes(profile));
}

/** Kills every process that was started for a profile, without warning: as if the power had gone. */
export function endProcessesUsing(profile: string): void {
  for (const { id } of processesUsing(profile)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended by itself since the list was made.
    }
  }
}
