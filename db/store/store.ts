import type { CheckAnswer } from '#contract/ground/answers';
import type { PageEvent } from '#contract/ground/events';
import type { GrantAccess } from '#contract/store/storeProtocol';
import type { ClockDoubt } from '#contract/store/clock';
import type { NotReached } from '#contract/store/backups';
import type { MovedTo, OtherHere, PlaceAnswer, WorkspacePlace } from '#contract/store/place';
import type { ServerPlace } from '#contract/store/server';
import type { Session } from '#contract/store/session';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { StartReader } from '../ground/foreign/reader.ts';
import { ForeignReaders } from '../ground/foreign/readers.ts';
import { StoreFailure, toFailure } from '../ground/kernel/failure.ts';
import type { Clock } from '../ground/kernel/clock.ts';
import type { NewId } from '../ground/kernel/ids.ts';
import type { RawDatabase } from './sqlite/connection.ts';
import { markDamaged, storeDamage } from './damage.ts';
import {
  holdsAnother,
  keepForeignLog,
  requireSameFiles,
  requireUnwritten,
  watchFiles,
  type WatchedFiles,
} from './fileWatch.ts';
import type { DeskDrafts } from './deskDrafts.ts';
import type { JudgePassphrase } from './passphrase.ts';
import type { Engine } from './engine.ts';
import { folderBeside, storePath } from './folder.ts';
import type { DatabaseKey } from './keySlots.ts';
import type { KeysFile } from './keysFile.ts';
import { PostgresEngine } from './postgres/engine.ts';
import type { ServerFile } from './postgres/serverFile.ts';
import { SqliteEngine } from './sqlite/engine.ts';
import type { ReadDb, WriteTx } from '../ground/kernel/database.ts';
import type { Job } from '../ground/kernel/job.ts';

/** What answers each method by its name, and what runs after each sign-in: handed in by the entry, so that the store knows no feature. */
export interface StoreHandlers {
  readonly reads: object;
  readonly writes: object;
  readonly actions: object;
  readonly afterSignIn: (store: Store) => Promise<void>;
  /** Once a second person has confirmed a restore. */
  readonly afterRestoreConfirmed: (store: Store) => Promise<void>;
}

export interface StoreOptions {
  readonly handlers: StoreHandlers;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly emit: (event: PageEvent) => void;
  readonly checkAnswer: CheckAnswer;
  /** Starts the worker that computes; a path so that the built and the source store each name their own. */
  readonly workerPath: string;
  /** Starts a process that reads files of someone else's. */
  readonly startReader: StartReader;
  /** Builds the fictitious workspaces into a folder; given from outside because they are built through the dispatch itself. */
  readonly prepareDemonstration?: (folder: string, job: Job, again: boolean) => Promise<readonly string[]>;
  /** Makes a PDF; absent where no window can: on the plain command line. */
  readonly print?: (page: PrintedPage) => Promise<Uint8Array>;
  /** The computer's own file of where each workspace's history ended; absent: going back in time is not noticed. */
  readonly seenPath?: string;
  /** Its name; absent: that a workspace was copied or moved is not noticed. */
  readonly computer?: string;
  /** Fewer only in tests: the count is kept in each slot. */
  readonly iterations?: number;
  /** Another only in tests, and where the passphrases of a demonstration are shown on screen. */
  readonly judgePassphrase?: JudgePassphrase;
}

/** What is open between sign-in and lock. */
export class Unlocked {
  readonly key: Buffer;
  /** Of the key: rises each time that it is changed. */
  readonly generation: number;
  readonly engine: Engine;
  session: Session;

  constructor({ key, generation }: DatabaseKey, engine: Engine, session: Session) {
    this.key = key;
    this.generation = generation;
    this.engine = engine;
    this.session = session;
  }

  get tx(): WriteTx {
    return this.engine.tx;
  }

  get read(): ReadDb {
    return this.engine.read;
  }

  get counted(): ReadDb {
    return this.engine.counted;
  }

  /** For what only a server has. */
  get onServer(): PostgresEngine {
    if (!(this.engine instanceof PostgresEngine)) throw new StoreFailure('forbidden', 'workspace_kind');
    return this.engine;
  }

