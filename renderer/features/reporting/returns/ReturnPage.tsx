import { IconLock, IconPencil } from '@tabler/icons-react';
import type { Agreement } from '#contract/reporting/agreements';
import type { Quarter } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { ChangesStep } from './ChangesStep.tsx';
import { ChecksStep } from './ChecksStep.tsx';
import { DataStep } from './DataStep.tsx';
import { ExportStep } from './ExportStep.tsx';
import { LockStep } from './LockStep.tsx';
import { NarrativeStep } from './NarrativeStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { QuestionedPacks } from './QuestionedPacks.tsx';
import { SinceLock } from './restatement/SinceLock.tsx';
import type { Edition, FigurePath, Step } from './returnPaths.ts';
import classes from './Returns.module.css';
import { StepBar } from './StepBar.tsx';
import { usePreparedReturn, type StepProps } from './usePreparedReturn.ts';

interface ReturnPageProps {
  readonly agreement: Pick<Agreement, 'id' | 'code' | 'recipient'>;
  readonly quarter: Quarter;
  readonly edition: Edition;
  readonly step: Step;
  readonly figure: FigurePath | null;
}

const stepScreens = {
  data: DataStep,
  changes: ChangesStep,
  checks: ChecksStep,
  narrative: NarrativeStep,
  preview: PreviewStep,
  lock: LockStep,
  export: ExportStep,
} as const satisfies Record<Step, unknown>;

export function ReturnPage({ agreement, quarter, edition, step, figure }: ReturnPageProps) {
  const t = useText();
  const format = useFormat();
  const { answer, job } = usePreparedReturn(agreement.id, quarter, edition);
  const prepared = answer.data;
  const StepScreen = stepScreens[step];
  return (
    <>
      <PageHeader
        title={t('returns:title', { code: agreement.code, quarter: format.quarter(quarter) })}
        context={format.bilingual(agreement.recipient)}
        actions={prepared !== undefined && <ReturnState prepared={prepared} />}
      />
      <StepBar agreementId={agreement.id} quarter={quarter} edition={edition} step={step} prepared={prepared ?? null} />
      <div className={classes.step}>
        {answer.isError && <FailureAlert failure={answer.error.failure} />}
        {answer.isFetching && prepared === undefined && (
          <ProgressPanel title={t('returns:preparing')} progress={job.progress} onCancel={job.cancel} />
        )}
        {prepared !== undefined && edition === 'latest' && prepared.locked !== null && (
          <SinceLock prepared={prepared} />
        )}
        {prepared !== undefined && <QuestionedPacks prepared={prepared} />}
        {prepared !== undefined && <StepScreen prepared={prepared} edition={edition} figure={figure} />}
      </div>
    </>
  );
}

function ReturnState({ prepared }: Pick<StepProps, 'prepared'>) {
  const t = useText();
  const format = useFormat();
  const { locked, content } = prepared;
  if (locked === null) {
    const { restatement } = content;
    return (
      <StatusBadge
        tone="neutral"
        icon={IconPencil}
        label={
          restatement === null
            ? t('returns:state.open')
            : t('returns:state.restating', { sequence: restatement.sequence, of: restatement.of.sequence })
        }
      />
    );
  }
  const where = { at: format.instant(locked.lockedAt), who: locked.lockedBy, sequence: locked.sequence };
  return (
    <StatusBadge
      tone="positive"
      icon={IconLock}
      label={t(locked.sequence === 1 ? 'returns:state.locked' : 'returns:state.lockedVersion', where)}
    />
  );
}
