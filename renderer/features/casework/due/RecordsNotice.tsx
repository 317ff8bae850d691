import { IconLock } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useNewDay } from '../../../lib/useNewDay.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Due.module.css';

/** For those who keep the records: what is to be sealed, and whose time of keeping is over or nearly. */
export function RecordsNotice() {
  const mayKeep = useHasRole('supervisor', 'administrator');
  return mayKeep ? <Waiting /> : null;
}

function Waiting() {
  const t = useText();
  useNewDay('records');
  const seals = useRead('seals.due', { filter: {} }).data;
  const kept = useRead('retention.due', { filter: {} }).data?.total.value ?? 0;
  const toSeal = seals === undefined ? 0 : seals.rows.filter(({ urgency }) => urgency === 'overdue').length;
  const undecided = seals?.undecided.length ?? 0;
  if (toSeal + undecided + kept === 0) return null;
  return (
    <div className={classes.records}>
      <Notice tone="dueSoon" icon={IconLock} title={t('records:notice.title')} isOneLine>
        {toSeal + undecided > 0 && (
          <Link href="/records/toSeal">
            {t('records:notice.toSeal', { count: toSeal })}{' '}
            {undecided > 0 && t('records:notice.undecided', { count: undecided })}
          </Link>
        )}{' '}
        {kept > 0 && <Link href="/records/retention">{t('records:notice.kept', { count: kept })}</Link>}
      </Notice>
    </div>
  );
}
