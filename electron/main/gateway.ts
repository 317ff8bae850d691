import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { leaveOutUndeclared } from '#contract/ground/answers';
import type { Reply } from '#contract/ground/errors';
import type { PageEvent } from '#contract/ground/events';
import { contract, type Output, type ParsedInput, type ShellMethodName } from '#contract/index';
import { shellMethods } from '#contract/store/shell';
import { PAGE_ORIGIN } from './contentPolicy.ts';
import type { LogLine } from './failureLog.ts';
import { done, refused } from './replies.ts';

export type ShellHandlers = {
  readonly [M in ShellMethodName]: (input: ParsedInput<M>) => Promise<Reply<Output<M>>> | Reply<Output<M>>;
};

interface Parts {
  readonly window: () => BrowserWindow | null;
  readonly shell: ShellHandlers;
  readonly passOn: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly log: LogLine;
}

export interface Gateway {
  readonly send: (event: PageEvent) => void;
}

/** The only door between a page and the rest: one channel in, one out. */
export function openGateway(parts: Parts): Gateway {
  const checkAnswer = leaveOutUndeclared((method, undeclared) => {
    parts.log(method, { undeclared });
  });
  ipcMain.handle('vigie:call', async (event, method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOurPage(event, parts.window()) || !isKnown(method)) return logged(parts, '(refused)', refused('forbidden'));
    try {
      // The store checks its own answers and says its own failures.
      if (!isShell(method)) return await parts.passOn(method, input);
      const reply = await answer(parts.shell, method, input);
      return logged(parts, method, reply.ok ? done(checkAnswer(method, shellMethods[method], reply.value)) : reply);
    } catch {
      // The error's text may hold a path; the reference finds the line that says which method failed.
      return logged(parts, method, refused('internal'));
    }
  });
  return {
    send: (event) => {
      parts.window()?.webContents.send('vigie:event', event);
    },
  };
}

/** The main frame of the window we made, showing the page we serve. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (window === null || frame === null || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && frame.origin === PAGE_ORIGIN;
}

function isKnown(method: unknown): method is keyof typeof contract {
  return typeof method === 'string' && Object.hasOwn(contract, method);
}

function isShell(method: string): method is ShellMethodName {
  return Object.hasOwn(shellMethods, method);
}

async function answer<M extends ShellMethodName>(
  handlers: ShellHandlers,
  method: M,
  input: unknown,
): Promise<Reply<Output<M>>> {
  const parsed = shellMethods[method].input.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code }));
    return refused('invalid_input', { fields });
  }
  return handlers[method](parsed.data as ParsedInput<M>);
}

function logged<T>({ log }: Parts, method: string, reply: Reply<T>): Reply<T> {
  if (!reply.ok) log(method, reply.error);
  return reply;
}
