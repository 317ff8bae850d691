import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import type { Calculation } from './useEstimate.ts';

interface CalculationResultProps<T> {
  readonly calculation: Calculation<T>;
  /** Title while it runs. */
  readonly running: string;
  /** Shown while it runs, where there is one already. */
  readonly first?: T | undefined;
  readonly children: (result: T) => ReactNode;
}

/** A long calculation: its progress and a way to stop it, its failure and a way to retry, or its result. */
export function CalculationResult<T>({ calculation, running, first, children }: CalculationResultProps<T>) {
  const t = useText();
  const { query, progress, cancel } = calculation;
  if (query.isFetching && first !== undefined) return children(first);
  if (query.isFetching) return <ProgressPanel title={running} progress={progress} onCancel={cancel} />;
  if (query.error !== null)
    return (
      <FailureAlert
        failure={query.error.failure}
        action={
          <Button variant="default" size="compact-sm" onClick={() => void query.refetch()}>
            {t('counterfactual:again')}
          </Button>
        }
      />
    );
  return query.data === undefined ? null : children(query.data);
}
