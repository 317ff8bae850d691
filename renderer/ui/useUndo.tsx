import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation } from 'wouter';
import type { Input } from '#contract/index';
import { useWriteOf } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { useKeptState } from '../lib/keptState.ts';
import { useScreenKeys } from '../lib/screenKeys.ts';
import { KeyHint } from './KeyHint.tsx';

type UndoMethod =
  | 'referrals.undo'
  | 'investigations.lead'
  | 'investigations.undoOpen'
  | 'investigations.undoWait'
  | 'operations.tag'
  | 'corrections.restore'
  | 'handover.undo';

/** How an act is taken back, and how many files it was done to. */
export type Undoable = {
  readonly [M in UndoMethod]: { readonly method: M; readonly input: Input<M>; readonly count: number };
}[UndoMethod];

const offerId = 'undo';
const offeredFor = 10_000;

/** Offers to take the last act back: for a while in a notification, by Ctrl+Z until there is another. */
export function useUndo(): (undoable: Undoable) => void {
  const t = useText();
  const undo = useWriteOf<UndoMethod>();
  const [, navigate] = useLocation();
  const [last, setLast] = useKeptState<Undoable | null>('undoable', null);
  // The page of an act may be gone by then, as that of a list from which a file was opened.
  const takeBack = async (undoable: Undoable) => {
    setLast(null);
    notifications.hide(offerId);
    let { count } = undoable;
    try {
      const done = await undo.mutateAsync(undoable);
      if ('givenBack' in done) count = done.givenBack;
    } catch {
      notifications.show({ message: t('lists:undo.refused'), color: 'red' });
      return;
    }
    const said = [t('lists:undo.done', { count })];
    const left = undoable.count - count;
    if (left > 0) said.push(t('lists:undo.left', { count: left }));
    notifications.show({ message: said.join(' ') });
    if (undoable.method === 'investigations.undoOpen') navigate('/inbox');
  };
  const run = (undoable: Undoable) => () => {
    void takeBack(undoable);
  };
  useScreenKeys(last === null ? [] : [{ keys: 'mod+Z', label: t('lists:undo.key'), run: run(last) }]);
  return (undoable) => {
    if (undoable.count === 0) return;
    setLast(undoable);
    notifications.hide(offerId);
    notifications.show({
      id: offerId,
      autoClose: offeredFor,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('lists:undo.offer', { count: undoable.count })}
          <Button size="compact-sm" variant="default" rightSection={<KeyHint keys="mod+Z" />} onClick={run(undoable)}>
            {t('common:undo')}
          </Button>
        </Group>
      ),
    });
  };
}
