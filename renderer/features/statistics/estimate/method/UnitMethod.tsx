import type { Estimate } from '#contract/statistics/estimate';
import { shownOf } from '#contract/statistics/shown';
import { CrossChecks } from '../checks/CrossChecks.tsx';
import { EventStudies } from '../checks/EventStudies.tsx';
import classes from '../Estimate.module.css';
import { PlaceboTests } from '../placebos/PlaceboTests.tsx';
import { Criteria } from '../reliability/Criteria.tsx';
import { FitFacts } from '../reliability/FitFacts.tsx';
import { FundedResources } from '../reliability/FundedResources.tsx';
import { ownProductivity } from '../reliability/ownProductivity.ts';
import { Productivity } from '../reliability/Productivity.tsx';
import { ReliabilityFacts } from '../reliability/ReliabilityFacts.tsx';
import { Sensitivity } from '../sensitivity/Sensitivity.tsx';
import { ScepticAnswer } from './ScepticAnswer.tsx';
import type { Question, Result } from '../useEstimate.ts';

interface UnitMethodProps {
  readonly code: string;
  readonly estimate: Estimate;
  readonly result: Result;
  readonly question: Question;
}

/** What a unit's estimate rests on: data and criteria, the fit, other methods, other assumptions and placebo tests. */
export function UnitMethod({ code, estimate, result: { fit, events }, question }: UnitMethodProps) {
  const shown = shownOf(estimate);
  return (
    <>
      <div className={classes.thirds}>
        <FundedResources estimate={estimate} />
        <ReliabilityFacts estimate={estimate} />
        <Criteria estimate={estimate} />
      </div>
      {fit !== null && (
        <div className={classes.columns}>
          <Productivity fit={fit} {...ownProductivity([{ code, estimate }])} hasMean={shown.figure} />
          <FitFacts />
        </div>
      )}
      <CrossChecks estimate={estimate} />
      {events !== null && <EventStudies events={events} />}
      <ScepticAnswer avoided={estimate.avoided} sceptic={estimate.sceptic} hasMean={shown.figure} />
      <Sensitivity question={question} found={estimate} shown={shown} />
      <PlaceboTests question={question} unit={estimate.placebo} />
    </>
  );
}
