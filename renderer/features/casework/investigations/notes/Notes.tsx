import { Button } from '@mantine/core';
import type { CaseFile } from '#contract/ground/ids';
import type { NoteRow } from '#contract/casework/notes';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { HiddenText } from '../../../../ui/HiddenText.tsx';
import type { FilePartProps } from '../fileParts.ts';
import fileClasses from '../Investigations.module.css';
import { FileSection } from '../FileSection.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { NoteHead } from './NoteHead.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from './Notes.module.css';

/** What was written in the file, the latest first and each hidden until it is wanted. */
export function Notes({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('notes.list', { investigationId: investigation.id });
  const notes = read.data?.notes ?? [];
  const file: CaseFile = { kind: 'investigation', id: investigation.id };
  const sealed = useRead('seals.inFile', { file }).data?.notes ?? 0;
  return (
    <FileSection
      title={t('codes:heading.notes')}
      words={t('investigations:add.words.notes')}
      action={t('fileWork:notes.add')}
      keys="N"
      read={read}
      isEmpty={notes.length + sealed === 0}
      dialog={(close, corrects: NoteRow | null) =>
        read.data !== undefined && (
          <NoteDialog
            file={investigation}
            corrects={corrects}
            notes={notes}
            onReload={() => {
              void read.refetch();
            }}
            onClose={close}
          />
        )
      }
    >
      {(open) => (
        <>
          {sealed > 0 && <p className={fileClasses.none}>{t('records:sealed.notes', { count: sealed })}</p>}
          <ul className={shared.list}>
            {notes.toReversed().map((note) => (
              <Note
                key={note.id}
                note={note}
                onCorrect={() => {
                  open(note);
                }}
              />
            ))}
          </ul>
        </>
      )}
    </FileSection>
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
