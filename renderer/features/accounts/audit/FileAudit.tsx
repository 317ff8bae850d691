import type { CaseFile } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Audit.module.css';
import { FileAuditEntries } from './FileAuditEntries.tsx';
import { AuditPages, useAuditPlace } from './AuditPages.tsx';

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
