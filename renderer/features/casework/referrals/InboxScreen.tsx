import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DueWindow, ReferralFilter } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { LinkedSummary } from '../../../ui/LinkedSummary.tsx';
import { InboxTabs, type InboxTab } from './InboxTabs.tsx';
import { IncomingTransfers } from './IncomingTransfers.tsx';
import { OfferedList } from './OfferedList.tsx';
import { urgentFirst } from './orders.ts';
import { ReferralDesk } from './ReferralDesk.tsx';

/** What waits for the signed-in user: open referrals assigned to them or to nobody, and those that other units offer. */
export function InboxScreen() {
  const t = useText();
  const { user } = useSession();
  const waiting = useRead('referrals.waiting', {}).data;
  const [tab, setTab] = useKeptState<InboxTab>('inbox.tab', 'all');
  const filters: Readonly<Record<Exclude<InboxTab, 'offered'>, ReferralFilter>> = useMemo(
    () => ({
      all: { openOnly: true, mineOrNobodys: user.id },
      mine: { openOnly: true, assignedTo: user.id },
      unassigned: { openOnly: true, assignedTo: 'nobody' },
    }),
    [user.id],
  );
  const title = t('triage:inbox.nav');
  const hrefOf = (due: DueWindow, count: number) =>
    count === 0 ? null : `/inbox?openOnly=true&mineOrNobodys=${user.id}&due=${due}`;
  const context = waiting !== undefined && (
    <>
      <LinkedSummary
        text={t('triage:inbox.summary', { ...waiting })}
        hrefs={[hrefOf('overdue', waiting.overdue), hrefOf('rescore', waiting.toScore)]}
        onOpen={() => {
          setTab('all');
        }}
      />{' '}
      <Anchor component={Link} href="/breaches" inherit underline="always">
        {t('triage:breaches.title')}
      </Anchor>
    </>
  );
  const tabs = <InboxTabs tab={tab} waiting={waiting} onTab={setTab} />;
  if (tab === 'offered') return <OfferedList title={title} context={context} tabs={tabs} />;
  return (
    <ReferralDesk
      key={tab}
      desk="inbox"
      title={title}
      context={context}
      above={tab === 'all' && <IncomingTransfers />}
      tabs={tabs}
      firstFilter={filters[tab]}
      firstSort={urgentFirst}
      part={tab === 'all' ? '' : `.${tab}`}
    />
  );
}
