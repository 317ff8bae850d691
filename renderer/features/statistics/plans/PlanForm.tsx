import { Select, Slider, Switch } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { InflowStep } from './InflowStep.tsx';
import type { PlanFormProps } from './planFormProps.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';
import { PlanNumber } from './PlanNumber.tsx';
import { monthChoices, ownVacancyText } from './planText.ts';
import { StaffLines } from './StaffLines.tsx';

/** What is drawn: the end of the agreement, staff, growth, a change of the inflow, overtime and vacancies. What is left empty stays as it is. */
export function PlanForm(props: PlanFormProps) {
  const t = useText();
  const { plan, onChange, months } = props;
  const format = useFormat();
  return (
    <section className={classes.group} aria-labelledby="plan-form">
      <h3 id="plan-form" className={shared.title}>
        {t('plans:form.title')}
      </h3>
      <div className={classes.pair}>
        <Select
          label={t('plans:form.ends')}
          placeholder={t('plans:form.noEnd')}
          data={monthChoices(months, format, plan.agreementEnds)}
          value={plan.agreementEnds}
          clearable
          searchable
          onChange={(month) => {
            onChange({ ...plan, agreementEnds: month, renewed: month === null });
          }}
        />
        <Switch
          label={t('plans:form.renewed')}
          checked={plan.renewed}
          disabled={plan.agreementEnds === null}
          onChange={(event) => {
            onChange({ ...plan, renewed: event.currentTarget.checked });
          }}
        />
      </div>
      <Growth {...props} />
      <InflowStep {...props} />
      <Hours {...props} />
      <StaffLines {...props} />
    </section>
  );
}

const growthMarks = [-20, 0, 20, 40, 60] as const;

/** Growth of the inflow in a year: as in the last 36 months until the slider is moved. */
function Growth({ plan, onChange, growthObserved }: PlanFormProps) {
  const t = useText();
  const format = useFormat();
  const isSet = plan.growth !== null;
  const shown = Math.round((plan.growth ?? growthObserved ?? 0) * 100);
  return (
    <div className={classes.group}>
      <Switch
        label={t('plans:form.setGrowth')}
        checked={isSet}
        onChange={(event) => {
          const start = Math.min(60, Math.max(-20, shown)) / 100;
          onChange({ ...plan, growth: event.currentTarget.checked ? start : null });
        }}
      />
      {isSet && (
        <div className={classes.slider}>
          <Slider
            min={-20}
            max={60}
            step={1}
            value={shown}
            marks={growthMarks.map((value) => ({ value, label: format.percent(value / 100, true) }))}
            label={(value) => format.percent(value / 100, true)}
            thumbLabel={t('plans:form.growth')}
            thumbProps={{ 'aria-valuetext': format.percent(shown / 100, true) }}
            onChange={(value) => {
              onChange({ ...plan, growth: value / 100 });
            }}
          />
        </div>
      )}
      {growthObserved !== null && (
        <p className={shared.note}>
          {t('plans:form.growthObserved', { growth: format.percent(growthObserved, true) })}
        </p>
      )}
    </div>
  );
}

/** Overtime and vacancies: empty, hours stay as they are and each unit keeps its own vacant share. */
function Hours({ plan, onChange, units }: PlanFormProps) {
  const t = useText();
  const format = useFormat();
  const isEach = units.length > 1;
  const hours = (name: 'overtimeBase' | 'overtimeFunded') => (
    <PlanNumber
      name="overtime"
      label={t(`plans:form.${name}`)}
      placeholder={t('plans:form.asNow')}
      {...(isEach ? { describedBy: 'plan-hours' } : {})}
      value={plan[name]}
      onChange={(value) => {
        onChange({ ...plan, [name]: value });
      }}
    />
  );
  return (
    <div className={classes.pair}>
      {hours('overtimeBase')}
      {hours('overtimeFunded')}
      {isEach && (
        <p id="plan-hours" className={`${shared.note ?? ''} ${classes.wide ?? ''}`}>
          {t('plans:form.hoursEach')}
        </p>
      )}
      <PlanNumber
        name="vacancies"
        label={t('plans:form.vacancies')}
        placeholder={t('plans:form.asOwn')}
        isShare
        describedBy="plan-vacancies"
        value={plan.vacancyShare === null ? null : Math.round(plan.vacancyShare * 100)}
        onChange={(value) => {
          onChange({ ...plan, vacancyShare: value === null ? null : value / 100 });
        }}
      />
      <p id="plan-vacancies" className={shared.note}>
        {ownVacancyText(units, t, format)}
      </p>
    </div>
  );
}
