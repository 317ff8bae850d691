import { Button, Stack } from '@mantine/core';
import type { Assumptions } from '#contract/statistics/assumptions';
import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { useOpened } from '../../../../lib/useOpened.ts';
import { AssumptionsDrawer } from '../assumptions/AssumptionsDrawer.tsx';
import { isDefault } from '../assumptions/assumptionWords.ts';
import classes from '../Estimate.module.css';
import type { Question } from '../useEstimate.ts';
import { SideDrawer } from '../SideDrawer.tsx';
import { IconCircleCheck } from '@tabler/icons-react';
import { useWrite } from '../../../../bridge/queries.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { ProgressPanel } from '../../../../ui/ProgressPanel.tsx';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import { useJob, type JobProgress } from '../../../../bridge/jobs.ts';
import { useFolderWrite } from '../../../../bridge/folderWrite.ts';

interface Replication {
  readonly run: () => void;
  readonly isBusy: boolean;
  readonly isFitting: boolean;
  readonly failure: Failure | null;
  readonly written: { readonly folderName: string; readonly grant: FileGrant } | null;
  readonly progress: JobProgress | null;
  readonly cancel: () => void;
}

/** Asks where, estimates without the names of the units, then writes: what is stopped writes nothing. */
function useReplication(question: Question): Replication {
  const { start, progress, cancel } = useJob();
  const { run, isChoosing, isWriting, failure, written, folder } = useFolderWrite(
    'counterfactual.replicate',
    (chosen) => ({
      ...question,
      folder: chosen,
      jobId: start(),
    }),
  );
  return {
    run,
    isBusy: isChoosing || isWriting,
    isFitting: isWriting,
    failure,
    written: written === undefined || folder === null ? null : { folderName: written.folderName, grant: folder },
    progress,
    cancel,
  };
}

/** How the export for replication goes, and where it was written. */
function ReplicationResult({ replication }: { readonly replication: ReturnType<typeof useReplication> }) {
  const t = useText();
  const reveal = useWrite('files.reveal');
  const { isFitting, failure, written, progress, cancel } = replication;
  return (
    <>
      {isFitting && (
        <ProgressPanel title={t('counterfactual:replication.running')} progress={progress} onCancel={cancel} />
      )}
      {failure !== null && <FailureAlert failure={failure} />}
      {written !== null && (
        <Notice
          tone="positive"
          icon={IconCircleCheck}
          title={t('counterfactual:replication.done', { folder: written.folderName })}
        >
          <p>{t('counterfactual:replication.text')}</p>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              reveal.mutate({ grant: written.grant });
            }}
          >
            {t('common:showInFolder')}
          </Button>
        </Notice>
      )}
    </>
  );
}

const steps = ['question', 'method', 'learns', 'rests', 'draws', 'checks', 'grades'] as const;
const limits = ['posts', 'administrative', 'elsewhere', 'substitution', 'induced', 'drift', 'rule', 'luck'] as const;

/** The method in plain words, and what could make the estimate wrong. */
function HowThisWorks({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <SideDrawer title={t('counterfactual:how.title')} onClose={onClose}>
      <Stack gap="md">
        {steps.map((step) => (
          <p key={step} className={classes.prose}>
            {t(`counterfactual:how.${step}`)}
          </p>
        ))}
        <h3 className={classes.heading}>{t('counterfactual:how.limitsTitle')}</h3>
        <ul className={classes.reasons}>
          {limits.map((limit) => (
            <li key={limit}>{t(`counterfactual:how.limits.${limit}`)}</li>
          ))}
        </ul>
      </Stack>
    </SideDrawer>
  );
}

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
