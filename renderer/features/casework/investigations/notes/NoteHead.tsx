import type { NoteRow } from '#contract/casework/notes';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from './Notes.module.css';

/** Which note it is, by whom and when, and which others it corrects or is corrected by. */
export function NoteHead({ note }: { readonly note: NoteRow }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <span className={classes.number}>{t('fileWork:notes.number', { number: note.position })}</span>
      <span className={shared.dimmed}>
        {format.instant(note.at)} · {note.by}
      </span>
      {note.corrects !== null && <span>{t('fileWork:notes.corrects', { number: note.corrects })}</span>}
      {note.correctedBy !== null && <span>{t('fileWork:notes.correctedBy', { number: note.correctedBy })}</span>}
    </>
  );
}
