import type { CaseFile } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Audit.module.css';
import { AuditPages, useAuditPlace } from './AuditPages.tsx';
import type { AuditRow } from '#contract/accounts/audit';
import { useFormat } from '../../../lib/useFormat.ts';
import shared from '../../../ui/Shared.module.css';
import { Outcome } from './AuditEntries.tsx';
import { useActWords } from './useActWords.ts';

/** What was done with one file, as a list: a table is too wide for a panel. What was done is not marked as done. */
function FileAuditEntries({ rows }: { readonly rows: readonly AuditRow[] }) {
  const t = useText();
  const format = useFormat();
  const wordsOf = useActWords();
  return (
    <ul className={classes.entries} aria-label={t('admin:audit.ofFile')}>
      {rows.map((row) => {
        const { act, details } = wordsOf(row);
        return (
          <li key={row.sequence} className={classes.entry}>
            <div className={classes.entryText}>
              <p>
                {act} {details !== '' && <span className={shared.dimmed}>{details}</span>}
              </p>
              <p className={shared.dimmed}>
                {row.actor}, {format.instant(row.at)}
              </p>
            </div>
            {(row.outcome === 'refused' || row.ended === 'not_done') && <Outcome row={row} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Who saw and changed one file. */
export function FileAudit({ file }: { readonly file: CaseFile }) {
  const t = useText();
  const place = useAuditPlace(20);
  const read = useRead('audit.history', { file, ...place.page }, { keepPrevious: true });
  const rows = read.data?.rows ?? [];
  return (
    <>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {read.isSuccess && rows.length === 0 ? (
        <p className={classes.note}>{t('admin:audit.noneTitle')}</p>
      ) : (
        <FileAuditEntries rows={rows} />
      )}
      <AuditPages place={place} rows={rows} />
    </>
  );
}
