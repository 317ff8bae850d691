import { Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { overrideDecision, type AuthorityRow, type OverrideDecision } from '#contract/casework/authorities';
import type { Clock } from '#contract/casework/clocks';
import { contract, type Input } from '#contract/index';
import type { InvestigationId } from '#contract/ground/ids';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';

interface OverrideValues {
  readonly decision: OverrideDecision;
  readonly dueOn: string;
  readonly reason: string;
}

interface OverrideDialogProps {
  readonly investigationId: InvestigationId;
  readonly authority: AuthorityRow;
  readonly clock: Clock;
  readonly onClose: () => void;
}

/** Puts a person's decision in place of a rule's date, with the reason; the rule's date stays beside it. */
export function OverrideDialog({ investigationId, authority, clock, onClose }: OverrideDialogProps) {
  const t = useText();
  const format = useFormat();
  const override = useWrite('clocks.override');
  const toInput = ({ decision, dueOn, reason }: OverrideValues): Input<'clocks.override'> => ({
    investigationId,
    authorityId: authority.id,
    version: authority.version,
    ruleId: clock.ruleId,
    decision,
    dueOn: decision === 'date' ? dueOn : null,
    reason,
  });
  const form = useForm<OverrideValues>({
    initialValues: { decision: 'date', dueOn: clock.dueOn ?? '', reason: '' },
    validate: validateWith(contract['clocks.override'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    override.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  // The computed date can be given back only where another took its place.
  const decisions = overrideDecision.options.filter((each) => each !== 'computed' || clock.override !== null);
  return (
    <FormDialog
      title={format.bilingual(clock.name)}
      submit={t('authorities:override.submit')}
      isBusy={override.isPending}
      failure={override.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('authorities:override.text', { date: clock.computedOn ?? t('common:none') })}</p>
      <Radio.Group label={t('authorities:override.decision')} {...form.getInputProps('decision')}>
        <Stack gap={6} mt={4}>
          {decisions.map((each) => (
            <Radio key={each} value={each} label={t(`authorities:override.to.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.decision === 'date' && (
        <DateField label={t('authorities:override.date')} w={160} data-autofocus {...form.getInputProps('dueOn')} />
      )}
      <Textarea
        label={t('authorities:override.reason')}
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
