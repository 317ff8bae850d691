import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useJob } from '../../../../bridge/jobs.ts';
import { useFolderWrite } from '../../../../bridge/folderWrite.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../../ui/ProgressPanel.tsx';
import { WrittenFiles } from '../ExportedFiles.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';

interface RenewalExportProps {
  readonly agreementId: AgreementId;
  readonly plans: Output<'renewal.view'>['plans'];
  /** The latest quarter with a locked return; from it a plan looks ahead. */
  readonly last: Quarter | null;
}

/** Writes the annex as PDF and workbook, with what may come under a saved plan where one is chosen. */
export function RenewalExport({ agreementId, plans, last }: RenewalExportProps) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState('');
  const { start, progress, cancel } = useJob();
  const planId = plans.find(({ id }) => id === chosen)?.id ?? null;
  const { run, isChoosing, isWriting, failure, written } = useFolderWrite('renewal.export', (folder) => ({
    agreementId,
    folder,
    planId,
    jobId: start(),
  }));
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:step.export')}</h2>
      {last !== null && plans.length > 0 && (
        <Choice
          label={t('returns:renewal.plan')}
          description={t('returns:renewal.planText', { quarter: format.quarter(last) })}
          w={360}
          empty={t('returns:renewal.noPlan')}
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.75} />}
          loading={isChoosing}
          disabled={isWriting || last === null}
          onClick={run}
        >
          {t('returns:renewal.export')}
        </Button>
      </div>
      {isWriting && <ProgressPanel title={t('returns:renewal.exporting')} progress={progress} onCancel={cancel} />}
      {failure !== null && failure.code !== 'cancelled' && <FailureAlert failure={failure} />}
      {written !== undefined && (
        <WrittenFiles
          written={written}
          title={t('returns:renewal.exported', { folder: written.folderName })}
          text={t('returns:renewal.exportedText')}
        />
      )}
    </section>
  );
}
