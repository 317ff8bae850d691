import { triedBy } from '../../documents/foreign/tried.ts';
import { parseFramework } from './rules.ts';

/** A hundred indicators take some 300 KB. */
const largest = 4 * 1024 * 1024;

export const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\uFEFF/, '');

export const frameworkTried = triedBy('framework', largest, (bytes) => parseFramework(textOf(bytes)));
