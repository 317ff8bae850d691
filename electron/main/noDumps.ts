import { spawn } from 'node:child_process';

/**
 * Where the system is set to keep what a process had in memory when it falls, case text and keys would be in the dump. Linux lets the process
 * be excepted, and what it starts with it; the other systems keep none unless an administrator asks for them.
 */
export function refuseDumps(pid: number): void {
  if (process.platform !== 'linux') return;
  // Where the program is missing, the system's own setting holds.
  spawn('prlimit', ['--core=0:0', '--pid', String(pid)], { stdio: 'ignore', env: {} }).once('error', () => undefined);
}
