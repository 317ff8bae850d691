import { IconLock, IconPencil } from '@tabler/icons-react';
import type { Agreement } from '#contract/agreements';
import type { Quarter } from '#contract/dates';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProgressPanel } from '../../ui/ProgressPanel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { ChecksStep } from './ChecksStep.tsx';
import { DataStep } from './DataStep.tsx';
import { ExportStep } from './ExportStep.tsx';
import { LockStep } from './LockStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import type { Step } from './returnPaths.ts';
import classes from './Returns.module.css';
import { StepBar } from './StepBar.tsx';
import { usePreparedReturn, type StepProps } from './usePreparedReturn.ts';

interface ReturnPageProps {
  readonly agreement: Agreement;
  readonly quarter: Quarter;
  readonly step: Step;
}

const stepScreens = {
  data: DataStep,
  checks: ChecksStep,
  preview: PreviewStep,
  lock: LockStep,
  export: ExportStep,
} as const satisfies Record<Step, unknown>;

export function ReturnPage({ agreement, quarter, step }: ReturnPageProps) {
  const t = useText();
  const format = useFormat();
  const { answer, job } = usePreparedReturn(agreement.id, quarter);
  const prepared = answer.data;
  const StepScreen = stepScreens[step];
  return (
    <>
      <PageHeader
        title={t('returns:title', { code: agreement.code, quarter: format.quarter(quarter) })}
        context={format.bilingual(agreement.recipient)}
        actions={prepared !== undefined && <ReturnState prepared={prepared} />}
      />
      <StepBar agreementId={agreement.id} quarter={quarter} step={step} prepared={prepared ?? null} />
      <div className={classes.step}>
        {answer.isError && <FailureAlert failure={answer.error.failure} />}
        {answer.isFetching && prepared === undefined && (
          <ProgressPanel title={t('returns:preparing')} progress={job.progress} onCancel={job.cancel} />
        )}
        {prepared !== undefined && <StepScreen prepared={prepared} />}
      </div>
    </>
  );
}

function ReturnState({ prepared }: StepProps) {
  const t = useText();
  const format = useFormat();
  return prepared.locked === null ? (
    <StatusBadge tone="neutral" icon={IconPencil} label={t('returns:state.open')} />
  ) : (
    <StatusBadge
      tone="positive"
      icon={IconLock}
      label={t('returns:state.locked', {
        at: format.instant(prepared.locked.lockedAt),
        who: prepared.locked.lockedBy,
      })}
    />
  );
}
