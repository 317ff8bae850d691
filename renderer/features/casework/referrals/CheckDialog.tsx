import { Radio, Stack } from '@mantine/core';
import { checkKind } from '#contract/ground/codes';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { formatInstant } from '../../../lib/format.ts';
import { instantOf } from '../../../lib/instant.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { InstantField, instantProblem } from '../../../ui/InstantField.tsx';
import type { DangerDialogProps } from '../../../ui/DangerDialog.tsx';
import { pageNow } from '../../../lib/pageClock.ts';

/** A check that was made: after the assignment it is the first action. */
export function CheckDialog({ referralId, unitId, number, onClose, onDone }: DangerDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm('referrals.check', {
    values: { kind: 'records', checkedAt: formatInstant(pageNow()) },
    toInput: (values) => ({ referralId, kind: values.kind, checkedAt: instantOf(values.checkedAt) }),
    errors: (found, values) => ({ ...found, ...instantProblem('checkedAt', values.checkedAt) }),
    draft: { form: 'check', subject: referralId, unitId },
    onDone: () => {
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('triage:check.title', { number: fileNumber({ unitId, number }) })}
      submit={t('triage:check.submit')}
      {...sending}
      onClose={onClose}
    >
      <Radio.Group label={t('triage:check.kind')} description={t('triage:check.hint')} {...form.getInputProps('kind')}>
        <Stack gap={6} mt={4}>
          {checkKind.options.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`codes:checkKind.${kind}`)}
              data-autofocus={kind === 'records' || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <InstantField label={t('triage:check.checkedAt')} {...form.getInputProps('checkedAt')} />
    </FormDialog>
  );
}
