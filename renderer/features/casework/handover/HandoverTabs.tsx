import { SegmentedControl } from '@mantine/core';
import type { HandoverDetail } from '#contract/casework/handover';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { HandoverPart } from './useHandedOver.ts';

interface HandoverTabsProps {
  readonly detail: HandoverDetail;
  readonly part: HandoverPart;
  readonly onPart: (part: HandoverPart) => void;
}

/** The parts of a handover, each with how much is in it. */
export function HandoverTabs({ detail, part, onPart }: HandoverTabsProps) {
  const t = useText();
  const format = useFormat();
  const parts: readonly (readonly [HandoverPart, string, number | null])[] = [
    ['files', t('investigations:nav'), detail.investigations.length],
    ['referrals', t('referrals:nav'), detail.referrals.length],
    ['tasks', t('codes:paperSection.tasks'), detail.tasks.length],
    ['dates', t('due:nav'), detail.due.length],
    ['papers', t('papers:title'), detail.papers.length],
    ['notes', t('fileWork:handover.written'), null],
  ];
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('fileWork:handover.nav')}
      value={part}
      onChange={(next) => {
        onPart(next);
      }}
      data={parts.map(([value, label, count]) => ({
        value,
        label: count === null ? label : `${label} ${format.number(count)}`,
      }))}
    />
  );
}
