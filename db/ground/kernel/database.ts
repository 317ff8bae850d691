import type { CivilDate } from '#contract/ground/dates';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** Asynchronous for every engine: what is not awaited does not compile. */
type Drizzle = BaseSQLiteDatabase<'async', { readonly changes: number }>;
/** How the end of the audit chain is asked for where not everybody may read its entries. */
type LastLink = () => Promise<{ readonly sequence: number; readonly hash: string }>;
/** Ways to rows of another unit until the end of the transaction, where a server shows each person those of their own units alone. */
interface AcrossUnits {
  /** The links of the audit with a value of one of these records, whichever person made the entry. */
  readonly linksOf: (ids: readonly string[]) => Promise<number[]>;
  /** At the approved purge of a file, what its author does not see and what is sealed in it. Returns how many rows there were. */
  readonly forget: (fileId: string) => Promise<number>;
  /** The referrals that have a source's number, and whether of the same day; others who ask for one of them wait for the end of the transaction. */
  readonly knownNumbers: (
    asked: readonly { readonly key: string; readonly receivedOn: string }[],
  ) => Promise<{ key: string; unitId: string; receivedOn: string }[]>;
  /** What a transfer to one of the session's units changes of the sender's: the file while it is taken over or once it is, otherwise the corrections. */
  readonly reachTransfer: (transferId: string) => Promise<void>;
  /** The transfers of files that the session's units sent or were offered, by their days, in the order in which they were offered. */
  readonly offersOf: (
    fileIds: readonly string[],
  ) => Promise<{ id: string; proposedOn: CivilDate; decidedOn: CivilDate | null; isGone: boolean }[]>;
  /** The counted months of a unit that once had a file. */
  readonly reachCounts: (unitId: string) => Promise<void>;
  /** The place of the last note of a file, also where it is sealed. */
  readonly lastNote: (investigationId: string) => Promise<number | null>;
  /** Moves the sealed persons of a file to its copy in another unit, without showing them to anyone. */
  readonly moveSealed: (fromFile: string, toFile: string, toUnit: string) => Promise<void>;
}
export type SearchedKind = 'referral' | 'investigation' | 'person';
export interface FoundByWords {
  readonly kind: SearchedKind;
  readonly fileId: string;
}
/** The words by which records are found, as each engine keeps them; they follow their rows by themselves. */
export interface WordSearch {
  /** Records that have every word that is typed, the newest entered first. */
  readonly find: (text: string, most: number) => Promise<readonly FoundByWords[]>;
  /** Referrals and investigations with a part of three characters or more in a number of theirs, the newest entered first; none where only whole words are known. */
  readonly filesNumbered: (part: string, most: number) => Promise<readonly FoundByWords[]>;
  /** Identifiers with one of the parts in them, in the same way. */
  readonly identifiersWith: (parts: readonly string[], most: number) => Promise<readonly string[]>;
  /** Of an entry that was put back, by its number. */
  readonly put: (number: number, kind: SearchedKind, id: string) => Promise<void>;
  /** Of an entry that was taken out. */
  readonly take: (number: number) => Promise<void>;
  /** After a purge: what is left of words that were taken out. */
  readonly forget: () => Promise<void>;
}
/** What an entry of the audit says was done; the id is null where it is of a file that the session may not see. */
export interface Move {
  readonly sequence: number;
  readonly method: string;
  readonly kind: string | null;
  readonly id: string | null;
}
/** Of the entries after one number, where not everybody may read them. */
type MovesSince = (after: number) => Promise<readonly Move[]>;
/** What is asked of sealed records by their numbers, where no connection shows these. */
interface SealedNumbers {
  /** The seals of the unit's files that have one of the numbers, but for punctuation, each with its file's own. */
  readonly sealsOf: (numbers: readonly string[], unitId: string) => Promise<{ number: string; sealId: string }[]>;
  /** Those of the sources' numbers that a sealed referral has, in any unit. */
  readonly keys: (keys: readonly string[]) => Promise<{ key: string; unitId: string }[]>;
}
declare const reading: unique symbol;
declare const writing: unique symbol;

/** A connection that can only read, and through which the case tables show the session's units alone. */
export type ReadDb = Pick<
  Drizzle,
  'select' | 'selectDistinct' | 'with' | '$with' | '$count' | 'all' | 'get' | 'values'
> & {
  readonly [reading]: true;
  readonly search: WordSearch;
  readonly lastLink?: LastLink;
  readonly movesSince?: MovesSince;
  readonly sealed?: SealedNumbers;
};

/** The one connection that writes, inside the transaction that dispatch opened. */
export type WriteTx = Drizzle & {
  readonly [reading]: true;
  readonly [writing]: true;
  readonly search: WordSearch;
  readonly lastLink?: LastLink;
  readonly sealed?: SealedNumbers;
  readonly across?: AcrossUnits;
  /** How many rows go to a server by one statement; absent where one prepared for each row is quicker. */
  readonly rowsAtOnce?: number;
};

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a write owes the audit: which record it changed, and which values. `facts` holds codes, ids and counts only. */
export interface AuditFact {
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly changes?: readonly Change[];
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Audited<T> {
  readonly output: T;
  readonly audit: AuditFact;
  /** Stores, in the same transaction, what refers to the audit entry by its number. */
  readonly recorded?: (sequence: number) => Promise<void>;
}
