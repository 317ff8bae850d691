import type { UserId } from '#contract/ground/ids';
import type { Session } from '#contract/store/session';
import type { ReadDb, WriteTx } from '../ground/kernel/database.ts';
import type { AuditLine } from './audit/append.ts';

/** Whose writes follow one another: those of the same unit, and those that are about the workspace itself. */
export interface Turn {
  readonly unitIds: readonly string[];
  readonly workspace: boolean;
  /** What the user asked for, where the same may be asked again after an answer was lost: it is then done once. */
  readonly asked?: string | undefined;
}

/** What only one engine has: how it is opened, and how what a session does is kept apart from what others do. */
export interface Engine {
  /** For the store itself, outside of transactions: what is committed, whichever person's it is. */
  readonly tx: WriteTx;
  /** What a page may show. */
  readonly read: ReadDb;
  /** What a figure counts: with it the files that are sealed, of which nothing may be shown. */
  readonly counted: ReadDb;
  /** Whether a transaction of this session is open. */
  readonly isWriting: boolean;
  /** The only place that opens a transaction: undone as a whole on any failure. The work may be asked for again where the engine undid it. */
  readonly transact: <T>(turn: Turn, work: (tx: WriteTx) => Promise<T>) => Promise<T>;
  /** At the end of a write, one more link of the chain: returns its number. */
  readonly append: (tx: WriteTx, line: AuditLine) => Promise<number>;
  /** The same as the very last statement of the write, which answers with `output`. */
  readonly end: (tx: WriteTx, line: AuditLine, output: unknown) => Promise<unknown>;
  /** After a change of what the session may see. */
  readonly scope: (session: Session) => Promise<void>;
  /** Whether one of the ids is of something sealed, whichever unit's. */
  readonly isSealed: (ids: readonly string[]) => Promise<boolean>;
  /** Says which file is open at this desk, or that none is, and tells who else has it open; null where no other desk works. */
  readonly present: (file: string | null) => Promise<UserId[] | null>;
  readonly close: () => void;
}
