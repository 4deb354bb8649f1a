import { spawnSync } from 'node:child_process';

/** The processes of this computer: id and full command line. */
function processes(): readonly { id: number; command: string }[] {
  const list = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).stdout;
  return list
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ id: Number(match[1]), command: match[2] ?? '' }));
}

/**
 * Kills every process that was started for a profile, without warning: as if the power had gone.
 *
 * @param profile full path of the profile's folder, which stands in the processes' command lines
 */
export function endProcessesUsing(profile: string): Promise<void> {
  for (const { id, command } of processes()) {
    if (!command.includes(profile)) continue;
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended by itself since the list was made.
    }
  }
  return Promise.resolve();
}
