import { Radio, Stack, Textarea } from '@mantine/core';
import { overrideDecision, type AuthorityRow } from '#contract/casework/authorities';
import type { Clock } from '#contract/casework/clocks';
import type { InvestigationId } from '#contract/ground/ids';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';

interface OverrideDialogProps {
  readonly investigationId: InvestigationId;
  readonly authority: AuthorityRow;
  readonly clock: Clock;
  readonly onClose: () => void;
}

/** Puts a person's decision in place of a rule's date, with the reason; the rule's date stays next to it. */
export function OverrideDialog({ investigationId, authority, clock, onClose }: OverrideDialogProps) {
  const t = useText();
  const format = useFormat();
  const { form, sending } = useMethodForm('clocks.override', {
    values: { decision: 'date', dueOn: clock.dueOn ?? '', reason: '' },
    toInput: ({ decision, dueOn, reason }) => ({
      investigationId,
      authorityId: authority.id,
      version: authority.version,
      ruleId: clock.ruleId,
      decision,
      dueOn: decision === 'date' ? dueOn : null,
      reason,
    }),
    onDone: onClose,
  });
  // The computed date can be given back only where another took its place.
  const decisions = overrideDecision.options.filter((each) => each !== 'computed' || clock.override !== null);
  return (
    <FormDialog
      title={format.bilingual(clock.name)}
      submit={t('authorities:override.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('authorities:override.text', { date: clock.computedOn ?? t('common:none') })}</p>
      <Radio.Group label={t('codes:field.decision')} {...form.getInputProps('decision')}>
        <Stack gap={6} mt={4}>
          {decisions.map((each) => (
            <Radio key={each} value={each} label={t(`authorities:override.to.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.decision === 'date' && (
        <DateField
          label={t('authorities:override.date')}
          tense="ahead"
          w={160}
          data-autofocus
          {...form.getInputProps('dueOn')}
        />
      )}
      <Textarea
        label={t('codes:field.reason')}
        description={t('authorities:override.reasonHint')}
        withAsterisk
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
