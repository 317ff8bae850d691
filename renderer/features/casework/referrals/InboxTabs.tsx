import { SegmentedControl } from '@mantine/core';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useIncoming } from './useIncoming.ts';

const inboxTabs = ['all', 'mine', 'unassigned', 'offered'] as const;
export type InboxTab = (typeof inboxTabs)[number];

interface InboxTabsProps {
  readonly tab: InboxTab;
  readonly waiting: Output<'referrals.waiting'> | undefined;
  readonly onTab: (tab: InboxTab) => void;
}

/** The parts of the inbox, each with how many wait in it. */
export function InboxTabs({ tab, waiting, onTab }: InboxTabsProps) {
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
