import { IconAlertTriangle } from '@tabler/icons-react';
import type { UnitId, UserId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useLeaves } from '../../../lib/useLeaves.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface LeaveWarningsProps {
  readonly unitId: UnitId;
  readonly officer: UserId;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly coverId: string;
}

/** Days on which nobody would act: the chosen cover is away too, or the officer covers another. */
export function LeaveWarnings({ unitId, officer, fromOn, untilOn, coverId }: LeaveWarningsProps) {
  const t = useText();
  const { person } = useNames();
  const common = useLeaves()
    .all.filter((each) => each.unitId === unitId && each.fromOn <= untilOn && each.untilOn >= fromOn)
    .map((each) => ({
      isOfCover: each.userId === coverId,
      isForOfficer: each.coverId === officer,
      days: {
        name: person(each.userId),
        from: each.fromOn > fromOn ? each.fromOn : fromOn,
        to: each.untilOn < untilOn ? each.untilOn : untilOn,
      },
    }));
  const warnings = [
    ...common.filter(({ isOfCover }) => isOfCover).map(({ days }) => t('fileWork:leave.coverAway', days)),
    ...common.filter(({ isForOfficer }) => isForOfficer).map(({ days }) => t('fileWork:leave.coversOther', days)),
  ];
  return warnings.map((text) => <Notice key={text} tone="dueSoon" icon={IconAlertTriangle} title={text} />);
}
