import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { useText } from '../../../../i18n/text.ts';
import { AssumptionSets } from '../sets/AssumptionSets.tsx';
import { SideDrawer } from '../SideDrawer.tsx';
import classes from './Assumptions.module.css';
import { NumberAssumption } from './NumberAssumption.tsx';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Assumption } from './Assumption.tsx';
import { assumedValue, isDefault } from './assumptionWords.ts';
import { useEstimate, type Question, type Result } from '../useEstimate.ts';
import { rangeText } from '../estimateText.ts';

function avoidedOf(result: Result | undefined) {
  if (result === undefined) return null;
  if (result.total !== null) return result.total.avoided;
  const only = result.units[0]?.result;
  return only?.status === 'estimated' ? only.avoided : null;
}

/** The interval under the default assumptions, and under those in use. */
function Effect({ question }: { readonly question: Question }) {
  const t = useText();
  const format = useFormat();
  const before = avoidedOf(useEstimate({ ...question, assumptions: defaultAssumptions }).query.data);
  const after = avoidedOf(useEstimate(question).query.data);
  if (before === null || after === null) return null;
  const range = ({ p10, p90 }: { readonly p10: number; readonly p90: number }) =>
    rangeText({ low: p10, high: p90 }, t, format);
  return (
    <div className={classes.effect} role="status">
      <p>{t('counterfactual:assumptions.effectDefault', { range: range(before) })}</p>
      {!isDefault(question.assumptions) && <p>{t('counterfactual:assumptions.effectNow', { range: range(after) })}</p>}
    </div>
  );
}

const choices = {
  rampMonths: [null, 3, 6, 9, 12, 18],
  pooling: ['partial', 'none', 'complete'],
  coupling: ['shared', 'independent'],
  backlogDefinition: ['as_counted', 'with_court'],
} as const satisfies { readonly [N in keyof Assumptions]?: readonly Assumptions[N][] };

interface ChoiceAssumptionProps {
  readonly name: keyof typeof choices;
  readonly draft: Assumptions;
  readonly onChange: (changes: Partial<Assumptions>) => void;
}

/** An assumption that is one of a few, the default first. */
function ChoiceAssumption({ name, draft, onChange }: ChoiceAssumptionProps) {
  const t = useText();
  const format = useFormat();
  return (
    <Assumption name={name} draft={draft}>
      <Choice
        label={t(`counterfactual:assumptions.${name}.label`)}
        value={String(draft[name])}
        options={choices[name].map((value) => ({
          value: String(value),
          label: assumedValue(name, { ...draft, [name]: value }, t, format),
        }))}
        onChange={(written) => {
          const value = choices[name].find((choice) => String(choice) === written);
          if (value !== undefined) onChange({ [name]: value });
        }}
      />
    </Assumption>
  );
}

interface AssumptionsDrawerProps {
  /** With the assumptions in force. */
  readonly question: Question;
  readonly onApply: (assumptions: Assumptions) => void;
  readonly onClose: () => void;
}

/** The assumptions, with their defaults and sources; a change is computed, not approximated. */
export function AssumptionsDrawer({ question, onApply, onClose }: AssumptionsDrawerProps) {
  const t = useText();
  const [draft, setDraft] = useState(question.assumptions);
  const apply = (assumptions: Assumptions) => {
    setDraft(assumptions);
    onApply(assumptions);
  };
  const shared = {
    draft,
    onChange: (changes: Partial<Assumptions>) => {
      setDraft({ ...draft, ...changes });
    },
  };
  return (
    <SideDrawer title={t('counterfactual:assumptions.title')} onClose={onClose}>
      <Stack gap="lg">
        <p className={classes.text}>{t('counterfactual:assumptions.text')}</p>
        <AssumptionSets assumptions={draft} onChoose={apply} />
        <ChoiceAssumption name="rampMonths" {...shared} />
        <NumberAssumption name="overtimeProductivity" {...shared} />
        <NumberAssumption name="substitutionShare" {...shared} />
        <NumberAssumption name="inducedInflowShare" {...shared} />
        <ChoiceAssumption name="pooling" {...shared} />
        <NumberAssumption name="capacityExponent" {...shared} />
        <ChoiceAssumption name="coupling" {...shared} />
        <ChoiceAssumption name="backlogDefinition" {...shared} />
        <div className={classes.foot}>
          <Effect question={question} />
          <Group gap="sm">
            <Button
              onClick={() => {
                onApply(draft);
              }}
            >
              {t('counterfactual:assumptions.apply')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                apply(defaultAssumptions);
              }}
            >
              {t('counterfactual:assumptions.reset')}
            </Button>
          </Group>
        </div>
      </Stack>
    </SideDrawer>
  );
}
