import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef, type RefObject } from 'react';
import { useSearch } from 'wouter';
import type { CorrectionRow } from '#contract/casework/corrections';
import type { CaseFile, PersonId } from '#contract/ground/ids';
import { fields } from '#contract/words/fields';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { takeFocus } from '../../../lib/takeFocus.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import shared from '../../../ui/Shared.module.css';
import { CorrectionActs } from './CorrectionActs.tsx';
import { RestoreDialog, ReviewDialog } from './CorrectionDialogs.tsx';
import classes from './Corrections.module.css';

/** The end of the address of a file at its corrections. */
export const correctionsOf = 'corrections';

/** What the rest of the file shows on purpose only. */
const hiddenFields: ReadonlySet<string> = new Set<keyof typeof fields>(['concerning', 'message', 'reason', 'summary']);

export function useCorrections(file: CaseFile): readonly CorrectionRow[] {
  return useRead('corrections.list', { file }).data?.corrections ?? [];
}

/** A deadline leads here: once the parts above have all been read, which moves what follows. */
function useArrival(list: RefObject<HTMLElement | null>): void {
  const isAsked = useSearch() === correctionsOf;
  const isReading = useIsFetching() > 0;
  const hasArrived = useRef(false);
  useEffect(() => {
    if (!isAsked || isReading || hasArrived.current) return;
    hasArrived.current = true;
    takeFocus(list.current, { preventScroll: true });
    list.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, [isAsked, isReading, list]);
}

interface CorrectionsProps {
  readonly rows: readonly CorrectionRow[];
  /** Seals a person who was taken out; left out where the session may not. */
  readonly onSeal?: ((struck: StruckPerson) => void) | undefined;
}

export interface StruckPerson {
  readonly file: CaseFile;
  readonly personId: PersonId;
  readonly name: string;
}

/** What was put right in a file, the latest first: what it said before and says now, why, by whom, and who looked at it. */
export function Corrections({ rows, onSeal }: CorrectionsProps) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  const list = useRef<HTMLUListElement>(null);
  useArrival(list);
  const [opened, dialogs] = useOpened<{ readonly step: 'review' | 'restore'; readonly row: CorrectionRow }>();
  const sealOf = ({ file, recordId, record, changes, mayRestore }: CorrectionRow) => {
    if (onSeal === undefined || record !== 'person' || !mayRestore) return null;
    const said = changes.find(({ field }) => field === 'name')?.before ?? null;
    const name = said === null ? t('codes:correctedRecord.person') : format.bilingual(said);
    const run = () => {
      onSeal({ file, personId: recordId as PersonId, name });
    };
    return { name, run };
  };
  return (
    <>
      <ul ref={list} className={classes.list} tabIndex={-1}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className={classes.record}>{t(`codes:correctedRecord.${row.record}`)}</span>{' '}
            <span className={shared.dimmed}>
              {t('corrections:by', { name: names.person(row.by), at: format.instant(row.at) })}
            </span>
            {row.act !== 'corrected' && <div>{t(`codes:correctionAct.${row.act}`)}</div>}
            <Changes row={row} />
            <div>{t('corrections:because', { reason: row.reason })}</div>
            <CorrectionActs
              row={row}
              onStep={(step) => {
                dialogs.open({ step, row });
              }}
              seal={sealOf(row)}
            />
          </li>
        ))}
      </ul>
      {opened?.step === 'review' && <ReviewDialog row={opened.row} onClose={dialogs.close} />}
      {opened?.step === 'restore' && <RestoreDialog row={opened.row} onClose={dialogs.close} />}
    </>
  );
}

function Changes({ row }: { readonly row: CorrectionRow }) {
  const t = useText();
  const format = useFormat();
  return row.changes.map(({ field, before, after }) => {
    const label = field in fields ? t(`codes:field.${field as keyof typeof fields}`) : field;
    const said = (
      <>
        {before !== null && <del className={classes.value}>{format.bilingual(before)}</del>}
        {before !== null && after !== null && ' → '}
        {after !== null && <span className={classes.value}>{format.bilingual(after)}</span>}
      </>
    );
    if (hiddenFields.has(field)) return <HiddenText key={field} label={label} text={said} />;
    return (
      <div key={field}>
        <span className={shared.dimmed}>{label}</span> {said}
      </div>
    );
  });
}
