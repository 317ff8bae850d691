import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconRestore, IconUserCheck } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

type PurgeNoticesProps = Pick<Output<'purges.list'>, 'isOn' | 'returned' | 'marksRejectedOn'>;

/** Why nothing can be purged, what came back with a backup, and that somebody changed the marks beside the store. */
export function PurgeNotices({ isOn, returned, marksRejectedOn: on }: PurgeNoticesProps) {
  const t = useText();
  const [isDeclaring, declaring] = useDisclosure();
  return (
    <>
      {!isOn && (
        <Notice tone="dueSoon" icon={IconUserCheck} title={t('records:purge.off')}>
          {t('records:purge.offText')}
        </Notice>
      )}
      {on !== null && (
        <Notice tone="overdue" icon={IconAlertTriangle} title={t('records:purge.rejected', { on })}>
          {t('records:purge.rejectedText')}
        </Notice>
      )}
      {returned > 0 && (
        <Notice
          tone="dueSoon"
          icon={IconRestore}
          title={t('records:returned.title', { count: returned })}
          end={
            <Button size="compact-sm" variant="default" onClick={declaring.open}>
              {t('records:returned.button')}
            </Button>
          }
        >
          {t('records:returned.text')}
        </Notice>
      )}
      {isDeclaring && <DeclareDialog onClose={declaring.close} />}
    </>
  );
}

function DeclareDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { form, sending } = useMethodForm('purges.recogniseRestore', {
    values: { reason: '' },
    toInput: (values) => values,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('records:returned.dialog')}
      submit={t('records:returned.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('records:returned.text')}</p>
      <Textarea label={t('codes:field.reason')} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
