import type { AuditMethod } from '#contract/acts';
import type { ActionName, Output, ParsedInput, ReadName, WriteName } from '#contract/index';
import type { ClockDoubt } from '#contract/store/clock';
import type { CivilDate } from '#contract/ground/dates';
import type { BackupReason, HoldingBackup, NotReached } from '#contract/store/backups';
import type { WorkspacePlace } from '#contract/store/place';
import type { UserId } from '#contract/ground/ids';
import type { Session } from '#contract/store/session';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { ForeignReaders } from '../ground/foreign/readers.ts';
import type { Clock } from '../ground/kernel/clock.ts';
import type { Audited, ReadDb, WriteTx } from '../ground/kernel/database.ts';
import type { NewId } from '../ground/kernel/ids.ts';
import type { Job } from '../ground/kernel/job.ts';

/** The clock that a call works with. Where the computer's own is doubtful it gives the later of the two readings, by which less time is left. */
export interface WorkingClock extends Clock {
  readonly doubt: ClockDoubt | null;
  /** What the computer says. */
  readonly computer: () => number;
  /** The day that has come by both readings: nothing ends before it. */
  readonly certainDay: () => CivilDate;
}

export interface Context {
  readonly session: Session;
  readonly clock: WorkingClock;
  readonly newId: NewId;
}

export interface ReadContext extends Context {
  /** Where key work that this sign-in finished left an old way in. */
  readonly notReached: readonly NotReached[];
  /** Of a copy that is only looked at: where its original was. */
  readonly copyOf: WorkspacePlace | null;
  /** Whose backups are the data centre's. */
  readonly isOnServer: boolean;
  /** Where figures are counted from: as the reading connection, with the files that are sealed. Nothing but numbers may come of it. */
  readonly counted: ReadDb;
  readonly job: (jobId: string) => Job;
  /** Runs pure work in a worker thread; rejects with `cancelled` when the job is cancelled, and with the work's own failure. What the work hands over before its end is given to `onEarly`. */
  readonly compute: <T>(task: ComputeTask, job: Job, onEarly?: (output: unknown) => void) => Promise<T>;
  /** Kept until the lock: a preview, a result by the hash of its inputs. */
  readonly memory: Map<string, unknown>;
  /** Prepares and writes what was derived once this call is answered. It is not an act of the user: it is not audited, and it never fails the call. */
  readonly keep: (prepare: () => Promise<(tx: WriteTx) => Promise<void>>) => void;
  /** Writes what was derived, each step in a transaction of its own, once this call is answered; false where it could not. Neither audited nor a failure. */
  readonly derive: (steps: readonly ((tx: WriteTx) => Promise<void>)[]) => Promise<boolean>;
}

/** Work for a worker thread, by the name under which the worker has it. */
export interface ComputeTask {
  readonly name: string;
  readonly input: unknown;
}

/** For work that is more than one transaction or also touches files. */
export interface ActionContext extends ReadContext {
  /** Its own name. */
  readonly method: AuditMethod;
  readonly read: ReadDb;
  /** Queues one audited transaction. */
  readonly transact: <T>(work: (tx: WriteTx) => Promise<Audited<T>>) => Promise<T>;
  /** Overwrites what was deleted since and writes the marks of it beside the store. */
  readonly wipe: () => Promise<void>;
  /** For a certificate of destruction: the backups made before that moment, and from when each is no more. */
  readonly backupsBefore: (at: number) => Promise<HoldingBackup[]>;
  /** Makes a backup before something that cannot be undone. */
  readonly backUp: (reason: BackupReason, job?: Job) => Promise<void>;
  /** Says which file is open at this desk, or that none is, and who else has it open; null where no other desk works. */
  readonly present: (file: string | null) => Promise<UserId[] | null>;
  /** Makes a PDF of a static document; null where nothing can print. */
  readonly print: ((page: PrintedPage) => Promise<Uint8Array>) | null;
  /** What a file of someone else's is read by. */
  readonly readers: ForeignReaders;
  /** The path that the user chose in a dialog. */
  readonly path: (grant: string) => string;
  /** False of a file that was chosen to be read. */
  readonly mayWrite: (path: string) => boolean;
}

export type ReadHandler<M extends ReadName> = (
  db: ReadDb,
  input: ParsedInput<M>,
  context: ReadContext,
) => Promise<Output<M>>;
export type WriteHandler<M extends WriteName> = (
  tx: WriteTx,
  input: ParsedInput<M>,
  context: Context,
) => Promise<Audited<Output<M>>>;
export type ActionHandler<M extends ActionName> = (context: ActionContext, input: ParsedInput<M>) => Promise<Output<M>>;
