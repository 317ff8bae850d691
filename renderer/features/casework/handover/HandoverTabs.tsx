import { SegmentedControl } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import classes from './HandoverTabs.module.css';
import type { HandoverPart } from './useHandedOver.ts';

interface HandoverTabsProps {
  readonly part: HandoverPart;
  readonly onPart: (part: HandoverPart) => void;
}

/** The parts of a handover: none says how much one officer holds. */
export function HandoverTabs({ part, onPart }: HandoverTabsProps) {
  const t = useText();
  const parts: readonly (readonly [HandoverPart, string])[] = [
    ['files', t('investigations:nav')],
    ['referrals', t('referrals:nav')],
    ['tasks', t('codes:paperSection.tasks')],
    ['hearings', t('fileWork:hearings.title')],
    ['dates', t('due:nav')],
    ['papers', t('papers:title')],
    ['notes', t('fileWork:handover.written')],
  ];
  return (
    <SegmentedControl
      size="xs"
      classNames={classes}
      aria-label={t('fileWork:handover.nav')}
      value={part}
      onChange={(next) => {
        onPart(next);
      }}
      data={parts.map(([value, label]) => ({ value, label }))}
    />
  );
}