  /** For what only a folder has. */
  get onFolder(): SqliteEngine {
    if (!(this.engine instanceof SqliteEngine)) throw new StoreFailure('forbidden', 'workspace_kind');
    return this.engine;
  }

  get raw(): RawDatabase {
    return this.onFolder.raw;
  }
}

/** Dropped, what was copied is undone. */
export interface Moving {
  readonly hosts: ServerPlace['hosts'];
  readonly confirm: () => Promise<MovedTo>;
  readonly drop: () => Promise<void>;
}

type Around = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs one piece of work after another: two transactions on one connection would be one. */
class WorkQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private readonly around: Around;

  constructor(around: Around = (work) => work()) {
    this.around = around;
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(() => this.around(work));
    this.tail = result.catch(() => undefined);
    return result;
  }
}

/** The state of the store's process: at most one workspace, at most one session. */
export class Store {
  readonly options: StoreOptions;
  readonly queue = new WorkQueue((work) => this.watching(work));
  /** Passphrases are tried one at a time, also where no workspace is unlocked. */
  readonly attempts = new WorkQueue();
  /** One at a time: while one reads, nothing that was written since is copied from the log into the store's file. */
  readonly longReads = new WorkQueue();
  /** By folder. */
  readonly failedAttempts = new Map<string, { readonly failed: number; readonly last: number }>();
  readonly memory = new Map<string, unknown>();
  readonly grants = new Map<string, string>();
  /** Paths that were chosen to be read, and never as a place to write to. */
  readonly readOnly = new Set<string>();
  readonly cancelled = new Set<string>();
  readonly readers: ForeignReaders;
  folder: string | null = null;
  /** Of a workspace on a server, which the folder only names. */
  server: ServerFile | null = null;
  /** Of who is signed in on a server: what it has not confirmed yet. */
  deskDrafts: DeskDrafts | null = null;
  releaseInstance: (() => void) | null = null;
  unlocked: Unlocked | null = null;
  /** Why the store closed by itself; null again from the next sign-in on. */
  private closedBy: StoreFailure | null = null;
  private watched: { readonly unlocked: Unlocked; files: WatchedFiles } | null = null;
  /** Why an older store is opened all the same, as the user gives it with the sign-in. */
  olderReason: string | null = null;
  /** What is another than when this computer last used the folder, until the audit says so. */
  other: OtherHere | null = null;
  /** Why it is opened all the same, as the user gives it with the sign-in. */
  otherReason: string | null = null;
  /** What this computer has seen of the workspace and the store has not, until the audit says so. */
  older: { readonly sequence: number; readonly head: string; readonly generation: number } | null = null;

  /** Why the computer's clock is not believed; null: it is. */
  clockDoubt: ClockDoubt | null = null;
  /** Of a demonstration that is open, which stays on its own day. */
  ownClock: Clock | null = null;
  /** A time that is known, with the steady count that goes on from it. */
  clockKnown: { readonly at: number; readonly steady: number } | null = null;

  /** Where key work that this sign-in finished left an old way in. */
  notReached: readonly NotReached[] = [];
  /** What the user says of a store that was last used elsewhere, as it is given with the sign-in. */
  placeAnswer: PlaceAnswer | null = null;
  /** Of a copy that is only looked at: where its original was. */
  copyOf: WorkspacePlace | null = null;

  /** A copy of the workspace that is made, or waits to be confirmed: until then nothing is written. */
  moving: Moving | null = null;

  /** Makes a backup of an open store whose files were replaced, with the key file as it was: given at the sign-in. */
  rescue: (unlocked: Unlocked, folder: string, keys: KeysFile, now: number) => Promise<void> = () => Promise.resolve();
  /** What this computer keeps of each write into a folder, before it is answered. */
  afterWrite: (unlocked: Unlocked) => void = () => undefined;

  constructor(options: StoreOptions) {
    this.options = options;
    this.readers = new ForeignReaders(options.startReader);
  }

