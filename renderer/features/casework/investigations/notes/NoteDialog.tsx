import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { contract, type Input } from '#contract/index';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { NoteRow } from '#contract/casework/notes';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useDraft } from '../../../../lib/useDraft.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
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
  const add = useWrite('notes.add');
  const [seen, setSeen] = useState(notes.at(-1)?.position ?? 0);
  const isOvertaken = add.error?.failure.reason === 'note_added_meanwhile';
  const meanwhile = isOvertaken ? notes.filter((each) => each.position > seen) : [];
  const toInput = ({ text }: { readonly text: string }): Input<'notes.add'> => ({
    investigationId: file.id,
    text,
    corrects: corrects?.id ?? null,
    seen: meanwhile.at(-1)?.position ?? seen,
  });
  const form = useForm({ initialValues: { text: '' }, validate: validateWith(contract['notes.add'].input, toInput) });
  const subject = corrects === null ? file.id : `${file.id} ${corrects.id}`;
  const draft = useDraft(form, { form: 'note', subject, unitId: file.unitId });
  const submit = form.onSubmit((values) => {
    const input = toInput(values);
    setSeen(input.seen);
    add.mutate(input, {
      onSuccess: () => {
        draft.forget();
        onClose();
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
        onReload();
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={
        corrects === null
          ? t('fileWork:notes.dialog.add', { number: file.number })
          : t('fileWork:notes.dialog.correct', { number: corrects.position })
      }
      submit={t(meanwhile.length > 0 ? 'fileWork:notes.dialog.submitAfter' : 'fileWork:notes.dialog.submit')}
      isBusy={add.isPending}
      failure={add.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      {meanwhile.map((note) => (
        <div key={note.id}>
          <div className={classes.head}>
            <NoteHead note={note} />
          </div>
          <HiddenText text={note.text} />
        </div>
      ))}
      <Textarea
        label={t('fileWork:notes.dialog.text')}
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
