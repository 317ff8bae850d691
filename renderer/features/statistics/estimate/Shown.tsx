import { useMemo } from 'react';
import { useRead } from '../../../bridge/queries.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { Unit } from '#contract/accounts/people';
import classes from './Estimate.module.css';
import { ProvenanceContext, useMethodLines } from './figures/Provenance.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import { TotalView } from './TotalView.tsx';
import { UnitView } from './UnitView.tsx';
import type { Question, Result } from './useEstimate.ts';
import type { Format } from './estimateText.ts';

interface ShownProps {
  readonly result: Result;
  readonly question: Question;
}

/** One unit asked for is one unit's page; several are a total with its parts. */
export function Shown({ result, question }: ShownProps) {
  const t = useText();
  const format = useFormat();
  const names = useRead('units.list', {}).data?.units ?? [];
  const about = aboutWords(result, names, t, format);
  const provenance = useMemo(() => ({ result, about }), [result, about]);
  const [first] = result.units;
  const isOne = result.units.length === 1 && first !== undefined;
  if (isOne && first.result.status === 'refused') return <RefusalNotice unit={first} refusal={first.result} />;
  return (
    <ProvenanceContext value={provenance}>
      {isOne && first.result.status === 'estimated' ? (
        <UnitView code={first.code} estimate={first.result} result={result} question={question} />
      ) : (
        <TotalView result={result} names={names} question={question} />
      )}
      <ProvenanceNote />
    </ProvenanceContext>
  );
}

function aboutWords({ units }: Result, names: readonly Unit[], t: Translate, format: Format): string {
  const [first] = units;
  if (units.length !== 1 || first === undefined) return t('counterfactual:pick.several', { count: units.length });
  const name = names.find(({ id }) => id === first.unitId)?.name;
  return name === undefined ? first.code : `${first.code} · ${format.bilingual(name)}`;
}

/** How the answer was made, for those who want to make it again. */
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
