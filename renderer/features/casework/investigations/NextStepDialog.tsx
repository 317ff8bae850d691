import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input, type Output } from '#contract/index';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import type { FileDialogProps } from './fileSteps.ts';

/** What comes next in the file, kept for whoever takes it over. */
export function NextStepDialog(props: FileDialogProps) {
  const held = useRead('handover.nextStep', { investigationId: props.file.id }).data;
  return held === undefined ? null : <NextStepForm {...props} held={held} />;
}

function NextStepForm({ file, held, onClose }: FileDialogProps & { readonly held: Output<'handover.nextStep'> }) {
  const t = useText();
  const save = useWrite('handover.setNextStep');
  const toInput = ({ text }: { readonly text: string }): Input<'handover.setNextStep'> => ({
    investigationId: file.id,
    version: held.version,
    text: text.trim() === '' ? null : text,
  });
  const form = useForm({
    initialValues: { text: held.text ?? '' },
    validate: validateWith(contract['handover.setNextStep'].input, toInput),
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
      title={t('fileWork:nextStep.dialog', { number: file.number })}
      submit={t('fileWork:nextStep.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label={t('fileWork:nextStep.title')}
        description={t('fileWork:nextStep.hint')}
        data-autofocus
        autosize
        minRows={3}
        maxRows={8}
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
