import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { AtEstimatedMonth, NothingToEstimate } from './AtEstimatedMonth.tsx';
import { BehindNote } from './BehindNote.tsx';
import { CalculationResult } from './CalculationResult.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Estimate.module.css';
import { EstimateResult } from './EstimateResult.tsx';
import { MethodActions } from './method/MethodActions.tsx';
import { estimatePath, methodPath } from './paths.ts';
import { Pickers } from './Pickers.tsx';
import { useEstimate, type Scope } from './useEstimate.ts';
import type { EstimatedMonth } from './useEstimatedMonth.ts';
import { useFirstAnswer } from './useFirstAnswer.ts';
import { useScope } from './useScope.ts';

export function EstimateScreen() {
  const t = useText();
  const { unitIds } = useSession();
  const scope = useScope();
  const page = { title: t('codes:term.backlogEstimate'), context: t('counterfactual:context') };
  if (scope === null || unitIds.length === 0) return <NothingToEstimate {...page} />;
  return (
    <AtEstimatedMonth scope={scope} {...page}>
      {(month) => <Estimate scope={scope} month={month} />}
    </AtEstimatedMonth>
  );
}

function Estimate({ scope, month }: { readonly scope: Scope; readonly month: EstimatedMonth }) {
  const t = useText();
  const [location, navigate] = useLocation();
  const [assumptions, setAssumptions] = useState<Assumptions>(defaultAssumptions);
  const { lastMonth, latest } = month;
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
          <BehindNote month={month} />
          {tab === 'method' && <MethodActions question={question} onAssume={setAssumptions} />}
          <CalculationResult
            calculation={calculation}
            running={t('codes:progressPhase.estimating')}
            // The method is explained once there is an answer to explain.
            first={tab === 'estimate' ? first : undefined}
          >
            {(result) => <EstimateResult result={result} question={question} answered={month.answered} tab={tab} />}
          </CalculationResult>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
