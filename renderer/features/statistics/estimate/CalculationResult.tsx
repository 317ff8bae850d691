import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import type { Answered } from './useEstimate.ts';

interface CalculationResultProps<T> {
  readonly asked: Answered<T>;
  /** What is being computed. */
  readonly running: string;
  readonly children: (answer: T) => ReactNode;
}

/** A long question: its progress and the way to stop it, its failure and the way to ask again, or its answer. */
export function CalculationResult<T>({ asked: { answer, progress, cancel }, running, children }: CalculationResultProps<T>) {
  const t = useText();
  if (answer.isFetching) return <ProgressPanel title={running} progress={progress} onCancel={cancel} />;
  if (answer.error !== null)
    return (
      <FailureAlert
        failure={answer.error.failure}
        action={
          <Button variant="default" size="compact-sm" onClick={() => void answer.refetch()}>
            {t('counterfactual:again')}
          </Button>
        }
      />
    );
  return answer.data === undefined ? null : children(answer.data);
}
