import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { FundingChange } from '#contract/funding';
import { useWrite } from '../../bridge/queries.ts';
import { useText, type Translate } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

export function changeText({ added, changed, removed }: FundingChange, t: Translate): string {
  const parts = [
    ...(added > 0 ? [t('funding:undo.added', { count: added })] : []),
    ...(changed > 0 ? [t('funding:undo.changed', { count: changed })] : []),
    ...(removed > 0 ? [t('funding:undo.removed', { count: removed })] : []),
  ];
  return parts.join(', ');
}

interface UndoButtonProps {
  readonly change: FundingChange | undefined;
  readonly isDisabled: boolean;
}

/** Takes back what was saved last, once the user has read what it was. */
export function UndoButton({ change, isDisabled }: UndoButtonProps) {
  const t = useText();
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const undo = useWrite('funding.undo');
  return (
    <>
      <Button variant="default" disabled={isDisabled || change === undefined} onClick={open}>
        {t('funding:undo.button')}
      </Button>
      {opened && change !== undefined && (
        <ConfirmDialog
          title={t('funding:undo.title')}
          confirm={t('funding:undo.confirm')}
          isBusy={undo.isPending}
          failure={undo.error?.failure}
          onClose={close}
          onConfirm={() => {
            undo.mutate(
              { changeId: change.id },
              {
                onSuccess: () => {
                  notifications.show({ message: t('funding:undo.done') });
                  close();
                },
              },
            );
          }}
        >
          {t('funding:undo.text', {
            at: format.instant(change.savedAt),
            by: change.savedBy,
            what: changeText(change, t),
          })}
        </ConfirmDialog>
      )}
    </>
  );
}
