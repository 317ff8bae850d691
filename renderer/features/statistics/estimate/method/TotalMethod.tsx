import { shownOf } from '#contract/statistics/shown';
import { EventStudies } from '../checks/EventStudies.tsx';
import classes from '../Estimate.module.css';
import { PlaceboTests } from '../placebos/PlaceboTests.tsx';
import { FitFacts } from '../reliability/FitFacts.tsx';
import { ownProductivity } from '../reliability/ownProductivity.ts';
import { Productivity } from '../reliability/Productivity.tsx';
import { Sensitivity } from '../sensitivity/Sensitivity.tsx';
import type { EstimatedUnit } from '../estimatedUnit.ts';
import { ScepticAnswer } from './ScepticAnswer.tsx';
import type { Question, Result } from '../useEstimate.ts';

interface TotalMethodProps {
  readonly result: Result;
  readonly units: readonly EstimatedUnit[];
  readonly question: Question;
}

/** What a total rests on: the fit of all units, the event studies, other assumptions and placebo tests. */
export function TotalMethod({ result: { total, fit, events }, units, question }: TotalMethodProps) {
  const shown = shownOf(total?.evidence ?? null);
  return (
    <>
      {fit !== null && (
        <div className={classes.columns}>
          <Productivity fit={fit} {...ownProductivity(units)} hasMean={shown.figure} />
          <FitFacts />
        </div>
      )}
      {events !== null && <EventStudies events={events} />}
      {total !== null && <ScepticAnswer avoided={total.avoided} sceptic={total.sceptic} hasMean={shown.figure} />}
      {total !== null && <Sensitivity question={question} found={total} shown={shown} />}
      <PlaceboTests question={question} />
    </>
  );
}
