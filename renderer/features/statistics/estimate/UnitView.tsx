import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { CrossChecks } from './checks/CrossChecks.tsx';
import { EventStudies } from './checks/EventStudies.tsx';
import classes from './Estimate.module.css';
import { Evidence } from './reliability/ReliabilityFacts.tsx';
import { FitFacts } from './reliability/FitFacts.tsx';
import { Criteria, GradeBadge } from './reliability/Grade.tsx';
import { Money } from './reliability/FundedResources.tsx';
import { Productivity } from './reliability/Productivity.tsx';
import { FanFigure } from './fan/FanFigure.tsx';
import { Headline } from './headline/Headline.tsx';
import { unitWords } from './headline/unitWords.ts';
import { PlaceboTests } from './placebos/PlaceboTests.tsx';
import { Sensitivity } from './sensitivity/Sensitivity.tsx';
import type { Question, Result } from './useEstimate.ts';

interface UnitViewProps {
  readonly code: string;
  readonly estimate: Estimate;
  readonly result: Result;
  readonly question: Question;
}

/** One unit: the answer, how sure it is, what other methods and other assumptions say, and tests that should find nothing. */
export function UnitView({ code, estimate, result: { basis, fit, events }, question }: UnitViewProps) {
  const t = useText();
  const format = useFormat();
  const { main, beside } = unitWords(estimate, code, basis, t, format);
  const { productivity } = estimate;
  return (
    <>
      <Headline main={main} beside={beside} evidence={<GradeBadge grade={estimate.grade} />} />
      <FanFigure
        title={t('counterfactual:fan.title')}
        description={t('counterfactual:fan.text')}
        series={estimate}
        asOf={estimate.asOf}
        fundingStart={estimate.fundingStart}
        pointClaim={estimate.pointClaim}
        hasMiddle={!estimate.gradeReasons.includes('small_counts')}
      />
      <div className={classes.thirds}>
        <Money estimate={estimate} />
        <Evidence estimate={estimate} />
        <Criteria estimate={estimate} />
      </div>
      {fit !== null && (
        <div className={classes.columns}>
          <Productivity fit={fit} units={productivity === null ? [] : [{ code, productivity }]} />
          <FitFacts />
        </div>
      )}
      <CrossChecks estimate={estimate} />
      {events !== null && <EventStudies events={events} />}
      <Sensitivity question={question} avoided={estimate.avoided} pointClaim={estimate.pointClaim} />
      <PlaceboTests question={question} unit={estimate.placebo} />
    </>
  );
}
