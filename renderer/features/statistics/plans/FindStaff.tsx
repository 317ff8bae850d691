import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { leavesWith, mostFte, type Plan } from '#contract/statistics/plans';
import type { Output } from '#contract/index';
import { call, type CallError } from '../../../bridge/bridge.ts';
import { useJob } from '../../../bridge/jobs.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { probabilityWords, rangeText, whole, type Format } from '../estimate/estimateText.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';
import { PlanNumber } from './PlanNumber.tsx';
import { monthChoices } from './planText.ts';
import { useRefreshPlans } from './useBacktest.ts';

interface FindStaffProps {
  readonly unitId: UnitId;
  readonly lastMonth: Month;
  readonly plan: Plan;
  readonly months: readonly Month[];
  readonly backlogNow: number;
  /** Share of the positions that come which stay empty. */
  readonly vacancyShare: number;
}

interface Asked {
  readonly from: Month;
  readonly by: Month;
  readonly target: number;
  readonly probability: number;
}

/** What an answer is of: with another plan or month it is none. */
interface Question extends Pick<FindStaffProps, 'plan' | 'lastMonth'> {
  readonly asked: Asked;
}

const probabilities = [0.5, 0.8, 0.9] as const;

/** The least funded staff, added to the plan's, for a backlog. */
export function FindStaff({ unitId, lastMonth, plan, months, backlogNow, vacancyShare }: FindStaffProps) {
  const t = useText();
  const format = useFormat();
  const [asked, setAsked] = useState<Asked>({
    from: months[3] ?? lastMonth,
    by: months[23] ?? lastMonth,
    target: backlogNow,
    probability: 0.8,
  });
  const { start, progress, cancel } = useJob();
  const refreshPlans = useRefreshPlans();
  const search = useMutation<Output<'plans.findStaff'>, CallError, Question>({
    mutationFn: ({ asked: searched, ...question }) =>
      call('plans.findStaff', { ...question, scope: { unitId }, search: searched, jobId: start() }),
    onSuccess: refreshPlans,
  });
  const isOfThis = search.variables?.plan === plan && search.variables.lastMonth === lastMonth;
  const change = (changes: Partial<Asked>) => {
    search.reset();
    setAsked({ ...asked, ...changes });
  };
  return (
    <section className={classes.group} aria-labelledby="find-staff">
      <h3 id="find-staff" className={shared.title}>
        {t('plans:find.title')}
      </h3>
      <div className={classes.pair}>
        <PlanNumber
          name="target"
          label={t('plans:find.target')}
          value={asked.target}
          onChange={(target) => {
            if (target !== null) change({ target });
          }}
        />
        <Select
          label={t('plans:find.probability')}
          data={probabilities.map((each) => ({ value: String(each), label: format.percent(each) }))}
          value={String(asked.probability)}
          allowDeselect={false}
          onChange={(value) => {
            change({ probability: Number(value) });
          }}
        />
        <Select
          label={t('plans:find.from')}
          data={monthChoices(months, format)}
          value={asked.from}
          allowDeselect={false}
          searchable
          onChange={(month) => {
            if (month !== null) change({ from: month, by: asked.by < month ? month : asked.by });
          }}
        />
        <Select
          label={t('plans:find.by')}
          data={monthChoices(months, format).filter(({ value }) => value >= asked.from)}
          value={asked.by}
          allowDeselect={false}
          searchable
          onChange={(month) => {
            if (month !== null) change({ by: month });
          }}
        />
      </div>
      <div>
        <Button
          variant="default"
          loading={search.isPending}
          onClick={() => {
            search.mutate({ asked, plan, lastMonth });
          }}
        >
          {t('plans:find.run')}
        </Button>
      </div>
      {search.isPending && <ProgressPanel title={t('plans:find.running')} progress={progress} onCancel={cancel} />}
      {search.error !== null && <FailureAlert failure={search.error.failure} />}
      <div role="status" data-testid="found-staff">
        {search.data !== undefined &&
          isOfThis &&
          foundLines(search.data, { ...asked, plan, lastMonth, vacancyShare }, t, format).map((words) => (
            <p key={words} className={shared.note}>
              {words}
            </p>
          ))}
      </div>
    </section>
  );
}

/** The answer in sentences, or that no staffing in the range reaches the target. */
export function foundLines(
  { found, refusal }: Output<'plans.findStaff'>,
  { from, by, plan, lastMonth, vacancyShare }: Asked & Pick<FindStaffProps, 'plan' | 'lastMonth' | 'vacancyShare'>,
  t: Translate,
  format: Format,
): readonly string[] {
  const probably = (probability: number) => probabilityWords(probability, t, format);
  if (found === null) return [t(`plans:find.${refusal ?? 'not_planned'}`)];
  const none = t('plans:find.withNone', { probability: probably(found.probabilityWithNone) });
  const vacant = vacancyShare === 0 ? [] : [t('plans:find.vacant', { share: format.percent(vacancyShare) })];
  const end = leavesWith(plan, lastMonth, by);
  const leaves = end === null ? [] : [t('plans:find.leaves', { month: format.month(end) })];
  if (found.fte === null)
    return [
      t('plans:find.never', { most: format.fte(mostFte), probability: probably(found.probabilityWithMost) }),
      ...vacant,
      ...leaves,
      none,
    ];
  if (found.fte === 0) return [t('plans:find.already', { probability: probably(found.probability) })];
  const limit = (fte: number | null) =>
    fte === null ? t('plans:find.above', { fte: format.fte(mostFte) }) : format.fte(fte);
  return [
    t('plans:find.found', {
      fte: format.fte(found.fte),
      from: format.month(from),
      range: t('common:range', { low: limit(found.low), high: limit(found.high) }),
    }),
    ...vacant,
    ...leaves,
    ...(found.reached === null || found.reached >= by
      ? []
      : [t('plans:find.reached', { month: format.month(found.reached) })]),
    ...(found.delay === null
      ? []
      : [
          t('plans:find.delay', {
            files: format.number(whole(found.delay.p50)),
            range: rangeText({ low: found.delay.p10, high: found.delay.p90 }, t, format),
          }),
        ]),
    none,
  ];
}
