import { Group, Radio, TextInput, Textarea } from '@mantine/core';
import { useText } from '../i18n/text.ts';
import { useNames } from '../lib/useNames.ts';
import { formatInstant } from '../lib/format.ts';
import { instantOf } from '../lib/instant.ts';
import { useUsedNames } from '../lib/useUsedNames.ts';
import type { DangerDialogProps } from './DangerDialog.tsx';
import { FieldRow } from './FieldRow.tsx';
import { FormDialog } from './FormDialog.tsx';
import { KnownNameInput } from './KnownNameInput.tsx';
import { useMethodForm } from './useMethodForm.ts';
import { InstantField, instantProblem } from './InstantField.tsx';
import { pageNow } from '../lib/pageClock.ts';

interface NoticeDialogProps extends DangerDialogProps {
  /** It follows the confirmation of a danger: says why it is asked now. */
  readonly isNext?: boolean;
}

/** Whom at child protection was notified and when, or why nobody had to be. */
export function NoticeDialog({ referralId, unitId, number, isNext = false, onClose, onDone }: NoticeDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { agencies } = useUsedNames(unitId);
  const { form, sending } = useMethodForm('referrals.notifyProtection', {
    values: { required: 'yes', notice: { agency: '', person: '', notifiedAt: formatInstant(pageNow()), reason: '' } },
    toInput: ({ required, notice: { notifiedAt, reason, ...notice } }) => ({
      referralId,
      notice:
        required === 'yes'
          ? { required: true, ...notice, notifiedAt: instantOf(notifiedAt) }
          : { required: false, reason },
    }),
    errors: (found, { required, notice }) => ({
      ...found,
      ...(required === 'yes' && instantProblem('notice.notifiedAt', notice.notifiedAt)),
    }),
    draft: { form: 'protection_notice', subject: referralId, unitId },
    onDone: () => {
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('triage:notice.title', { number: fileNumber({ unitId, number }) })}
      submit={t(form.values.required === 'yes' ? 'triage:notice.submit' : 'triage:notice.submitReason')}
      {...sending}
      onClose={onClose}
    >
      {isNext && <p>{t('triage:notice.next')}</p>}
      <Radio.Group label={t('codes:term.childProtectionReport')} {...form.getInputProps('required')}>
        <Group mt={4}>
          <Radio value="yes" label={t('triage:notice.made')} data-autofocus />
          <Radio value="no" label={t('triage:notice.notRequired')} />
        </Group>
      </Radio.Group>
      {form.values.required === 'yes' ? (
        <>
          <FieldRow>
            <KnownNameInput label={t('codes:field.agency')} names={agencies} {...form.getInputProps('notice.agency')} />
            <TextInput label={t('triage:notice.person')} {...form.getInputProps('notice.person')} />
          </FieldRow>
          <InstantField label={t('triage:notice.notifiedAt')} {...form.getInputProps('notice.notifiedAt')} />
        </>
      ) : (
        <Textarea
          label={t('triage:notice.reason')}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('notice.reason')}
        />
      )}
    </FormDialog>
  );
}
