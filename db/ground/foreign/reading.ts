import { createHash, type Hash } from 'node:crypto';
import type { FromReader, ToReader } from '#contract/ground/foreign';
import { StoreFailure } from '../kernel/failure.ts';
import type { Job } from '../kernel/job.ts';
import type { ForeignFile, ReaderProcess, StartReader } from './reader.ts';

/** How often the time is looked at, and whether the job was cancelled. */
const gap = 40;

type Said = Extract<FromReader, { type: 'answer' | 'end' | 'failed' }>;

/** One process and the file that it reads now. */
export class Reading {
  private readonly process: ReaderProcess;
  private readonly wait: number;
  private state: 'starting' | 'alive' | 'killed' | 'ended' = 'starting';
  private file: ForeignFile | null = null;
  private onBytes: ((done: number) => void) | undefined;
  private pieces: AsyncIterator<Buffer> | null = null;
  private hash: Hash = createHash('sha256');
  private done = 0;
  private digest = '';
  private isFetching = false;
  private turn = 0;
  private waited = 0;
  private readonly said: Said[] = [];
  private wake: () => void = () => undefined;
  private failed: Error | null = null;

  constructor(start: StartReader, wait: number) {
    this.wait = wait;
    this.process = start({
      onMessage: (message) => {
        this.hear(message);
      },
      onEnd: () => {
        const before = this.state;
        this.state = 'ended';
        if (before === 'starting') this.fail(new StoreFailure('internal'));
        else if (before === 'killed') this.fail(new StoreFailure('locked'));
        else this.fail(new StoreFailure('invalid_input', 'file_takes_too_much_memory'));
      },
    });
  }

  begin(
    message: Omit<Extract<ToReader, { type: 'begin' }>, 'turn'>,
    file: ForeignFile,
    onBytes: ((done: number) => void) | undefined,
  ): void {
    this.file = file;
    this.onBytes = onBytes;
    this.waited = 0;
    this.said.length = 0;
    this.turn += 1;
    this.process.send({ ...message, turn: this.turn });
    this.ask();
  }

  ask(): void {
    this.process.send({ type: 'more', turn: this.turn });
  }

  isAlive(): boolean {
    return this.state === 'alive' && this.failed === null && !this.isFetching;
  }

  /** Of the bytes that were passed on, from the file's beginning to its end. */
  sha256(): string {
    return this.digest;
  }

  kill(): void {
    if (this.state !== 'ended') this.state = 'killed';
    this.fail(new StoreFailure('locked'));
    this.process.kill();
  }

  /** What it says next. Only the time for which it is waited counts as its own. */
  async next(job: Pick<Job, 'checkpoint'> | undefined): Promise<Said> {
    let last = performance.now();
    const watch = setInterval(() => {
      const now = performance.now();
      if (!this.isFetching) this.waited += now - last;
      last = now;
      if (this.waited > this.wait) this.fail(new StoreFailure('invalid_input', 'file_takes_too_long'));
      try {
        job?.checkpoint();
      } catch (error) {
        this.fail(error instanceof Error ? error : new StoreFailure('cancelled'));
      }
    }, gap);
    try {
      for (;;) {
        const said = this.said.shift();
        if (said) return said;
        if (this.failed) throw this.failed;
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    } finally {
      clearInterval(watch);
      // What was spent between two looks counts too.
      if (!this.isFetching) this.waited += performance.now() - last;
    }
  }

  /** Whether it comes to its end at once by itself, asked by a reader that needs no further answer. */
  async isEnding(): Promise<boolean> {
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      this.wake();
    }, gap);
    try {
      for (;;) {
        const said = this.said.shift();
        if (said?.type === 'answer') this.ask();
        else if (said) return said.again;
        else if (late.signal.aborted || this.failed) return false;
        else
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  private fail(error: Error): void {
    this.failed ??= error;
    this.wake();
  }

  private hear(message: FromReader): void {
    switch (message.type) {
      case 'ready':
        if (this.state === 'starting') this.state = 'alive';
        return;
      case 'pull':
        if (message.turn !== this.turn) return;
        void this.fetch(message.fromStart).catch((error: unknown) => {
          this.fail(error instanceof Error ? error : new StoreFailure('internal'));
        });
        return;
      case 'answer':
      case 'end':
      case 'failed':
        this.said.push(message);
        this.wake();
    }
  }

  /** Passes the next piece of the file on. The disk may be slow: that time is not the reader's. */
  private async fetch(fromStart: boolean): Promise<void> {
    if (this.isFetching || this.file === null) return;
    const { turn } = this;
    this.isFetching = true;
    try {
      if (fromStart || this.pieces === null) {
        await this.pieces?.return?.();
        this.pieces = this.file.pieces()[Symbol.asyncIterator]();
        this.hash = createHash('sha256');
        this.done = 0;
      }
      const { done, value } = (await this.pieces.next()) as IteratorResult<Buffer, undefined>;
      if (done === true) {
        this.pieces = null;
        this.digest = this.hash.digest('hex');
        this.process.send({ type: 'piece', turn, bytes: null });
        return;
      }
      this.hash.update(value);
      this.done += value.length;
      this.onBytes?.(this.done);
      this.process.send({ type: 'piece', turn, bytes: value });
    } finally {
      this.isFetching = false;
    }
  }
}
