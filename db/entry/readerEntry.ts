import { isMainThread, parentPort } from 'node:worker_threads';
import type { FromReader, ToReader } from '#contract/ground/foreign';
import { hostReaders } from '../ground/foreign/host.ts';
import { refuseNetwork } from '../ground/foreign/noNetwork.ts';
import { readInThread } from '../ground/foreign/thread.ts';
import { parentOf } from '../ground/kernel/parent.ts';
import { readers } from './readers.ts';

refuseNetwork();
const parent = isMainThread ? parentOf<ToReader, FromReader>() : null;
if (parent) hostReaders(parent, import.meta.filename);
else if (parentPort) readInThread(parentPort, readers);