  /** The clock of what is written and read in the workspace; `options.clock` is the computer's. */
  get clock(): Clock {
    return this.ownClock ?? this.options.clock;
  }

  requireFolder(): string {
    if (!this.folder) throw new StoreFailure('locked');
    return this.folder;
  }

  requireUnlocked(): Unlocked {
    if (!this.unlocked) throw this.closedBy ?? new StoreFailure('locked');
    return this.unlocked;
  }

  /** Answers a write only where its files are still the workspace's, and nobody else wrote into the store since the last one. */
  private async watching<T>(work: () => Promise<T>): Promise<T> {
    const { unlocked, folder } = this;
    if (!unlocked || !folder || this.server) return work();
    if (this.watched?.unlocked !== unlocked) this.watched = { unlocked, files: watchFiles(folder, unlocked.raw) };
    const { watched } = this;
    await this.closeOnFailure(watched.files, () => {
      requireUnwritten(folder, unlocked.raw, watched.files);
    });
    const output = await work();
    // A new key comes with new files, and a lock with none.
    if (this.unlocked === unlocked)
      await this.closeOnFailure(watched.files, () => {
        watched.files = requireSameFiles(folder, unlocked, watched.files);
      });
    if (this.unlocked) this.afterWrite(this.unlocked);
    return output;
  }

  private async closeOnFailure(files: WatchedFiles, check: () => void): Promise<void> {
    try {
      check();
    } catch (error) {
      const { folder, unlocked } = this;
      if (unlocked && folder) {
        const now = this.options.clock.now();
        // Another's folder gets neither a backup that its keys do not open nor a mark.
        const isOthers = holdsAnother(folder, files);
        await this.rescue(unlocked, isOthers ? folderBeside(folder, 'rescued', now) : folder, files.keys, now);
        // What lies there now is read whole before anybody signs in to it.
        if (!isOthers) markDamaged(folder);
        keepForeignLog(folder, files, () => {
          this.shut(error instanceof StoreFailure ? error : new StoreFailure('corrupt', 'store_replaced'));
        });
      }
      throw error;
    }
  }

  /** Closes by itself: from here on every call is answered with the failure, and the page learns of it at once. */
  shut(failure: StoreFailure): void {
    this.lock();
    this.closedBy = failure;
    this.options.emit({ type: 'store_closed', failure: toFailure(failure) });
  }

  /** After damage nothing more is written, and the next sign-in reads the whole file first. */
  shutDamaged(failure = new StoreFailure('corrupt')): void {
    if (this.folder) markDamaged(this.folder);
    this.shut(failure);
  }

  /** Returns what the store's file has; null where the failure is about something else. */
  shutIfDamaged(error: unknown): StoreFailure | null {
    const damage = this.folder === null || this.server ? null : storeDamage(error, storePath(this.folder));
    if (damage && this.unlocked) this.shutDamaged(damage);
    return damage;
  }

  /** The only addresses that this process connects to. */
  get peers(): ServerPlace['hosts'] {
    return this.moving?.hosts ?? this.server?.place.hosts ?? [];
  }

  /** A token of a dialog, with the path that was chosen there. */
  grant(token: string, path: string, access: GrantAccess): void {
    this.grants.set(token, path);
    if (access === 'write') this.readOnly.delete(path);
    else this.readOnly.add(path);
  }

  path(grant: string): string {
    const path = this.grants.get(grant);
    if (!path) throw new StoreFailure('forbidden');
    return path;
  }

  /** Forgets everything that was readable; the key is overwritten. */
  lock(): void {
    const { unlocked } = this;
    void this.moving?.drop();
    this.afterWrite = () => undefined;
    this.unlocked = null;
    this.ownClock = null;
    this.deskDrafts = null;
    this.closedBy = null;
    this.memory.clear();
    this.notReached = [];
    this.readers.stop();
    if (!unlocked) return;
    unlocked.engine.close();
    unlocked.key.fill(0);
  }

  close(): void {
    this.lock();
    this.releaseInstance?.();
    this.releaseInstance = null;
    this.folder = null;
    this.server = null;
    this.other = null;
  }
}
