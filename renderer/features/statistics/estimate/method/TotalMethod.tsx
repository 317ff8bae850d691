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
  return (
    <>
      {fit !== null && (
        <div className={classes.columns}>
          <Productivity fit={fit} {...ownProductivity(units)} />
          <FitFacts />
        </div>
      )}
      {events !== null && <EventStudies events={events} />}
      {total !== null && (
        <ScepticAnswer avoided={total.avoided} sceptic={total.sceptic} grade={total.evidence?.grade ?? null} />
      )}
      {total !== null && (
        <Sensitivity question={question} avoided={total.avoided} grade={total.evidence?.grade ?? null} />
      )}
      <PlaceboTests question={question} />
    </>
  );
}
