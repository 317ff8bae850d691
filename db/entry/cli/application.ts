import { PassThrough } from 'node:stream';
import type { FromCommand, ToCommand } from '#contract/store/commandProtocol';
import type { Parent } from '../../ground/kernel/parent.ts';
import type { StartReader } from '../../ground/foreign/reader.ts';
import { printingBy, type Printing } from '../printing.ts';
import { readersByMain } from '../readersByMain.ts';
import { processStreams, type Streams } from './terminal.ts';

export interface FromApplication {
  readonly args: readonly string[];
  readonly terminal: Streams;
  readonly print: Printing['print'];
  readonly startReader: StartReader;
}

/** Started by the application, a command has its arguments, what is typed and its printed pages from there. */
export function hearApplication(parent: Parent<ToCommand, FromCommand>): Promise<FromApplication> {
  const printing = printingBy((id, page) => {
    parent.say({ type: 'print', id, page });
  });
  const { startReader, hearReader } = readersByMain(parent.say);
  const typed = new PassThrough();
  const terminal = processStreams();
  return new Promise((begin) => {
    parent.onMessage((message) => {
      switch (message.type) {
        case 'begin': {
          const { args, isTyped, columns } = message;
          // What asks for a passphrase hides it by this.
          const setRawMode = (isRaw: boolean): void => {
            parent.say({ type: 'raw_mode', isRaw });
          };
          const input = Object.assign(typed, { isTTY: isTyped, setRawMode });
          begin({ args, terminal: { ...terminal, input, columns }, print: printing.print, startReader });
          return;
        }
        case 'input':
          if (message.piece === null) typed.end();
          else typed.write(message.piece);
          return;
        case 'printed':
          printing.printed(message.id, message.pdf);
          return;
        case 'reader_said':
        case 'reader_ended':
          hearReader(message);
          return;
        case 'interrupt':
          terminal.interruption.abort();
      }
    });
  });
}
