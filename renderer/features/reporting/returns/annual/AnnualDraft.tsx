import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { useFolderWrite } from '../../../../bridge/folderWrite.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { WrittenFiles } from '../ExportedFiles.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';

interface AnnualDraftProps {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

/** Writes the year as it is now, to be read before the lock: marked as a draft and not signed. */
export function AnnualDraft({ agreementId, fiscalYear }: AnnualDraftProps) {
  const t = useText();
  const { run, isChoosing, isWriting, failure, written } = useFolderWrite('annual.draft', (folder) => ({
    agreementId,
    fiscalYear,
    folder,
  }));
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:annual.draft')}</h2>
      <p className={shared.note}>{t('returns:annual.draftText')}</p>
      <div>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.75} />}
          loading={isChoosing || isWriting}
          onClick={run}
        >
          {t('returns:annual.draftButton')}
        </Button>
      </div>
      {failure !== null && <FailureAlert failure={failure} />}
      {written !== undefined && (
        <WrittenFiles
          written={written}
          title={t('returns:annual.draftDone', { folder: written.folderName })}
          text={t('returns:annual.draftDoneText')}
        />
      )}
    </section>
  );
}
