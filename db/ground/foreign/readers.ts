import { z } from 'zod';
import { errorCodes, errorReasons } from '#contract/ground/errors';
import { foreignLimits } from '#contract/ground/foreign';
import { StoreFailure } from '../kernel/failure.ts';
import type { Job } from '../kernel/job.ts';
import type { ForeignFile, ForeignReader, StartReader } from './reader.ts';
import { Reading } from './reading.ts';

export interface Follow {
  /** Its cancellation ends the reader at once. */
  readonly job?: Pick<Job, 'checkpoint'> | undefined;
  /** Called with the bytes read so far. */
  readonly onBytes?: ((done: number) => void) | undefined;
  /** Called at the end with the SHA-256 of what was read: it is computed here, never by the reader. */
  readonly onEnd?: ((sha256: string) => void) | undefined;
}

const damaged = (): StoreFailure => new StoreFailure('invalid_input', 'file_damaged');

const failure = z.object({
  code: z.enum(errorCodes),
  reason: z.enum(errorReasons).optional(),
  fields: z
    .array(z.object({ path: z.string().max(500), code: z.string().max(100) }))
    .max(1000)
    .optional(),
});

/** A reader may refuse a file; it may not speak for the workspace. */
const sayable: ReadonlySet<string> = new Set(['invalid_input', 'corrupt', 'newer_schema', 'conflict']);

function refusalOf(said: unknown): StoreFailure {
  const { success, data } = failure.safeParse(said);
  if (!success || !sayable.has(data.code)) return damaged();
  return new StoreFailure(data.code, data.reason, data.fields);
}

/** What is measured here, where no reader reaches. */
interface AskerLimits {
  readonly wait: number;
  readonly answer: number;
  readonly answers: number;
}

function requireSize(answer: number, answers: number, limits: AskerLimits): void {
  if (answer > limits.answer || answers > limits.answers) throw new StoreFailure('invalid_input', 'file_too_large');
}

function checked<Answer>({ answer }: Pick<ForeignReader<never, Answer>, 'answer'>, json: Uint8Array): Answer {
  try {
    return answer.parse(JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('utf8')));
  } catch {
    throw damaged();
  }
}

/**
 * Reads files of someone else's, each in a process that has no key, no database and no network, and that is ended where it takes too much.
 * One that ended well waits for the next file.
 */
export class ForeignReaders {
  private readonly start: StartReader;
  private readonly limits: AskerLimits;
  private readonly running = new Set<Reading>();
  private idle: Reading | null = null;

  /** @param limits lower than every file's in tests alone */
  constructor(start: StartReader, limits: Partial<AskerLimits> = {}) {
    this.start = start;
    this.limits = { ...foreignLimits, ...limits };
  }

  /** What the reader answers, one after another. A caller that stops asking ends it. */
  async *answers<Options, Answer>(
    reader: ForeignReader<Options, Answer>,
    file: ForeignFile,
    options: Options,
    follow: Follow = {},
  ): AsyncGenerator<Answer> {
    const name = { name: file.name, size: await file.size() };
    const reading = this.idle ?? new Reading(this.start, this.limits.wait);
    this.idle = null;
    this.running.add(reading);
    let again: boolean | null = null;
    let bytes = 0;
    try {
      reading.begin({ type: 'begin', reader: reader.name, options, file: name }, file, follow.onBytes);
      let said = await reading.next(follow.job);
      while (said.type === 'answer') {
        bytes += said.json.length;
        requireSize(said.json.length, bytes, this.limits);
        const answer = checked(reader, said.json);
        // It goes on while this answer is dealt with.
        reading.ask();
        yield answer;
        said = await reading.next(follow.job);
      }
      again = said.again;
      if (said.type === 'failed') throw refusalOf(said);
      follow.onEnd?.(reading.sha256());
    } finally {
      // A short file is at its end already: its process need not be ended too.
      this.leave(reading, again ?? (await reading.isEnding()));
    }
  }

  private leave(reading: Reading, mayGoOn: boolean): void {
    this.running.delete(reading);
    if (mayGoOn && this.idle === null && reading.isAlive()) this.idle = reading;
    else reading.kill();
  }

  /** The one answer of a reader that reads a file whole. */
  async first<Options, Answer>(
    reader: ForeignReader<Options, Answer>,
    file: ForeignFile,
    options: Options,
    follow: Follow = {},
  ): Promise<Answer> {
    const found: Answer[] = [];
    for await (const answer of this.answers(reader, file, options, follow)) found.push(answer);
    const [answer] = found;
    if (answer === undefined) throw damaged();
    return answer;
  }

  /** Ends every process, whatever it is doing: nothing of a file is left in a memory. */
  stop(): void {
    this.idle?.kill();
    this.idle = null;
    for (const reading of this.running) reading.kill();
  }
}
