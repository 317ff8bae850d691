import type { MessagePort } from 'node:worker_threads';
import { foreignLimits, type FromReader, type ToReader } from '#contract/ground/foreign';
import { StoreFailure } from '../kernel/failure.ts';
import type { ForeignFile, ReaderList } from './reader.ts';
import { isSpent } from './spend.ts';

type Begin = Extract<ToReader, { type: 'begin' }>;

/** The reading of one file: it asks for pieces of it, and answers when it is asked. */
class Turn {
  private givePiece: (bytes: Uint8Array | null) => void = () => undefined;
  private goOn: () => void = () => undefined;
  private asked = 0;
  private readonly begin: Begin;
  private readonly say: (message: FromReader) => void;

  constructor(begin: Begin, say: (message: FromReader) => void) {
    this.begin = begin;
    this.say = say;
  }

  hear(message: Exclude<ToReader, Begin>): void {
    if (message.turn !== this.begin.turn) return;
    if (message.type === 'piece') {
      this.givePiece(message.bytes);
      return;
    }
    this.asked += 1;
    this.goOn();
  }

  async read(list: ReaderList): Promise<void> {
    try {
      await this.answerAll(list);
      this.say({ type: 'end', again: !isSpent() });
    } catch (error) {
      // What a parser says of a file may hold the file's own text: it goes no further.
      const known = error instanceof StoreFailure ? error : new StoreFailure('invalid_input', 'file_damaged');
      const { code, reason, fields } = known;
      this.say({ type: 'failed', code, reason, fields, again: known === error && !isSpent() });
    }
  }

  private async answerAll(list: ReaderList): Promise<void> {
    const { reader, options, file } = this.begin;
    const load = list[reader];
    if (!load) throw new Error('No such reader.');
    const { read } = await load();
    const foreign: ForeignFile = {
      name: file.name,
      size: () => Promise.resolve(file.size),
      pieces: () => this.pieces(),
    };
    for await (const answer of read(foreign, options as never)) {
      await this.whenAsked();
      const json = Buffer.from(JSON.stringify(answer));
      if (json.length > foreignLimits.answer) throw new StoreFailure('invalid_input', 'file_too_large');
      this.say({ type: 'answer', json });
    }
  }

  private async *pieces(): AsyncGenerator<Buffer> {
    for (let piece = await this.pull(true); piece !== null; piece = await this.pull(false))
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }

  private pull(fromStart: boolean): Promise<Uint8Array | null> {
    return new Promise((resolve) => {
      this.givePiece = resolve;
      this.say({ type: 'pull', turn: this.begin.turn, fromStart });
    });
  }

  private async whenAsked(): Promise<void> {
    while (this.asked === 0)
      await new Promise<void>((resolve) => {
        this.goOn = resolve;
      });
    this.asked -= 1;
  }
}

/** The thread that parses: one file after another, each in its turn. */
export function readInThread(port: MessagePort, list: ReaderList): void {
  let turn: Turn | null = null;
  port.on('message', (message: ToReader) => {
    if (message.type === 'begin') {
      turn = new Turn(message, (said) => {
        port.postMessage(said);
      });
      void turn.read(list);
    } else turn?.hear(message);
  });
}
