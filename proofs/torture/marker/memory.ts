import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

const piece = 16 * 1024 * 1024;

/** A text as V8 and the operating system keep it: a byte or two for each of its characters. */
export const formsOf = (text: string): readonly Buffer[] => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];

/** How often one of the forms is in the readable memory of a process; only root and its parent may look. One that has ended has none. */
export function countInMemory(pid: number, forms: readonly Buffer[]): number {
  if (!existsSync(`/proc/${String(pid)}/maps`)) return 0;
  const regions = readFileSync(`/proc/${String(pid)}/maps`, 'utf8')
    .split('\n')
    .filter((line) => / r/.test(line));
  const memory = openSync(`/proc/${String(pid)}/mem`, 'r');
  const buffer = Buffer.alloc(piece + 256);
  let count = 0;
  try {
    for (const line of regions) {
      const [from = 0, to = 0] = (/^[0-9a-f-]+/.exec(line)?.[0] ?? '')
        .split('-')
        .map((each) => Number.parseInt(each, 16));
      // A little of the next piece is read too, so that nothing hides between two.
      for (let at = from; at < to; at += piece)
        count += countIn(read(memory, buffer, at, Math.min(piece + 256, to - at)), forms);
    }
  } finally {
    closeSync(memory);
  }
  return count;
}

/** Some regions are shown and cannot be read. */
function read(memory: number, buffer: Buffer, at: number, length: number): Buffer {
  try {
    return buffer.subarray(0, readSync(memory, buffer, 0, length, at));
  } catch {
    return buffer.subarray(0, 0);
  }
}

function countIn(bytes: Buffer, forms: readonly Buffer[]): number {
  let count = 0;
  for (const form of forms) for (let at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, at + 1)) count += 1;
  return count;
}

/** Files in the folder that hold one of the forms. */
export function filesWith(folder: string, forms: readonly Buffer[]): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    // A link of Chromium's names no file.
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true && countIn(readFileSync(path), forms) > 0;
  });
}

/** The process and all that descend from it, by their numbers. */
export function treeOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        return [[Number(name), Number(parent)] as const];
      } catch {
        return [];
      }
    });
  const tree = [pid];
  for (const each of tree) tree.push(...parents.filter(([, parent]) => parent === each).map(([child]) => child));
  return tree;
}

/** What the process was started with. */
export function commandOf(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ');
}
