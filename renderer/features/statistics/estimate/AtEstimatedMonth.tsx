import type { ReactNode } from 'react';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useEstimatedMonth, type EstimatedMonth } from './useEstimatedMonth.ts';
import type { Scope } from './useEstimate.ts';

interface Page {
  readonly title: string;
  readonly context: string;
}

export function NothingToEstimate(page: Page) {
  const t = useText();
  const { workspace } = useSession();
  return (
    <>
      <PageHeader {...page} />
      <EmptyState title={t('counterfactual:empty.title')} text={t(`counterfactual:empty.${workspace.kind}`)} />
    </>
  );
}

interface AtEstimatedMonthProps extends Page {
  readonly scope: Scope;
  readonly children: (month: EstimatedMonth) => ReactNode;
}

/** What rests on the estimate of a scope begins at the last month that can be answered. */
export function AtEstimatedMonth({ scope, children, ...page }: AtEstimatedMonthProps) {
  const { month, failure } = useEstimatedMonth(scope);
  if (month === null) return <NothingToEstimate {...page} />;
  if (month !== undefined) return children(month);
  return (
    <>
      <PageHeader {...page} />
      {failure === null ? <Loading /> : <FailureAlert failure={failure} />}
    </>
  );
}
