import type { CorrectionRow } from '#contract/casework/corrections';
import type { CaseFile } from '#contract/ground/ids';
import { fields } from '#contract/words/fields';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import shared from '../../../ui/Shared.module.css';
import { CorrectionActs } from './CorrectionActs.tsx';
import { RestoreDialog, ReviewDialog } from './CorrectionDialogs.tsx';
import classes from './Corrections.module.css';

export function useCorrections(file: CaseFile): readonly CorrectionRow[] {
  return useRead('corrections.list', { file }).data?.corrections ?? [];
}

/** What was put right in a file, the latest first: what it said before and says now, why, by whom, and who looked at it. */
export function Corrections({ rows }: { readonly rows: readonly CorrectionRow[] }) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  const [opened, dialogs] = useOpened<{ readonly step: 'review' | 'restore'; readonly row: CorrectionRow }>();
  return (
    <>
      <ul className={classes.list}>
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
  return row.changes.map(({ field, before, after }) => (
    <div key={field}>
      <span className={shared.dimmed}>
        {field in fields ? t(`codes:field.${field as keyof typeof fields}`) : field}
      </span>{' '}
      {before !== null && <del className={classes.value}>{format.bilingual(before)}</del>}
      {before !== null && after !== null && ' → '}
      {after !== null && <span className={classes.value}>{format.bilingual(after)}</span>}
    </div>
  ));
}
