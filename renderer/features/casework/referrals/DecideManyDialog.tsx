import { Group, Radio, Textarea } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { formatInstant } from '../../../lib/format.ts';
import { instantOf } from '../../../lib/instant.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { InstantField, instantProblem } from '../../../ui/InstantField.tsx';
import { draftPlaceOf, type StepProps } from './steps.ts';

/** One decision for several referrals, as for a backlog that came in with a file. Danger itself is decided of each alone. */
export function DecideManyDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const { form, sending } = useMethodForm('referrals.decideMany', {
    values: { identifiable: '', decidedAt: formatInstant(Date.now()), reason: '' },
    toInput: (values) => ({
      ...values,
      referralIds: targets.map(({ id }) => id),
      decidedAt: instantOf(values.decidedAt),
    }),
    errors: (found, values) => ({ ...found, ...instantProblem('decidedAt', values.decidedAt) }),
    draft: draftPlaceOf('danger_decision', targets),
    onDone: () => {
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('triage:danger.several', { count: targets.length })}
      submit={t('triage:danger.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('triage:danger.severalText')}</p>
      <Radio.Group label={t('triage:danger.identifiable')} {...form.getInputProps('identifiable')}>
        <Group mt={4}>
          {(['no', 'unknown'] as const).map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`codes:identifiable.${each}`)}
              data-path="identifiable"
              data-autofocus={each === 'no' || undefined}
            />
          ))}
        </Group>
      </Radio.Group>
      <InstantField label={t('triage:danger.decidedAt')} {...form.getInputProps('decidedAt')} />
      <Textarea
        label={t('codes:field.reason')}
        description={t('triage:danger.reasonHint')}
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
