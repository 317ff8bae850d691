import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { useText } from '../../../../i18n/text.ts';
import { AssumptionSets } from '../sets/AssumptionSets.tsx';
import { SideDrawer } from '../SideDrawer.tsx';
import type { Question } from '../useEstimate.ts';
import classes from './Assumptions.module.css';
import { ChoiceAssumption } from './ChoiceAssumption.tsx';
import { Effect } from './Effect.tsx';
import { NumberAssumption } from './NumberAssumption.tsx';

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
        <ChoiceAssumption name="administrative" {...shared} />
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
