import { useMemo } from 'react';
import { useRead } from '../../../bridge/queries.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { Unit } from '#contract/accounts/people';
import type { Month } from '#contract/ground/dates';
import classes from './Estimate.module.css';
import type { Format } from './estimateText.ts';
import { ProvenanceContext, useMethodLines } from './figures/Provenance.ts';
import { TotalMethod } from './method/TotalMethod.tsx';
import { UnitMethod } from './method/UnitMethod.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';
import { TotalEstimate } from './TotalEstimate.tsx';
import { UnitEstimate } from './UnitEstimate.tsx';
import type { EstimatedUnit } from './estimatedUnit.ts';
import type { Question, Result } from './useEstimate.ts';

interface EstimateResultProps {
  readonly result: Result;
  readonly question: Question;
  /** The last month that can be answered. */
  readonly answered: Month;
  readonly tab: 'estimate' | 'method';
}

/** One unit has a page of its own; several are a total with its parts. */
export function EstimateResult({ result, question, answered, tab }: EstimateResultProps) {
  const t = useText();
  const format = useFormat();
  const names = useRead('units.list', {}).data?.units ?? [];
  const about = aboutText(result, names, t, format);
  const provenance = useMemo(() => ({ result, about }), [result, about]);
  const [first] = result.units;
  const only = result.units.length === 1 ? first : undefined;
  if (only?.result.status === 'refused')
    return (
      <RefusalNotice unit={only} refusal={only.result} answered={answered < question.lastMonth ? answered : null} />
    );
  const estimated = result.units.flatMap(({ unitId, code, result: own }): EstimatedUnit[] =>
    own.status === 'estimated' ? [{ unitId, code, estimate: own }] : [],
  );
  const unit = only === undefined ? undefined : estimated[0];
  return (
    <ProvenanceContext value={provenance}>
      {tab === 'estimate' ? (
        unit === undefined ? (
          <TotalEstimate result={result} units={estimated} names={names} />
        ) : (
          <UnitEstimate estimate={unit.estimate} />
        )
      ) : (
        <>
          {unit === undefined ? (
            <TotalMethod result={result} units={estimated} question={question} />
          ) : (
            <UnitMethod code={unit.code} estimate={unit.estimate} result={result} question={question} />
          )}
          <ProvenanceNote />
        </>
      )}
    </ProvenanceContext>
  );
}

function aboutText({ units, total }: Result, names: readonly Unit[], t: Translate, format: Format): string {
  const [first] = units;
  if (total !== null && total.unitsCovered < total.unitsAsked)
    return t('counterfactual:pick.covered', {
      covered: format.number(total.unitsCovered),
      asked: format.number(total.unitsAsked),
    });
  if (units.length !== 1 || first === undefined) return t('counterfactual:pick.several', { count: units.length });
  const name = names.find(({ id }) => id === first.unitId)?.name;
  return name === undefined ? first.code : `${first.code} · ${format.bilingual(name)}`;
}

/** How the estimate was made, so that it can be made again. */
function ProvenanceNote() {
  const t = useText();
  return (
    <footer className={classes.provenance}>
      {useMethodLines().map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{t('counterfactual:provenance')}</p>
    </footer>
  );
}
