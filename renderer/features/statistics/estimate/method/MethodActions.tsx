import { Button } from '@mantine/core';
import type { Assumptions } from '#contract/statistics/assumptions';
import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { useOpened } from '../../../../lib/useOpened.ts';
import { AssumptionsDrawer } from '../assumptions/AssumptionsDrawer.tsx';
import { isDefault } from '../assumptions/assumptionWords.ts';
import classes from '../Estimate.module.css';
import type { Question } from '../useEstimate.ts';
import { HowThisWorks } from './HowThisWorks.tsx';
import { ReplicationResult } from './ReplicationResult.tsx';
import { useReplication } from './useReplication.ts';

interface MethodActionsProps {
  readonly question: Question;
  readonly onAssume: (assumptions: Assumptions) => void;
}

/** Opens the assumptions and the explanation of the method; there with or without an estimate. */
export function MethodActions({ question, onAssume }: MethodActionsProps) {
  const t = useText();
  const [opened, { close, opener }] = useOpened<'assumptions' | 'how'>();
  const { kind } = useSession().workspace;
  const replication = useReplication(question);
  const name = isDefault(question.assumptions) ? 'open' : 'changed';
  return (
    <>
      <div className={classes.methodActions}>
        <Button variant="default" onClick={opener('assumptions')}>
          {t(`counterfactual:assumptions.${name}`)}
        </Button>
        <Button variant="default" onClick={opener('how')}>
          {t('counterfactual:how.open')}
        </Button>
        {kind === 'coordination' && (
          <Button variant="default" onClick={replication.run} disabled={replication.isBusy}>
            {t('counterfactual:replication.export')}…
          </Button>
        )}
        <p className={classes.note}>{t('counterfactual:definition')}</p>
        {opened === 'assumptions' && <AssumptionsDrawer question={question} onApply={onAssume} onClose={close} />}
        {opened === 'how' && <HowThisWorks onClose={close} />}
      </div>
      <ReplicationResult replication={replication} />
    </>
  );
}
