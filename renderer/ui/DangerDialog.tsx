import { Group, Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { identifiable } from '#contract/ground/codes';
import type { ReferralId, UnitId } from '#contract/ground/ids';
import { contract } from '#contract/index';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { formatInstant } from '../lib/format.ts';
import { instantOf } from '../lib/instant.ts';
import { useDraft } from '../lib/useDraft.ts';
import { FormDialog } from './FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from './formErrors.tsx';
import { InstantField, instantProblem } from './InstantField.tsx';

export interface DangerDialogProps {
  readonly referralId: ReferralId;
  readonly unitId: UnitId | null;
  readonly number: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const { input } = contract['referrals.decideDanger'];

interface DangerValues {
  readonly identifiable: string;
  readonly imminent: string;
  readonly decidedAt: string;
  readonly reason: string;
}

/** Whether a child may be identified and is in imminent danger: decided by whoever is signed in, at a time, for a reason. */
export function DangerDialog({ referralId, unitId, number, onClose, onDone }: DangerDialogProps) {
  const t = useText();
  const decide = useWrite('referrals.decideDanger');
  const toInput = (values: DangerValues) => ({
    ...values,
    referralId,
    imminent: values.imminent === '' ? undefined : values.imminent === 'yes',
    decidedAt: instantOf(values.decidedAt),
  });
  const form = useForm<DangerValues>({
    initialValues: { identifiable: '', imminent: '', decidedAt: formatInstant(Date.now()), reason: '' },
    validate: (values) => ({
      ...validateWith(input, toInput)(values),
      ...instantProblem('decidedAt', values.decidedAt),
    }),
  });
  const draft = useDraft(form, { form: 'danger_decision', subject: referralId, unitId });
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
      title={t('triage:danger.title', { number })}
      submit={t('triage:danger.submit')}
      isBusy={decide.isPending}
      failure={decide.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t('triage:danger.identifiable')} {...form.getInputProps('identifiable')}>
        <Group mt={4}>
          {identifiable.options.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`codes:identifiable.${each}`)}
              data-path="identifiable"
              data-autofocus={each === 'yes' || undefined}
            />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group label={t('triage:danger.imminent')} {...form.getInputProps('imminent')}>
        <Group mt={4}>
          <Radio value="yes" label={t('codes:identifiable.yes')} data-path="imminent" />
          <Radio value="no" label={t('codes:identifiable.no')} data-path="imminent" />
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
