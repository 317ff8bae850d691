import { Button, TextInput } from '@mantine/core';
import type { Pillar } from '#contract/reporting/pillars';
import { useText } from '../../../i18n/text.ts';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface PillarsDialogProps {
  readonly pillars: readonly Pillar[];
  readonly onClose: () => void;
}

const blank: Pillar = { code: '', nameEn: '', nameFr: '' };

/** The catalogue of the workspace, saved as a whole: a pillar that a budget line names cannot be left out. */
export function PillarsDialog({ pillars, onClose }: PillarsDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('funding.savePillars', {
    values: { pillars: pillars.length === 0 ? [blank] : [...pillars] },
    toInput: (values) => ({ pillars: values.pillars.map((each) => ({ ...each })), read: [...pillars] }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('funding:pillars.dialog')}
      submit={t('funding:pillars.save')}
      size="xl"
      {...sending}
      onClose={onClose}
    >
      {form.errors['pillars'] !== undefined && <p role="alert">{form.errors['pillars']}</p>}
      {form.values.pillars.map((_, index) => (
        <FieldRow key={index}>
          <TextInput label={t('codes:heading.code')} {...form.getInputProps(`pillars.${String(index)}.code`)} />
          <TextInput
            label={t('funding:pillars.nameEn')}
            lang="en"
            {...form.getInputProps(`pillars.${String(index)}.nameEn`)}
          />
          <TextInput
            label={t('funding:pillars.nameFr')}
            lang="fr"
            {...form.getInputProps(`pillars.${String(index)}.nameFr`)}
          />
          <Button
            variant="default"
            onClick={() => {
              form.removeListItem('pillars', index);
            }}
          >
            {t('funding:pillars.remove', { row: index + 1 })}
          </Button>
        </FieldRow>
      ))}
      <Button
        variant="default"
        onClick={() => {
          form.insertListItem('pillars', blank);
        }}
      >
        {t('funding:pillars.add')}
      </Button>
    </FormDialog>
  );
}
