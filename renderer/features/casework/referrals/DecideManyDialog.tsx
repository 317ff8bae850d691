import { Group, Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { formatInstant } from '../../../lib/format.ts';
import { instantOf } from '../../../lib/instant.ts';
import { useDraft } from '../../../lib/useDraft.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { InstantField, instantProblem } from '../../../ui/InstantField.tsx';
import { draftPlaceOf, type StepProps } from './steps.ts';

const { input } = contract['referrals.decideMany'];

interface DecideManyValues {
  readonly identifiable: string;
  readonly decidedAt: string;
  readonly reason: string;
}

/** One decision for several referrals, as for a backlog that came in with a file. Danger itself is decided of each alone. */
export function DecideManyDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const decide = useWrite('referrals.decideMany');
  const toInput = (values: DecideManyValues) => ({
    ...values,
    referralIds: targets.map(({ id }) => id),
    decidedAt: instantOf(values.decidedAt),
  });
  const form = useForm<DecideManyValues>({
    initialValues: { identifiable: '', decidedAt: formatInstant(Date.now()), reason: '' },
    validate: (values) => ({
      ...validateWith(input, toInput)(values),
      ...instantProblem('decidedAt', values.decidedAt),
    }),
  });
  const draft = useDraft(form, draftPlaceOf('danger_decision', targets));
  const submit = form.onSubmit((values) => {
    decide.mutate(input.parse(toInput(values)), {
      onSuccess: () => {
        draft.forget();
        onDone();
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('triage:danger.several', { count: targets.length })}
      submit={t('triage:danger.submit')}
      isBusy={decide.isPending}
      failure={decide.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
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
        label={t('lists:reason')}
        description={t('triage:danger.reasonHint')}
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
