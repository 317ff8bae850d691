import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { addMonths, type Month } from '#contract/ground/dates';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useLastMonth } from '../../../lib/useLastMonth.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { CalculationResult } from './CalculationResult.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Estimate.module.css';
import { EstimateResult } from './EstimateResult.tsx';
import { MethodActions } from './method/MethodActions.tsx';
import { estimatePath, methodPath } from './paths.ts';
import { Pickers } from './Pickers.tsx';
import { useEstimate, type Scope } from './useEstimate.ts';
import { useFirstAnswer } from './useFirstAnswer.ts';
import { useScope } from './useScope.ts';

export function EstimateScreen() {
  const t = useText();
  const { unitIds, workspace } = useSession();
  const last = useLastMonth();
  const scope = useScope();
  if (last === undefined)
    return (
      <>
        <PageHeader title={t('codes:term.backlogEstimate')} />
        <Loading />
      </>
    );
  if (last === null || scope === null || unitIds.length === 0)
    return (
      <>
        <PageHeader title={t('codes:term.backlogEstimate')} context={t('counterfactual:context')} />
        <EmptyState title={t('counterfactual:empty.title')} text={t(`counterfactual:empty.${workspace.kind}`)} />
      </>
    );
  // In a unit workspace the month under way is not over: the one before it is the last that can be judged.
  return <Estimate scope={scope} latest={workspace.kind === 'unit' ? addMonths(last, -1) : last} />;
}

function Estimate({ scope, latest }: { readonly scope: Scope; readonly latest: Month }) {
  const t = useText();
  const [location, navigate] = useLocation();
  const [filter] = useFigureFilter();
  const [assumptions, setAssumptions] = useState<Assumptions>(defaultAssumptions);
  const lastMonth = filter.lastMonth !== null && filter.lastMonth <= latest ? filter.lastMonth : latest;
  const question = { scope, lastMonth, assumptions };
  const calculation = useEstimate(question);
  const first = useFirstAnswer(question, calculation);
  const tab = location === methodPath ? 'method' : 'estimate';
  return (
    <>
      <PageHeader
        title={t('codes:term.backlogEstimate')}
        context={t('counterfactual:context')}
        actions={<Pickers latest={latest} lastMonth={lastMonth} scope={scope} />}
      />
      <Tabs
        value={tab}
        onChange={(name) => {
          navigate(name === 'method' ? methodPath : estimatePath);
        }}
        classNames={{ list: shared.tabs ?? '' }}
      >
        <Tabs.List aria-label={t('codes:term.backlogEstimate')}>
          <Tabs.Tab value="estimate">{t('counterfactual:tab.estimate')}</Tabs.Tab>
          <Tabs.Tab value="method">{t('counterfactual:tab.method')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes.body ?? ''}>
          <h2 className="visually-hidden">{t(`counterfactual:tab.${tab}`)}</h2>
          {tab === 'method' && <MethodActions question={question} onAssume={setAssumptions} />}
          <CalculationResult
            calculation={calculation}
            running={t('codes:progressPhase.estimating')}
            // The method is explained once there is an answer to explain.
            first={tab === 'estimate' ? first : undefined}
          >
            {(result) => <EstimateResult result={result} question={question} tab={tab} />}
          </CalculationResult>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
