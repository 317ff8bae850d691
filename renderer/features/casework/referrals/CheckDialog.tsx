import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { checkKind } from '#contract/ground/codes';
import { contract } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { formatInstant } from '../../../lib/format.ts';
import { instantOf } from '../../../lib/instant.ts';
import { useDraft } from '../../../lib/useDraft.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { InstantField, instantProblem } from '../../../ui/InstantField.tsx';
import type { DangerDialogProps } from '../../../ui/DangerDialog.tsx';

const { input } = contract['referrals.check'];

/** A check that was made: after the assignment it is the first action. */
export function CheckDialog({ referralId, unitId, number, onClose, onDone }: DangerDialogProps) {
  const t = useText();
  const check = useWrite('referrals.check');
  const toInput = (values: { readonly kind: string; readonly checkedAt: string }) => ({
    referralId,
    kind: values.kind,
    checkedAt: instantOf(values.checkedAt),
  });
  const form = useForm({
    initialValues: { kind: 'records', checkedAt: formatInstant(Date.now()) },
    validate: (values) => ({
      ...validateWith(input, toInput)(values),
      ...instantProblem('checkedAt', values.checkedAt),
    }),
  });
  const draft = useDraft(form, { form: 'check', subject: referralId, unitId });
  const submit = form.onSubmit((values) => {
    check.mutate(input.parse(toInput(values)), {
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
      title={t('triage:check.title', { number })}
      submit={t('triage:check.submit')}
      isBusy={check.isPending}
      failure={check.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
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
