import { IconScale } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { TotalEvidence } from '#contract/statistics/estimate';
import type { Unit } from '#contract/accounts/people';
import { useText, type Translate } from '../../../i18n/text.ts';
import { totalEvidenceSentence } from '../../../lib/totalEvidence.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { EventStudies } from './checks/EventStudies.tsx';
import classes from './Estimate.module.css';
import { FitFacts } from './reliability/FitFacts.tsx';
import { Productivity } from './reliability/Productivity.tsx';
import { FanFigure } from './fan/FanFigure.tsx';
import { commonMonths } from './fan/commonMonths.ts';
import { Headline } from './headline/Headline.tsx';
import { likelihoodSentence } from './headline/unitWords.ts';
import { PlaceboTests } from './placebos/PlaceboTests.tsx';
import { Sensitivity } from './sensitivity/Sensitivity.tsx';
import type { EstimatedUnit } from './units/estimatedUnit.ts';
import { groupSentence } from './units/groupWords.ts';
import { Refused, type RefusedUnit } from './units/UnitsWithoutEstimate.tsx';
import { UnitGroups } from './units/UnitGroups.tsx';
import type { Question, Result } from './useEstimate.ts';
import { intervalSentence, type Format } from './estimateText.ts';

interface TotalViewProps {
  readonly result: Result;
  readonly names: readonly Unit[];
  readonly question: Question;
}

/** Several units: their sum from joint draws, what became of each, those that have no answer, and what all of it rests on. */
export function TotalView({ result, names, question }: TotalViewProps) {
  const t = useText();
  const { total, basis, fit, events } = result;
  const estimated = result.units.flatMap(({ unitId, code, result: own }): EstimatedUnit[] =>
    own.status === 'estimated' ? [{ unitId, code, estimate: own }] : [],
  );
  const refused = result.units.flatMap(({ unitId, code, result: own }): RefusedUnit[] =>
    own.status === 'refused' ? [{ unitId, code, refusal: own }] : [],
  );
  return (
    <>
      {total === null ? (
        <h2 className={classes.sentence} data-testid="sentence">
          {t('counterfactual:total.none')}
        </h2>
      ) : (
        <Total total={total} units={estimated} basis={basis} />
      )}
      {estimated.length > 0 && <UnitGroups units={estimated} names={names} />}
      {refused.length > 0 && <Refused units={refused} names={names} />}
      {fit !== null && (
        <div className={classes.columns}>
          <Productivity fit={fit} units={estimated.flatMap(ownProductivity)} />
          <FitFacts />
        </div>
      )}
      {events !== null && <EventStudies events={events} />}
      {total !== null && <Sensitivity question={question} avoided={total.avoided} pointClaim={false} />}
      <PlaceboTests question={question} />
    </>
  );
}

function ownProductivity({ code, estimate: { productivity } }: EstimatedUnit) {
  return productivity === null ? [] : [{ code, productivity }];
}

interface TotalProps {
  readonly basis: Result['basis'];
  readonly total: NonNullable<Result['total']>;
  readonly units: readonly EstimatedUnit[];
}

function Total({ total, units, basis }: TotalProps) {
  const t = useText();
  const format = useFormat();
  const drawn = useMemo(() => commonMonths(total), [total]);
  // Its last month with an answer is what "now" means.
  const asOf = total.months.findLast((_, index) => (total.fan[index] ?? null) !== null) ?? total.months.at(-1);
  if (asOf === undefined) return null;
  const main = intervalSentence(
    {
      subject: t('counterfactual:subject.total', { count: total.unitsCovered }),
      actual: total.backlogNow,
      month: asOf,
      avoided: total.avoided,
    },
    t,
    format,
  );
  const missing = total.unitsAsked - total.unitsCovered;
  const beside = [
    likelihoodSentence(total.probabilityBelow, 'total', basis, t, format),
    ...(missing > 0
      ? [t('counterfactual:total.notCovered', { count: missing, asked: format.number(total.unitsAsked) })]
      : []),
    groupSentence(units, t),
    ...(total.evidence ? [totalEvidenceSentence(total.evidence, t, format.percent)] : []),
  ];
  return (
    <>
      <Headline
        main={main}
        beside={beside.join(' ')}
        evidence={
          <>
            {total.evidence !== null && <TotalGrade grade={total.evidence.grade} />}
            <StatusBadge tone="neutral" icon={IconScale} label={gradesWords(units, t, format)} />
          </>
        }
      />
      <FanFigure
        title={t('counterfactual:total.title')}
        description={t('counterfactual:total.text', { count: total.unitsCovered })}
        series={total}
        drawn={drawn}
        asOf={asOf}
        fundingStart={null}
        pointClaim={false}
        hasMiddle
        covered={total.covered}
      />
    </>
  );
}

function TotalGrade({ grade }: Pick<TotalEvidence, 'grade'>) {
  const t = useText();
  const label =
    grade === null ? t('counterfactual:totalEvidence.none') : t('counterfactual:totalEvidence.grade', { grade });
  return <StatusBadge tone={grade === 'A' ? 'positive' : 'neutral'} icon={IconScale} label={label} />;
}

/** "Evidence of the units: 7 A, 7 B, 2 C, 10 D". */
function gradesWords(units: readonly EstimatedUnit[], t: Translate, format: Format): string {
  const list = (['A', 'B', 'C', 'D'] as const).flatMap((grade) => {
    const count = units.filter(({ estimate }) => estimate.grade === grade).length;
    return count === 0 ? [] : [`${format.number(count)}\u00a0${grade}`];
  });
  return t('counterfactual:total.grades', { list: list.join(', ') });
}
