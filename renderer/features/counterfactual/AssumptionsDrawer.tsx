import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { defaultAssumptions, type Assumptions } from '#contract/assumptions';
import type { Month } from '#contract/dates';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Choice } from '../../ui/Choice.tsx';
import classes from './Counterfactual.module.css';
import { useCounterfactual, type Result, type Scope } from './useCounterfactual.ts';
import { whole } from './words.ts';
import { SideDrawer } from './SideDrawer.tsx';

const ramps = [3, 6, 9, 12, 18] as const;

interface AssumptionsDrawerProps {
  readonly scope: Scope;
  readonly lastMonth: Month;
  /** Those in force. */
  readonly assumptions: Assumptions;
  readonly onApply: (assumptions: Assumptions) => void;
  readonly onClose: () => void;
}

/** What is taken for granted: each with its default and where that comes from; a change is run, not guessed. */
export function AssumptionsDrawer({ scope, lastMonth, assumptions, onApply, onClose }: AssumptionsDrawerProps) {
  const t = useText();
  const format = useFormat();
  const [draft, setDraft] = useState(assumptions);
  const change = (changes: Partial<Assumptions>) => {
    setDraft({ ...draft, ...changes });
  };
  const share = (value: string | number) => (typeof value === 'number' ? value / 100 : 0);
  const decimals = format.locale === 'fr' ? ',' : '.';
  return (
    <SideDrawer title={t('counterfactual:assumptions.title')} onClose={onClose}>
      <Stack gap="lg">
        <p className={classes.note}>{t('counterfactual:assumptions.text')}</p>
        <Assumption name="ramp">
          <Choice
            label={t('counterfactual:assumptions.ramp.label')}
            value={draft.rampMonths === null ? '' : String(draft.rampMonths)}
            empty={t('counterfactual:assumptions.ramp.prior')}
            options={ramps.map((value) => ({
              value: String(value),
              label: t('counterfactual:assumptions.ramp.months', { count: value }),
            }))}
            onChange={(value) => {
              change({ rampMonths: ramps.find((each) => String(each) === value) ?? null });
            }}
          />
        </Assumption>
        <Assumption name="overtime">
          <NumberInput
            label={t('counterfactual:assumptions.overtime.label')}
            value={draft.overtimeProductivity}
            min={0.5}
            max={1.5}
            step={0.1}
            decimalScale={2}
            decimalSeparator={decimals}
            clampBehavior="strict"
            onChange={(value) => {
              change({ overtimeProductivity: typeof value === 'number' ? value : 1 });
            }}
          />
        </Assumption>
        <Assumption name="substitution">
          <NumberInput
            label={t('counterfactual:assumptions.substitution.label')}
            value={Math.round(draft.substitutionShare * 100)}
            min={0}
            max={90}
            step={5}
            clampBehavior="strict"
            allowDecimal={false}
            suffix={'\u00a0%'}
            onChange={(value) => {
              change({ substitutionShare: share(value) });
            }}
          />
        </Assumption>
        <Assumption name="inflow">
          <NumberInput
            label={t('counterfactual:assumptions.inflow.label')}
            value={Math.round(draft.inducedInflowShare * 100)}
            min={0}
            max={50}
            step={5}
            clampBehavior="strict"
            allowDecimal={false}
            suffix={'\u00a0%'}
            onChange={(value) => {
              change({ inducedInflowShare: share(value) });
            }}
          />
        </Assumption>
        <Effect scope={scope} lastMonth={lastMonth} assumptions={assumptions} />
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
              setDraft(defaultAssumptions);
              onApply(defaultAssumptions);
            }}
          >
            {t('counterfactual:assumptions.reset')}
          </Button>
        </Group>
      </Stack>
    </SideDrawer>
  );
}

interface AssumptionProps {
  readonly name: 'ramp' | 'overtime' | 'substitution' | 'inflow';
  readonly children: ReactNode;
}

function Assumption({ name, children }: AssumptionProps) {
  const t = useText();
  return (
    <div>
      {children}
      <p className={classes.source}>{t(`counterfactual:assumptions.${name}.text`)}</p>
      <p className={classes.source}>{t(`counterfactual:assumptions.${name}.source`)}</p>
    </div>
  );
}

function avoidedIn(result: Result | undefined) {
  if (result === undefined) return null;
  if (result.total !== null) return result.total.avoided;
  const only = result.units[0]?.result;
  return only?.status === 'estimated' ? only.avoided : null;
}

/** The interval under the defaults and under what is in force: both were run. */
function Effect({ scope, lastMonth, assumptions }: Omit<AssumptionsDrawerProps, 'onApply' | 'onClose'>) {
  const t = useText();
  const format = useFormat();
  const before = avoidedIn(useCounterfactual(scope, lastMonth, defaultAssumptions).answer.data);
  const after = avoidedIn(useCounterfactual(scope, lastMonth, assumptions).answer.data);
  if (before === null || after === null) return null;
  const range = ({ p10, p90 }: { readonly p10: number; readonly p90: number }) =>
    t('counterfactual:fan.range', { low: format.number(whole(p10)), high: format.number(whole(p90)) });
  const isChanged = JSON.stringify(assumptions) !== JSON.stringify(defaultAssumptions);
  return (
    <div className={classes.effect} role="status">
      <p>{t('counterfactual:assumptions.effectDefault', { range: range(before) })}</p>
      {isChanged && <p>{t('counterfactual:assumptions.effectNow', { range: range(after) })}</p>}
    </div>
  );
}
