import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { IncomingTransfers } from './IncomingTransfers.tsx';
import { ReferralDesk } from './ReferralDesk.tsx';
import classes from './Referrals.module.css';

const byDeadline = { column: 'dueAt', descending: false };

/** What waits for whoever is signed in: open referrals that are theirs or nobody's, the latest in time first. */
export function InboxScreen() {
  const t = useText();
  const { user } = useSession();
  const waiting = useRead('referrals.waiting', {}).data;
  const first = useMemo(() => ({ openOnly: true, mineOrNobodys: user.id }), [user.id]);
  return (
    <ReferralDesk
      desk="inbox"
      title={t('triage:inbox.nav')}
      context={waiting !== undefined && t('triage:inbox.summary', { ...waiting })}
      above={
        <>
          <IncomingTransfers />
          <p className={classes.incoming}>
            <Anchor component={Link} href="/breaches" underline="always">
              {t('triage:breaches.title')}
            </Anchor>
          </p>
        </>
      }
      firstFilter={first}
      firstSort={byDeadline}
    />
  );
}
