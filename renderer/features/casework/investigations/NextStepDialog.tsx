import { Textarea } from '@mantine/core';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { orNull } from '../../../lib/blanks.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { FileDialogProps } from './fileSteps.ts';

/** What comes next in the file, kept for the officer who takes it over. */
export function NextStepDialog(props: FileDialogProps) {
  const held = useRead('handover.nextStep', { investigationId: props.file.id }).data;
  return held === undefined ? null : <NextStepForm {...props} held={held} />;
}

function NextStepForm({ file, held, onClose }: FileDialogProps & { readonly held: Output<'handover.nextStep'> }) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm('handover.setNextStep', {
    values: { text: held.text ?? '' },
    toInput: ({ text }) => ({ investigationId: file.id, version: held.version, text: orNull(text) }),
    names: { text: t('codes:field.nextStep') },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('fileWork:nextStep.dialog', { number: fileNumber(file) })}
      submit={t('fileWork:nextStep.submit')}
      {...sending}
      onClose={onClose}
    >
      <Textarea
        label={t('codes:field.nextStep')}
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
