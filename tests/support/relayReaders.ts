import type { FromAsker, ToAsker } from '#contract/ground/foreign';
import type { ReaderProcess } from '../../db/ground/foreign/reader.ts';
import { processes } from './store.ts';

/** Starts readers for a built store that has no application around it, as main does. `hear` says whether the message was for a reader. */
export function relayReaders(say: (message: ToAsker) => void) {
  const running = new Map<number, ReaderProcess>();
  return {
    hear: (message: FromAsker | { readonly type: string }): boolean => {
      if (!('id' in message) || !message.type.startsWith('reader_')) return false;
      const { id } = message;
      if (message.type === 'reader_start') {
        const onEnd = (): void => {
          running.delete(id);
          say({ type: 'reader_ended', id });
        };
        running.set(
          id,
          processes.startReader({
            onMessage: (said) => {
              say({ type: 'reader_said', id, message: said });
            },
            onEnd,
          }),
        );
      } else if (message.type === 'reader_send') running.get(id)?.send(message.message);
      else running.get(id)?.kill();
      return true;
    },
    killAll: () => {
      for (const each of running.values()) each.kill();
    },
  };
}
