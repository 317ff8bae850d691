import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { WrittenFiles } from '../ExportedFiles.tsx';
import classes from '../Returns.module.css';

interface AnnualDraftProps {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

/** Writes the year as it is now, to be read before the lock: marked as a draft and not signed. */
export function AnnualDraft({ agreementId, fiscalYear }: AnnualDraftProps) {
  const t = useText();
  const choose = useWrite('files.chooseFolder');
  const write = useWrite('annual.draft');
  const failure = (choose.error ?? write.error)?.failure ?? null;
  const run = () => {
    write.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder !== null) write.mutate({ agreementId, fiscalYear, folder: folder.grant });
        },
      },
    );
  };
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('returns:annual.draft')}</h2>
      <p className={classes.note}>{t('returns:annual.draftText')}</p>
      <div>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.75} />}
          loading={choose.isPending || write.isPending}
          onClick={run}
        >
          {t('returns:annual.draftButton')}
        </Button>
      </div>
      {failure !== null && <FailureAlert failure={failure} />}
      {write.data !== undefined && (
        <WrittenFiles
          written={write.data}
          title={t('returns:annual.draftDone', { folder: write.data.folderName })}
          text={t('returns:annual.draftDoneText')}
        />
      )}
    </section>
  );
}
