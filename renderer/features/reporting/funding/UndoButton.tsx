import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { FundingChange } from '#contract/reporting/funding';
import { useWrite } from '../../../bridge/queries.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Funding.module.css';

function changeText({ added, changed, removed, fileName }: FundingChange, t: Translate): string {
  const parts = [
    ...(fileName === null ? [] : [t('funding:undo.from', { name: fileName })]),
    ...(added > 0 ? [t('funding:undo.added', { count: added })] : []),
    ...(changed > 0 ? [t('funding:undo.changed', { count: changed })] : []),
    ...(removed > 0 ? [t('funding:undo.removed', { count: removed })] : []),
  ];
  return parts.join(', ');
}

interface UndoButtonProps {
  readonly changes: readonly FundingChange[];
  readonly isDisabled: boolean;
}

/** Takes back what was saved last, once the user has read what it was; or an earlier change or import that nothing has touched since. */
export function UndoButton({ changes, isDisabled }: UndoButtonProps) {
  const t = useText();
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const undo = useWrite('funding.undo');
  const [last, ...earlier] = changes;
  const takeBack = ({ id }: FundingChange) => {
    undo.mutate(
      { changeId: id },
      {
        onSuccess: () => {
          notifications.show({ message: t('funding:undo.done') });
          close();
        },
      },
    );
  };
  return (
    <>
      <Button variant="default" disabled={isDisabled || last === undefined} onClick={open}>
        {t('funding:undo.button')}
      </Button>
      {opened && last !== undefined && (
        <Dialog onClose={close} size="lg" title={t('funding:undo.title')}>
          <Stack gap="md">
            <p className={classes.plain}>
              {t('funding:undo.text', {
                at: format.instant(last.savedAt),
                by: last.savedBy,
                what: changeText(last, t),
              })}
            </p>
            {undo.error !== null && <FailureAlert failure={undo.error.failure} />}
            {earlier.length > 0 && (
              <details>
                <summary>{t('funding:undo.earlier', { count: earlier.length })}</summary>
                <DataTable
                  caption={t('funding:undo.earlier', { count: earlier.length })}
                  rows={earlier}
                  rowKey={({ id }) => id}
                  columns={[
                    { key: 'at', header: t('common:saved'), as: 'instant', value: (each) => each.savedAt },
                    { key: 'by', header: t('codes:field.by'), value: (each) => each.savedBy },
                    { key: 'what', header: t('codes:field.change'), value: (each) => changeText(each, t) },
                    {
                      key: 'undo',
                      header: t('funding:undo.confirm'),
                      hidesHeader: true,
                      cell: (each) => (
                        <Button
                          variant="default"
                          size="compact-xs"
                          onClick={() => {
                            takeBack(each);
                          }}
                        >
                          {t('funding:undo.confirm')}
                        </Button>
                      ),
                    },
                  ]}
                />
              </details>
            )}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={close}>
                {t('common:cancel')}
              </Button>
              <Button
                loading={undo.isPending}
                data-autofocus
                onClick={() => {
                  takeBack(last);
                }}
              >
                {t('funding:undo.confirm')}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </>
  );
}
