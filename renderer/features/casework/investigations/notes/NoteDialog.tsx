import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { NoteRow } from '#contract/casework/notes';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { HiddenText } from '../../../../ui/HiddenText.tsx';
import { NoteHead } from './NoteHead.tsx';
import classes from './Notes.module.css';

interface NoteDialogProps {
  readonly file: InvestigationRow;
  /** The note that this one corrects, or null for a note of its own. */
  readonly corrects: NoteRow | null;
  /** Those of the file, the oldest first. */
  readonly notes: readonly NoteRow[];
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/** Writes a note. Where somebody else added one meanwhile, it is shown first, and the text stays as it was typed. */
export function NoteDialog({ file, corrects, notes, onReload, onClose }: NoteDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const [seen] = useState(notes.at(-1)?.position ?? 0);
  const [isOvertaken, setIsOvertaken] = useState(false);
  const meanwhile = isOvertaken ? notes.filter((note) => note.position > seen) : [];
  const { form, sending } = useMethodForm('notes.add', {
    values: { text: '' },
    toInput: ({ text }) => ({
      investigationId: file.id,
      text,
      corrects: corrects?.id ?? null,
      seen: meanwhile.at(-1)?.position ?? seen,
    }),
    draft: { form: 'note', subject: corrects === null ? file.id : `${file.id} ${corrects.id}`, unitId: file.unitId },
    onDone: onClose,
    onFailure: ({ reason }) => {
      if (reason === 'note_added_meanwhile') setIsOvertaken(true);
      onReload();
    },
  });
  return (
    <FormDialog
      title={
        corrects === null
          ? t('fileWork:notes.dialog.add', { number: fileNumber(file) })
          : t('fileWork:notes.correctFor', { number: corrects.position })
      }
      submit={t(meanwhile.length > 0 ? 'fileWork:notes.dialog.submitAfter' : 'fileWork:notes.dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      {(sending.isBusy ? [] : meanwhile).map((note) => (
        <div key={note.id}>
          <div className={classes.head}>
            <NoteHead note={note} />
          </div>
          <HiddenText text={note.text} />
        </div>
      ))}
      <Textarea
        label={t('codes:field.note')}
        description={t('fileWork:notes.dialog.hint')}
        data-autofocus
        autosize
        minRows={5}
        maxRows={16}
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
