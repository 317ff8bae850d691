import { Group } from '@mantine/core';
import { Link } from 'wouter';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { PreviewStep } from '../returns/PreviewStep.tsx';
import { returnPath } from '../returns/returnPaths.ts';
import { usePreparedReturn } from '../returns/usePreparedReturn.ts';
import shared from '../../../ui/Shared.module.css';

interface FiguresTabProps {
  readonly agreementId: AgreementId;
  readonly quarter: Quarter;
}

/** The consolidated return as a document; every figure opens the units that it is made of. */
export function FiguresTab({ agreementId, quarter }: FiguresTabProps) {
  const t = useText();
  const format = useFormat();
  const { answer, job } = usePreparedReturn(agreementId, quarter, 'latest');
  const prepared = answer.data;
  const isLocked = prepared !== undefined && prepared.locked !== null;
  return (
    <>
      <Group gap="8px 16px" justify="space-between">
        <p className={shared.note}>{t('rollup:figures.note')}</p>
        <Link href={returnPath(agreementId, quarter, isLocked ? 'export' : 'lock')} className={shared.link ?? ''}>
          {t(isLocked ? 'rollup:figures.toExport' : 'rollup:figures.toLock', { quarter: format.quarter(quarter) })}
        </Link>
      </Group>
      {answer.isError && <FailureAlert failure={answer.error.failure} />}
      {answer.isFetching && prepared === undefined && (
        <ProgressPanel title={t('rollup:figures.preparing')} progress={job.progress} onCancel={job.cancel} />
      )}
      {prepared !== undefined && <PreviewStep prepared={prepared} edition="latest" />}
    </>
  );
}
