import { Select } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Plans.module.css';
import type { PlanFormProps } from './planFormProps.ts';
import { PlanNumber } from './PlanNumber.tsx';
import { monthChoices } from './planText.ts';

/** A change of the inflow from a month on: empty, there is none. */
export function InflowStep({ plan, onChange, months }: PlanFormProps) {
  const t = useText();
  const format = useFormat();
  const { step } = plan;
  const [first] = months;
  if (first === undefined) return null;
  return (
    <div className={classes.pair}>
      <PlanNumber
        name="step"
        label={t('plans:form.step')}
        placeholder={t('plans:form.noStep')}
        isShare
        value={step === null ? null : Math.round(step.share * 100)}
        onChange={(percent) => {
          onChange({ ...plan, step: percent === null ? null : { from: step?.from ?? first, share: percent / 100 } });
        }}
      />
      <Select
        label={t('plans:form.stepFrom')}
        data={monthChoices(months, format, step?.from ?? null)}
        value={step?.from ?? null}
        disabled={step === null}
        allowDeselect={false}
        searchable
        onChange={(month) => {
          if (step !== null && month !== null) onChange({ ...plan, step: { ...step, from: month } });
        }}
      />
    </div>
  );
}
