import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { Input } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';

/** What a step has changed, as the store would take it back. */
export type Undoable = Input<'referrals.undo'>['referrals'];

const offerId = 'referrals.undo';
const offeredFor = 10_000;

/** Offers to take the last step back: for a while in a notification, by Ctrl+Z until another step is taken. */
export function useUndoSteps(): (undoable: Undoable) => void {
  const t = useText();
  const undo = useWrite('referrals.undo');
  const [last, setLast] = useKeptState<Undoable | null>('referrals.undoable', null);
  const takeBack = () => {
    if (last === null) return;
    setLast(null);
    notifications.hide(offerId);
    undo.mutate(
      { referrals: last },
      {
        onSuccess: () => notifications.show({ message: t('referrals:undo.done', { count: last.length }) }),
        onError: () => notifications.show({ message: t('referrals:undo.refused'), color: 'red' }),
      },
    );
  };
  const latest = useRef(takeBack);
  useEffect(() => {
    latest.current = takeBack;
  });
  useScreenKeys(last === null ? [] : [{ keys: 'mod+Z', label: t('referrals:undo.key'), run: takeBack }]);
  return (undoable) => {
    if (undoable.length === 0) return;
    setLast(undoable);
    notifications.hide(offerId);
    notifications.show({
      id: offerId,
      autoClose: offeredFor,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('referrals:undo.offer', { count: undoable.length })}
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<KeyHint keys="mod+Z" />}
            onClick={() => {
              latest.current();
            }}
          >
            {t('common:undo')}
          </Button>
        </Group>
      ),
    });
  };
}
