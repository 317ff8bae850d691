import { Button } from '@mantine/core';
import { useState } from 'react';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { addMonths, type Month } from '#contract/ground/dates';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useLastMonth } from '../../../lib/useLastMonth.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { CalculationResult } from './CalculationResult.tsx';
import { AssumptionsDrawer } from './assumptions/AssumptionsDrawer.tsx';
import { isDefault } from './assumptions/assumptionWords.ts';
import classes from './Estimate.module.css';
import { HowThisWorks } from './HowThisWorks.tsx';
import { Pickers } from './Pickers.tsx';
import { Shown } from './Shown.tsx';
import { useCounterfactual, type Scope } from './useEstimate.ts';
import { useScope } from './useScope.ts';

export function EstimateScreen() {
  const t = useText();
  const { unitIds, workspace } = useSession();
  const last = useLastMonth();
  const scope = useScope();
  if (last === undefined) return <PageHeader title={t('counterfactual:title')} context={t('common:loading')} />;
  if (last === null || scope === null || unitIds.length === 0)
    return (
      <>
        <PageHeader title={t('counterfactual:title')} context={t('counterfactual:context')} />
        <EmptyState title={t('counterfactual:empty.title')} text={t(`counterfactual:empty.${workspace.kind}`)} />
      </>
    );
  // In a unit workspace the month under way is not over: the one before it is the last that can be judged.
  return <Answer scope={scope} latest={workspace.kind === 'unit' ? addMonths(last, -1) : last} />;
}

function Answer({ scope, latest }: { readonly scope: Scope; readonly latest: Month }) {
  const t = useText();
  const [filter] = useFigureFilter();
  const [assumptions, setAssumptions] = useState<Assumptions>(defaultAssumptions);
  const [opened, setOpened] = useState<'assumptions' | 'how' | null>(null);
  const lastMonth = filter.lastMonth !== null && filter.lastMonth <= latest ? filter.lastMonth : latest;
  const question = { scope, lastMonth, assumptions };
  const asked = useCounterfactual(question);
  const close = () => {
    setOpened(null);
  };
  return (
    <>
      <PageHeader
        title={t('counterfactual:title')}
        context={t('counterfactual:context')}
        actions={
          <>
            <Button
              variant="default"
              onClick={() => {
                setOpened('assumptions');
              }}
            >
              {t(isDefault(assumptions) ? 'counterfactual:assumptions.open' : 'counterfactual:assumptions.changed')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setOpened('how');
              }}
            >
              {t('counterfactual:how.open')}
            </Button>
          </>
        }
      />
      <div className={classes.body}>
        <Pickers latest={latest} lastMonth={lastMonth} scope={scope} />
        <h2 className="visually-hidden">{t('counterfactual:answer')}</h2>
        <CalculationResult asked={asked} running={t('counterfactual:running')}>
          {(result) => <Shown result={result} question={question} />}
        </CalculationResult>
      </div>
      {opened === 'assumptions' && <AssumptionsDrawer question={question} onApply={setAssumptions} onClose={close} />}
      {opened === 'how' && <HowThisWorks onClose={close} />}
    </>
  );
}
