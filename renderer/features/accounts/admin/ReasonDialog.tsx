import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { clearanceOutcome, type ClearanceOutcome, type ClearanceReason } from '#contract/casework/clearance';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface ReasonDialogProps {
  readonly reason: (ClearanceReason & { readonly version: number | null }) | null;
  readonly onClose: () => void;
}

interface ReasonValues {
  readonly code: string;
  readonly outcome: ClearanceOutcome;
  readonly name: { readonly en: string; readonly fr: string };
  readonly letter: string;
  readonly active: boolean;
}

function startingValues(reason: ReasonDialogProps['reason']): ReasonValues {
  if (reason === null) return { code: '', outcome: 'otherwise', name: { en: '', fr: '' }, letter: '', active: true };
  const { code, outcome, name, letter, active } = reason;
  return { code, outcome, name, letter: letter ?? '', active };
}

export function ReasonDialog({ reason, onClose }: ReasonDialogProps) {
  const t = useText();
  const save = useWrite('clearanceReasons.save');
  const toInput = ({ letter, ...values }: ReasonValues): Input<'clearanceReasons.save'> => ({
    ...values,
    letter: letter.trim() === '' ? null : letter,
    version: reason?.version ?? null,
  });
  const form = useForm<ReasonValues>({
    initialValues: startingValues(reason),
    validate: validateWith(contract['clearanceReasons.save'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    save.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t(reason === null ? 'admin:reasons.add' : 'admin:reasons.changeTitle')}
      submit={t('admin:reasons.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <TextInput
          label={t('admin:reasons.code')}
          description={t('admin:reasons.codeHint')}
          disabled={reason !== null}
          data-autofocus={reason === null || undefined}
          {...form.getInputProps('code')}
        />
        <Choice
          label={t('admin:reasons.outcome')}
          options={clearanceOutcome.options.map((each) => ({ value: each, label: t(`offences:outcome.${each}`) }))}
          {...form.getInputProps('outcome')}
        />
      </FieldRow>
      <TextInput label={t('admin:reasons.nameEn')} {...form.getInputProps('name.en')} />
      <TextInput label={t('admin:reasons.nameFr')} {...form.getInputProps('name.fr')} />
      <TextInput
        label={t('admin:reasons.letter')}
        description={t('admin:reasons.letterHint')}
        w={200}
        data-autofocus={reason !== null || undefined}
        {...form.getInputProps('letter')}
      />
      <Checkbox label={t('admin:reasons.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDialog>
  );
}
