// Starting other programs, and telling the reader what takes time.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const BIN = join(ROOT, 'node_modules', '.bin');

const PROGRESS_EVERY_MS = 10_000;

/** An error whose message is all that the reader needs: no stack is shown. */
export class SetupError extends Error {}

/** @param {string} message */
export function say(message) {
  process.stdout.write(`${message}\n`);
}

/** Node 24 from node_modules where the platform has that package, otherwise the Node that runs this. */
export function projectNode() {
  const own = join(BIN, 'node');
  return process.platform !== 'win32' && existsSync(own) ? own : process.execPath;
}

/** The command and first arguments that start npm, whatever started us. */
export function npmCommand(environment = process.env) {
  const { npm_node_execpath: node, npm_execpath: npm } = environment;
  if (node && npm?.endsWith('.js')) return { command: node, prefix: [npm], shell: false };
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

/** @param {string} program @returns {string | undefined} its full path */
export function findOnPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/sbin', '/sbin');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/**
 * Runs a program to its end with its output kept; fails with the last lines of that output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, shell?: boolean }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code === 0) return done(output);
      const end = output.trim().split('\n').slice(-15).join('\n');
      fail(new Error(`${command} ended with ${signal ?? `code ${code}`}\n${end}`));
    });
  });
}

/**
 * One line for a step, one more every ten seconds while it lasts.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(title, action) {
  say(`Set-up: ${title}`);
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const ticker = setInterval(() => say(`  ... ${seconds()} s`), PROGRESS_EVERY_MS);
  try {
    return await action();
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Hands the terminal to a program and ends as it ends, signals included.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, detached?: boolean, shell?: boolean }} [options] `detached` gives the
 *   program a process group of its own, which then gets the signals: for wrappers that do not pass them on.
 */
export function become(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (child.exitCode !== null || child.pid === undefined) return;
      if (options.detached) process.kill(-child.pid, signal);
      else child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`${command}: ${error.message}\n`);
    process.exitCode = 127;
  });
  child.on('close', (code, signal) => {
    if (signal === null) return void (process.exitCode = code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
