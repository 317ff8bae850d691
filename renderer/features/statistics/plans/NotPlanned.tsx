import { IconInfoCircle } from '@tabler/icons-react';
import type { NotPlanned as Unit } from '#contract/statistics/plans';
import { useText, type Translate } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Plans.module.css';

/** Why a unit has no plan: each reason is a sentence. */
function reasonOf({ reason, refusals, gradeReasons }: Unit, t: Translate): string {
  const why = [
    ...refusals.map((each) => t(`codes:refusal.${each}`)),
    ...gradeReasons.map((each) => t(`codes:gradeReason.${each}`)),
  ];
  const words = t(`plans:notPlanned.${reason}`);
  return why.length === 0 ? words : t('plans:notPlanned.because', { words, why: why.join('. ') });
}

/** The units without a plan, each with the reason. */
export function NotPlanned({ units }: { readonly units: readonly Unit[] }) {
  const t = useText();
  if (units.length === 0) return null;
  return (
    <div data-testid="not-planned">
      <Notice tone="neutral" icon={IconInfoCircle} title={t('plans:notPlanned.title', { count: units.length })}>
        {units.map((unit) => (
          <p key={unit.unitId} className={classes.refused}>
            {unit.code} · {reasonOf(unit, t)}
          </p>
        ))}
      </Notice>
    </div>
  );
}
