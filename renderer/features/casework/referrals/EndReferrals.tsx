import type { OwedItem } from '#contract/casework/triage';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DangerDialog } from '../../../ui/DangerDialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { NoticeDialog } from '../../../ui/NoticeDialog.tsx';
import { StillOpen } from '../../../ui/StillOpen.tsx';
import { ConcludeDialog } from './ConcludeDialog.tsx';
import type { StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

/** Concluding referrals: first what they owe, each one key away, and once nothing is owed, the conclusion itself. */
export function EndReferrals(props: StepProps) {
  const { targets, onClose } = props;
  const t = useText();
  const { fileNumber } = useNames();
  const title = useStepTitle('conclude', targets);
  const read = useRead('referrals.owed', { referralIds: targets.map(({ id }) => id) });
  // A danger that another brought under a referral is of its unit.
  const unitOf = (item: OwedItem) => (targets.find(({ id }) => id === item.id) ?? targets[0])?.unitId ?? null;
  const [settling, { close: back, opener }] = useOpened<OwedItem>();
  if (read.data === undefined) return read.error === null ? null : <FailureAlert failure={read.error.failure} />;
  if (settling !== null) {
    const Settle = settling.kind === 'protection_notice' ? NoticeDialog : DangerDialog;
    return (
      <Settle
        referralId={settling.id}
        unitId={unitOf(settling)}
        number={settling.number}
        onClose={back}
        onDone={back}
      />
    );
  }
  const { items } = read.data;
  if (items.length === 0) return <ConcludeDialog {...props} />;
  return (
    <StillOpen
      title={title}
      text={t('triage:owed.text', { count: items.length })}
      points={items.map((item) => ({
        key: `${item.kind} ${item.id}`,
        name: t(`triage:owed.${item.kind}`, { number: fileNumber({ unitId: unitOf(item), number: item.number }) }),
        settle: opener(item),
      }))}
      onClose={onClose}
    />
  );
}
