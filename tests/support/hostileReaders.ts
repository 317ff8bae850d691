import { connect } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { isMainThread, parentPort } from 'node:worker_threads';
import type { FromReader, ToReader } from '#contract/ground/foreign';
import { hostReaders } from '../../db/ground/foreign/host.ts';
import { refuseNetwork } from '../../db/ground/foreign/noNetwork.ts';
import type { AnyReader, ReaderList } from '../../db/ground/foreign/reader.ts';
import { spendThread } from '../../db/ground/foreign/spend.ts';
import { readInThread } from '../../db/ground/foreign/thread.ts';
import { parentOf } from '../../db/ground/kernel/parent.ts';

/** Readers that do what a file of an attacker might make a parser do, in the process that readers have. */

const heldAlive: unknown[] = [];
let files = 0;

const attempt = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

const once = (name: string, work: () => unknown): readonly [string, () => Promise<AnyReader>] => [
  name,
  () =>
    Promise.resolve({
      name,
      read: async function* () {
        yield await work();
      },
    }),
];

const list: ReaderList = Object.fromEntries([
  once('spin', () => {
    for (;;) heldAlive.length = 0;
  }),
  once('heap', () => {
    for (;;) heldAlive.push({ each: heldAlive.length });
  }),
  once('buffers', async () => {
    for (;;) {
      heldAlive.push(Buffer.alloc(8 * 1024 * 1024, 1));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }),
  once('one piece', () => heldAlive.push(Buffer.alloc(6 * 1024 ** 3, 1))),
  once('deep', () => {
    const call = (depth: number): number => call(depth + 1) + 1;
    return call(0);
  }),
  once('throws', () => {
    throw new TypeError('what the file says');
  }),
  once('exits', () => process.exit(0)),
  once('long', () => 'x'.repeat(10 * 1024 * 1024)),
  once('counts', () => (files += 1)),
  once('spends', () => {
    spendThread();
    return (files += 1);
  }),
  once('escapes', async () => ({
    environment: process.env,
    reads: await attempt(() => readFileSync('/etc/hostname')),
    writes: await attempt(() => {
      writeFileSync('/tmp/vigie-reader-wrote', 'x');
    }),
    starts: await attempt(() => execFileSync('/bin/true')),
    connects: await attempt(() => connect(1, '127.0.0.1')),
    fetches: await attempt(() => fetch('http://127.0.0.1:1/')),
  })),
  [
    'flood',
    () =>
      Promise.resolve({
        name: 'flood',
        read: async function* () {
          for (;;) yield await Promise.resolve('x'.repeat(8 * 1024 * 1024));
        },
      }),
  ],
  [
    'bytes',
    () =>
      Promise.resolve({
        name: 'bytes',
        read: async function* (file) {
          let length = 0;
          for await (const piece of file.pieces()) length += piece.length;
          yield length;
        },
      }),
  ],
] satisfies (readonly [string, () => Promise<AnyReader>])[]);

refuseNetwork();
const parent = isMainThread ? parentOf<ToReader, FromReader>() : null;
if (parent) hostReaders(parent, import.meta.filename);
else if (parentPort) readInThread(parentPort, list);
