import type { SQL } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, SealId, UnitId } from '#contract/ground/ids';
import { must } from '../ground/kernel/assert.ts';
import type { ReadDb } from '../ground/kernel/database.ts';

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

/** By its days a transfer of a file, whichever unit it was offered to and whatever of it is sealed. */
export interface Offer {
  readonly id: string;
  readonly proposedOn: CivilDate;
  readonly decidedOn: CivilDate | null;
  /** Whether another unit of the workspace has the file since. */
  readonly isGone: boolean;
}

export interface AuditChain {
  readonly db: ReadDb;
  /** The table of its values: of sealed records too in a folder; a server gives none of these. */
  readonly values: SQL;
}

interface KnownNumber {
  readonly key: string | null;
  readonly unitId: string;
}

/**
 * What each engine does with records in its own way. In a folder a transaction sees the whole workspace; a server shows each person the rows of
 * their own units alone, and lets them reach what a method needs of others until the end of the transaction.
 */
export interface EngineRecords {
  readonly search: WordSearch;
  /** The last link of the audit chain: where the next one hangs. */
  readonly lastLink: () => Promise<{ readonly sequence: number; readonly hash: string }>;
  /** What was done after a link. */
  readonly movesSince: (sequence: number) => Promise<readonly Move[]>;
  /** The links of the chain with a value of one of these records; the ids are those of files and of all that is in them. */
  readonly linksOf: (ids: readonly string[]) => Promise<number[]>;
  readonly auditChain: AuditChain;
  /** At the approved purge of a file, the values of its audit and anyone's drafts of it. Returns how many rows there were. */
  readonly forget: (purged: {
    readonly id: string;
    /** The file and its referrals, and all that is in them. */
    readonly files: readonly string[];
    readonly ids: readonly string[];
  }) => Promise<number>;
  /** The referrals that have a source's number and are not sealed. On a server, others who ask for one of them wait for the end of the transaction. */
  readonly knownNumbers: (
    asked: readonly { readonly key: string; readonly receivedOn: string }[],
  ) => Promise<readonly (KnownNumber & { readonly receivedOn: string })[]>;
  /** Those of the sources' numbers that a sealed referral has, in any unit. */
  readonly sealedNumbers: (keys: readonly string[]) => Promise<readonly KnownNumber[]>;
  /** The seals of a unit's files, each with its file's number: of those at least that have one of the numbers, but for punctuation. */
  readonly sealsOf: (
    numbers: readonly string[],
    unitId: string,
  ) => Promise<readonly { number: string; sealId: SealId }[]>;
  /** The units that one of the session's agreements still funds in a month; of a reading connection. */
  readonly unitsUntil: (month: string) => Promise<ReadonlySet<string>>;
  /** Before a transfer to one of the session's units is decided or put right: the sender's file. */
  readonly reachTransfer: (transferId: string) => Promise<void>;
  /** Before the counted months of a unit that once had a file are changed. */
  readonly reachCounts: (unitId: string) => Promise<void>;
  /** The transfers of files, in the order in which they were offered. */
  readonly offersOf: (fileIds: readonly string[]) => Promise<readonly Offer[]>;
  /** The place of the last note of a file, also where it is sealed; 0 where it has none. */
  readonly lastNote: (investigationId: InvestigationId) => Promise<number>;
  /** Moves the sealed persons of a file to its copy in another unit, with the act that it rests on. */
  readonly moveSealed: (fromFile: string, toFile: string, toUnit: UnitId) => Promise<void>;
}

const records = new WeakMap<ReadDb, EngineRecords>();

/** As an engine opens a connection. */
export function withRecords<T extends ReadDb>(db: T, own: EngineRecords): T {
  records.set(db, own);
  return db;
}

export const recordsOf = (db: ReadDb): EngineRecords => must(records.get(db), 'an engine opened it');
