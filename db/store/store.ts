import type { PageEvent } from '#contract/ground/events';
import type { Session } from '#contract/store/session';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { StartReader } from '../ground/foreign/reader.ts';
import { ForeignReaders } from '../ground/foreign/readers.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { Clock } from '../ground/kernel/clock.ts';
import type { NewId } from '../ground/kernel/ids.ts';
import type { RawDatabase } from './connection.ts';
import { closeReaders, type Readers } from './readers.ts';
import type { WriteTx } from '../ground/kernel/database.ts';
import type { Job } from '../ground/kernel/job.ts';

/** What answers each method by its name, and what runs after each sign-in: handed in by the entry, so that the store knows no feature. */
export interface StoreHandlers {
  readonly reads: object;
  readonly writes: object;
  readonly actions: object;
  readonly afterSignIn: (store: Store) => Promise<void>;
}

export interface StoreOptions {
  readonly handlers: StoreHandlers;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly emit: (event: PageEvent) => void;
  /** Starts the worker that computes; a path so that the built and the source store each name their own. */
  readonly workerPath: string;
  /** Starts a process that reads files of someone else's. */
  readonly startReader: StartReader;
  /** Builds the fictitious workspaces into a folder; given from outside because they are built through the dispatch itself. */
  readonly prepareDemonstration?: (folder: string, job: Job) => Promise<readonly string[]>;
  /** Makes a PDF; absent where no window can: on the plain command line. */
  readonly print?: (page: PrintedPage) => Promise<Uint8Array>;
  /** Fewer only in tests: the count is kept in each slot. */
  readonly iterations?: number;
}

/** What is open between sign-in and lock. */
export interface Unlocked extends Readers {
  readonly key: Buffer;
  readonly raw: RawDatabase;
  readonly tx: WriteTx;
  session: Session;
}

/** Runs one piece of work after another: two transactions on one connection would be one. */
class WriteQueue {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work);
    this.tail = result.catch(() => undefined);
    return result;
  }
}

/** The state of the store's process: at most one workspace, at most one session. */
export class Store {
  readonly options: StoreOptions;
  readonly queue = new WriteQueue();
  readonly memory = new Map<string, unknown>();
  readonly grants = new Map<string, string>();
  readonly cancelled = new Set<string>();
  readonly readers: ForeignReaders;
  folder: string | null = null;
  releaseInstance: (() => void) | null = null;
  unlocked: Unlocked | null = null;

  constructor(options: StoreOptions) {
    this.options = options;
    this.readers = new ForeignReaders(options.startReader);
  }

  requireFolder(): string {
    if (!this.folder) throw new StoreFailure('locked');
    return this.folder;
  }

  requireUnlocked(): Unlocked {
    if (!this.unlocked) throw new StoreFailure('locked');
    return this.unlocked;
  }

  path(grant: string): string {
    const path = this.grants.get(grant);
    if (!path) throw new StoreFailure('forbidden');
    return path;
  }

  /** Forgets everything that was readable; the key is overwritten. */
  lock(): void {
    const { unlocked } = this;
    this.unlocked = null;
    this.memory.clear();
    this.readers.stop();
    if (!unlocked) return;
    closeReaders(unlocked);
    unlocked.raw.close();
    unlocked.key.fill(0);
  }

  close(): void {
    this.lock();
    this.releaseInstance?.();
    this.releaseInstance = null;
    this.folder = null;
  }
}
