import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openFolder } from '../../db/store/signIn.ts';
import { newStore, reached, today, type TestStore } from './store.ts';

const fixture = resolve(import.meta.dirname, '../fixtures/beforeRooms');

/** What is committed is never opened in place: opening writes. */
export const kinds = ['unit', 'coordination'] as const;
export type Kind = (typeof kinds)[number];

export interface KeptDraft {
  readonly login: string;
  readonly form: string;
  readonly subject: string;
  readonly unitId: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}
export interface KeptList {
  readonly login: string;
  readonly list: string;
  readonly held: object;
}
export interface Kept {
  readonly recoveryKey: string;
  readonly entries: number;
  readonly methods: readonly string[];
  readonly drafts: readonly KeptDraft[];
  readonly lists: readonly KeptList[];
}

/** A copy of one of the workspaces, opened and locked, on the day on which it was made. */
export function openCopy(kind: Kind): TestStore {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-before-'));
  const folder = join(parent, 'Test.vigie');
  cpSync(join(fixture, kind), folder, { recursive: true });
  const store = newStore([], today);
  openFolder(store, folder);
  return reached(store, { parent, folder, recoveryKey: kept[kind].recoveryKey, events: [] });
}

/** A copy of the files that were written when the workspaces were made. */
export function copyFiles(into: string): string {
  const folder = join(into, 'files');
  mkdirSync(folder);
  cpSync(join(fixture, 'files'), folder, { recursive: true });
  return folder;
}

interface Signed {
  readonly fingerprint: string;
}
interface KeptFiles {
  readonly pack: Signed & { readonly values: number; readonly unitsAdded: number };
  readonly return: Signed;
  readonly release: Signed;
  readonly reference: Signed & { readonly sha256: string };
}

/** What was in the workspaces, word for word: drafts, lists, and the names of the methods in their audit. And who signed the files. */
export const kept = JSON.parse(readFileSync(join(fixture, 'kept.json'), 'utf8')) as Readonly<Record<Kind, Kept>> & {
  readonly files: KeptFiles;
};

/** By the method, what it answered to each question. */
export type Answers = Record<string, unknown[]>;

/** What each user read in a workspace when it was made. */
export function readThen(kind: Kind): Readonly<Record<string, Answers>> {
  const bytes = gunzipSync(readFileSync(join(fixture, `${kind}.read.json.gz`)));
  return JSON.parse(bytes.toString('utf8')) as Record<string, Answers>;
}

/** Fields of answers that have another name since: the new one, and the one that it had. */
const renamed: Readonly<Record<string, string>> = {};

const isMarked = (text: string): boolean => /fictif/i.test(text);
const isFingerprint = (text: string): boolean => /^[0-9A-F]{4}( [0-9A-F]{4})+$/.test(text);

/** Labels and sentences are no part of what is kept; texts that a user wrote are marked, and are. */
function word(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return '#';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text.slice(-6);
  return isMarked(text) || isFingerprint(text) || /^\S{0,80}$/.test(text) ? text : '~';
}

/** Codes that lists of codes have since. */
const added: readonly unknown[] = ['imported_decision'];

const isOfThen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || !('code' in value) || !added.includes(value.code);

/** The codes, numbers, dates and counts of an answer, by the names of its fields. */
export function figuresIn(value: unknown): unknown {
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return value.filter(isOfThen).map(figuresIn);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]): [string, unknown] => {
    const isLabel = ['en', 'fr'].includes(key) && typeof held === 'string' && !isMarked(held);
    return [renamed[key] ?? key, isLabel ? '~' : figuresIn(held)];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
