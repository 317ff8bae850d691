import { useText } from '../../../i18n/text.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import classes from './Audit.module.css';
import { AuditTab } from './AuditTab.tsx';

/** The journal for who reads it and administers nothing. */
export function AuditScreen() {
  const t = useText();
  return (
    <>
      <PageHeader title={t('admin:tab.audit')} />
      <div className={classes.page}>
        <AuditTab />
      </div>
    </>
  );
}
