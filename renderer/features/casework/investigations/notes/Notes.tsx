import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFile } from '#contract/ground/ids';
import type { NoteRow } from '#contract/casework/notes';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { HiddenText } from '../../../../ui/HiddenText.tsx';
import type { FileSectionProps } from '../fileParts.ts';
import fileClasses from '../Investigations.module.css';
import { SectionHead } from '../SectionHead.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { NoteHead } from './NoteHead.tsx';
import classes from './Notes.module.css';

type Writing = { readonly corrects: NoteRow | null } | null;

/** What was written in the file, the latest first and each hidden until it is wanted. */
export function Notes({ detail: { investigation } }: FileSectionProps) {
  const t = useText();
  const read = useRead('notes.list', { investigationId: investigation.id });
  const [writing, setWriting] = useState<Writing>(null);
  const notes = read.data?.notes ?? [];
  const file: CaseFile = { kind: 'investigation', id: investigation.id };
  const sealed = useRead('seals.inFile', { file }).data?.notes ?? 0;
  return (
    <section className={fileClasses.section} aria-label={t('fileWork:notes.title')}>
      <SectionHead
        title={t('fileWork:notes.title')}
        action={t('fileWork:notes.add')}
        keys="N"
        onAction={() => {
          setWriting({ corrects: null });
        }}
      />
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {read.data !== undefined && notes.length === 0 && <p className={fileClasses.none}>{t('fileWork:notes.none')}</p>}
      {sealed > 0 && <p className={fileClasses.none}>{t('records:sealed.notes', { count: sealed })}</p>}
      <ul className={classes.notes}>
        {notes.toReversed().map((note) => (
          <Note
            key={note.id}
            note={note}
            onCorrect={() => {
              setWriting({ corrects: note });
            }}
          />
        ))}
      </ul>
      {writing !== null && read.data !== undefined && (
        <NoteDialog
          file={investigation}
          corrects={writing.corrects}
          notes={notes}
          onReload={() => {
            void read.refetch();
          }}
          onClose={() => {
            setWriting(null);
          }}
        />
      )}
    </section>
  );
}

function Note({ note, onCorrect }: { readonly note: NoteRow; readonly onCorrect: () => void }) {
  const t = useText();
  return (
    <li className={classes.note}>
      <div className={classes.head}>
        <NoteHead note={note} />
        {note.correctedBy === null && (
          <Button
            size="compact-xs"
            variant="subtle"
            className={classes.end ?? ''}
            aria-label={t('fileWork:notes.correctFor', { number: note.position })}
            onClick={onCorrect}
          >
            {t('fileWork:notes.correct')}
          </Button>
        )}
      </div>
      <HiddenText text={note.text} />
    </li>
  );
}
