import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Month } from '#contract/ground/dates';
import type { PlanId, UnitId } from '#contract/ground/ids';
import { behindTexts, lastActualMonth, planNotices } from '#contract/statistics/planNotices';
import { isNoChange, noChange, planMarks, vacancyOf, type Plan, type Projection } from '#contract/statistics/plans';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AtEstimatedMonth, NothingToEstimate } from '../estimate/AtEstimatedMonth.tsx';
import { BehindNote } from '../estimate/BehindNote.tsx';
import { CalculationResult } from '../estimate/CalculationResult.tsx';
import { Pickers } from '../estimate/Pickers.tsx';
import type { Scope } from '../estimate/useEstimate.ts';
import type { EstimatedMonth } from '../estimate/useEstimatedMonth.ts';
import { useScope } from '../estimate/useScope.ts';
import { agreementEnd } from './agreementEnd.ts';
import { BacktestPanel } from './BacktestPanel.tsx';
import { FindStaff } from './FindStaff.tsx';
import { NotApplied } from './NotApplied.tsx';
import { NotPlanned } from './NotPlanned.tsx';
import { PlanFigure } from './PlanFigure.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PlanNumbers } from './PlanNumbers.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';
import { forInformationOnly, markAt, middleAndRange } from './planText.ts';
import { PrintPlan } from './PrintPlan.tsx';
import { SavedPlans } from './SavedPlans.tsx';
import { usePlanOrigin } from './usePlanOrigin.ts';
import { useProjection } from './usePlan.ts';

export function PlansScreen() {
  const t = useText();
  const { unitIds } = useSession();
  const scope = useScope();
  const page = { title: t('plans:title'), context: t('plans:context') };
  if (scope === null || unitIds.length === 0) return <NothingToEstimate {...page} />;
  return (
    <AtEstimatedMonth scope={scope} {...page}>
      {/* Another scope has other units and another agreement: its plan begins without a change. */}
      {(month) => <Plans key={JSON.stringify(scope)} scope={scope} month={month} />}
    </AtEstimatedMonth>
  );
}

const waitAfterChange = 200;

function Plans({ scope, month }: { readonly scope: Scope; readonly month: EstimatedMonth }) {
  const t = useText();
  const { lastMonth, latest } = month;
  const ends = useAgreementEnd(scope, lastMonth);
  const [changed, setPlan] = useState<Plan | null>(null);
  const plan = useMemo(() => changed ?? { ...noChange, agreementEnds: ends }, [changed, ends]);
  const [compare, setCompare] = useState<readonly PlanId[]>([]);
  const [asked] = useDebouncedValue(plan, waitAfterChange, { leading: true });
  const { query, progress, cancel } = useProjection({ scope, lastMonth, plan: asked, compare });
  const isFirst = query.data === undefined;
  return (
    <>
      <PageHeader
        title={t('plans:title')}
        context={t('plans:context')}
        actions={<Pickers latest={latest} lastMonth={lastMonth} scope={scope} />}
      />
      {isFirst || query.error !== null ? (
        <CalculationResult calculation={{ query, progress, cancel }} running={t('codes:progressPhase.estimating')}>
          {() => null}
        </CalculationResult>
      ) : (
        <div className={classes.page} aria-busy={query.isPlaceholderData}>
          <h2 className="visually-hidden">{t('plans:nav')}</h2>
          <Outcome projection={query.data} scope={scope} month={month} isStale={query.isPlaceholderData} />
          {query.data.units.length > 0 && (
            <div className={classes.side}>
              <PlanForm
                plan={plan}
                onChange={setPlan}
                units={query.data.units}
                notPlanned={query.data.notPlanned}
                months={query.data.months}
                growthObserved={query.data.growthObserved}
              />
              {'unitId' in scope && (
                <FindStaff
                  key={query.data.lastMonth}
                  unitId={scope.unitId as UnitId}
                  lastMonth={lastMonth}
                  plan={plan}
                  months={query.data.months}
                  backlogNow={query.data.backlogNow}
                  vacancyShare={vacancyOf(plan, query.data.units[0])}
                />
              )}
              <BacktestPanel scope={scope} lastMonth={lastMonth} />
              <SavedPlans scope={scope} plan={plan} compare={compare} onOpen={setPlan} onCompare={setCompare} />
              <PrintPlan scope={scope} lastMonth={lastMonth} plan={plan} compare={compare} />
            </div>
          )}
        </div>
      )}
    </>
  );
}

function useAgreementEnd(scope: Scope, lastMonth: Month): Month | null {
  const { workspace } = useSession();
  const { data } = useRead('agreements.list', {}, { enabled: workspace.kind === 'coordination' });
  return agreementEnd(data?.agreements ?? [], scope, lastMonth);
}

interface OutcomeProps {
  readonly projection: Projection;
  readonly scope: Scope;
  readonly month: EstimatedMonth;
  readonly isStale: boolean;
}

function Outcome({ projection, scope, month, isStale }: OutcomeProps) {
  const t = useText();
  const format = useFormat();
  const [ahead, setAhead] = useState<(typeof planMarks)[number]>(24);
  const origin = usePlanOrigin(projection, scope);
  const plan = projection.applied;
  const failed = forInformationOnly(projection, t, format);
  const actual = lastActualMonth(projection.units, projection.lastMonth);
  const behind = behindTexts(projection, format).map(format.bilingual);
  const notices = planNotices(projection, format).map(format.bilingual);
  const isChanged = !isNoChange(plan);
  const [same, drawn] = [projection.noChange, projection.drawn].map((each) => markAt(each, ahead));
  if (projection.units.length === 0 && projection.notPlanned.length === 0)
    return (
      <EmptyState
        title={t('plans:noUnits.title')}
        text={t('plans:noUnits.text', { month: format.month(projection.lastMonth) })}
      />
    );
  if (same === undefined || drawn === undefined)
    return (
      <div className={classes.main}>
        <BehindNote month={month} />
        <NotPlanned units={projection.notPlanned} />
      </div>
    );
  const sentence = t(`plans:sentence.${isChanged ? 'plan' : 'noChange'}`, {
    actual: format.number(projection.backlogNow),
    month: format.month(same.month),
    same: middleAndRange(same.backlog, t, format),
    plan: middleAndRange(drawn.backlog, t, format),
  });
  return (
    <div className={`${classes.main ?? ''} ${isStale ? (classes.stale ?? '') : ''}`}>
      <div>
        <p className={shared.note}>{t('plans:about', { about: origin.about, month: format.month(actual) })}</p>
        <p className={classes.sentence} data-testid="plan-sentence">
          {sentence}
        </p>
        <BehindNote month={month} />
        {[...behind, ...failed].map((words) => (
          <p key={words} className={shared.note}>
            {words}
          </p>
        ))}
      </div>
      <NotApplied texts={notices} />
      <Select
        label={t('plans:ahead')}
        w={160}
        data={planMarks.map((months) => ({ value: String(months), label: t('plans:months', { count: months }) }))}
        value={String(ahead)}
        allowDeselect={false}
        onChange={(value) => {
          setAhead(planMarks.find((each) => String(each) === value) ?? 24);
        }}
      />
      <PlanFigure
        projection={projection}
        plan={plan}
        ahead={ahead}
        // The sentence is above it on screen; a file of the figure has it too.
        origin={{ ...origin, notes: [sentence, ...behind, ...failed, ...notices, ...origin.notes] }}
      />
      <PlanNumbers projection={projection} plan={plan} />
      <NotPlanned units={projection.notPlanned} />
    </div>
  );
}
