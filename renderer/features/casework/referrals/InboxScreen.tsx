import { Anchor, SegmentedControl } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { DueWindow, ReferralFilter } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { LinkedSummary } from '../../../ui/LinkedSummary.tsx';
import { IncomingTransfers, Offered } from './IncomingTransfers.tsx';
import { urgentFirst } from './orders.ts';
import { ReferralDesk } from './ReferralDesk.tsx';
import type { Output } from '#contract/index';
import { useFormat } from '../../../lib/useFormat.ts';
import { useIncoming } from './useIncoming.ts';
import type { TransferRow } from '#contract/casework/transfers';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DecideTransferDialog, type Decision } from '../../../ui/DecideTransferDialog.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import classes from './Referrals.module.css';

interface OfferedListProps {
  readonly title: string;
  readonly context: ReactNode;
  readonly tabs: ReactNode;
}

/** Every file that other units offer, the longest waiting first. */
function OfferedList({ title, context, tabs }: OfferedListProps) {
  const t = useText();
  const offers = useIncoming();
  const { fileNumber } = useNames();
  const [deciding, dialog] = useOpened<{ transfer: TransferRow; decision: Decision }>();
  return (
    <>
      <PageHeader title={title} context={context} />
      <div className={classes.incoming}>{tabs}</div>
      {offers.length === 0 && <p className={classes.incoming}>{t('triage:inbox.noneOffered')}</p>}
      {offers.map((transfer) => (
        <Offered
          key={transfer.id}
          transfer={transfer}
          title={fileNumber({ unitId: transfer.fromUnitId, number: transfer.number })}
          onDecide={(decision) => {
            dialog.open({ transfer, decision });
          }}
        />
      ))}
      {deciding !== null && <DecideTransferDialog {...deciding} onClose={dialog.close} />}
    </>
  );
}

const inboxTabs = ['all', 'mine', 'unassigned', 'offered'] as const;
type InboxTab = (typeof inboxTabs)[number];

interface InboxTabsProps {
  readonly tab: InboxTab;
  readonly waiting: Output<'referrals.waiting'> | undefined;
  readonly onTab: (tab: InboxTab) => void;
}

/** The parts of the inbox, each with how many wait in it. */
function InboxTabs({ tab, waiting, onTab }: InboxTabsProps) {
  const t = useText();
  const format = useFormat();
  const offered = useIncoming().length;
  const { mine = 0, unassigned = 0 } = waiting ?? {};
  const counts: Readonly<Record<InboxTab, number>> = { all: mine + unassigned, mine, unassigned, offered };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('triage:inbox.nav')}
      value={tab}
      onChange={(next) => {
        onTab(next);
      }}
      data={inboxTabs.map((each) => ({
        value: each,
        label: `${t(`triage:inbox.tab.${each}`)} ${format.number(counts[each])}`,
      }))}
    />
  );
}

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
