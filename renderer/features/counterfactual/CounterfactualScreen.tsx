import { Button } from '@mantine/core';
import { useState } from 'react';
import { defaultAssumptions, type Assumptions } from '#contract/assumptions';
import { addMonths, type Month } from '#contract/dates';
import { useRead } from '../../bridge/queries.ts';
import { useSession } from '../../bridge/session.ts';
import { useText } from '../../i18n/text.ts';
import { useFigureFilter } from '../../lib/figureFilter.ts';
import { useLastMonth } from '../../lib/useLastMonth.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProgressPanel } from '../../ui/ProgressPanel.tsx';
import { AssumptionsDrawer } from './AssumptionsDrawer.tsx';
import classes from './Counterfactual.module.css';
import { HowDrawer } from './HowDrawer.tsx';
import { Pickers } from './Pickers.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';
import { TotalView } from './TotalView.tsx';
import { UnitView } from './UnitView.tsx';
import { useCounterfactual, type Result, type Scope } from './useCounterfactual.ts';
import { useScope } from './useScope.ts';

export function CounterfactualScreen() {
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
  const { answer, progress, cancel } = useCounterfactual(scope, lastMonth, assumptions);
  const isChanged = JSON.stringify(assumptions) !== JSON.stringify(defaultAssumptions);
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
              {t(isChanged ? 'counterfactual:assumptions.changed' : 'counterfactual:assumptions.open')}
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
        {answer.isFetching && (
          <ProgressPanel title={t('counterfactual:running')} progress={progress} onCancel={cancel} />
        )}
        {answer.error !== null && !answer.isFetching && (
          <FailureAlert
            failure={answer.error.failure}
            action={
              <Button variant="default" size="compact-sm" onClick={() => void answer.refetch()}>
                {t('counterfactual:again')}
              </Button>
            }
          />
        )}
        <h2 className="visually-hidden">{t('counterfactual:answer')}</h2>
        {answer.data !== undefined && !answer.isFetching && <Shown result={answer.data} />}
      </div>
      {opened === 'assumptions' && (
        <AssumptionsDrawer
          scope={scope}
          lastMonth={lastMonth}
          assumptions={assumptions}
          onApply={setAssumptions}
          onClose={close}
        />
      )}
      {opened === 'how' && <HowDrawer onClose={close} />}
    </>
  );
}

/** One unit asked for is one unit's page; several are a total with its parts. */
function Shown({ result }: { readonly result: Result }) {
  const names = useRead('units.list', {}).data?.units ?? [];
  const [first] = result.units;
  if (result.units.length !== 1 || first === undefined) return <TotalView result={result} names={names} />;
  return first.result.status === 'refused' ? (
    <RefusalNotice unit={first} refusal={first.result} />
  ) : (
    <UnitView code={first.code} estimate={first.result} result={result} />
  );
}
