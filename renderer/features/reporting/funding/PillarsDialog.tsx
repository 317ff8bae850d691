import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Pillar } from '#contract/reporting/pillars';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import classes from './CashFlow.module.css';

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
  const fieldOf = (index: number, key: keyof Pillar, label: string) => ({
    // The first row alone shows the headings.
    ...(index === 0 ? { label } : { 'aria-label': label }),
    ...form.getInputProps(`pillars.${String(index)}.${key}`),
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
      <div>
        {form.values.pillars.map((_, index) => (
          <div key={index} className={classes.row}>
            <TextInput {...fieldOf(index, 'code', t('codes:heading.code'))} />
            <TextInput lang="en" {...fieldOf(index, 'nameEn', t('funding:pillars.nameEn'))} />
            <TextInput lang="fr" {...fieldOf(index, 'nameFr', t('funding:pillars.nameFr'))} />
            <ActionIcon
              size={32}
              mt={index === 0 ? 25 : 0}
              aria-label={t('funding:pillars.remove', { row: index + 1 })}
              onClick={() => {
                form.removeListItem('pillars', index);
              }}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            form.insertListItem('pillars', blank);
          }}
        >
          {t('funding:pillars.add')}
        </Button>
      </div>
    </FormDialog>
  );
}
