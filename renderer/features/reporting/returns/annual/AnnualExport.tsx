import { Button, Checkbox } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { LockedAnnual } from '#contract/reporting/annual';
import { useFolderWrite } from '../../../../bridge/folderWrite.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { ExportedFiles } from '../ExportedFiles.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';

/** Writes the version locked last as a signed folder. */
export function AnnualExport({ locked }: { readonly locked: LockedAnnual }) {
  const t = useText();
  const [semicolons, setSemicolons] = useState(false);
  const { agreementId, fiscalYear } = locked;
  const separator = semicolons ? 'semicolon' : 'comma';
  const { run, isChoosing, isWriting, failure, written } = useFolderWrite('annual.export', (folder) => ({
    agreementId,
    fiscalYear,
    folder,
    separator,
  }));
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:step.export')}</h2>
      <p className={shared.note}>{t('returns:annual.exportText', { sequence: locked.sequence })}</p>
      <Checkbox
        label={t('returns:export.semicolons')}
        checked={semicolons}
        onChange={(event) => {
          setSemicolons(event.currentTarget.checked);
        }}
      />
      <div>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.75} />}
          loading={isChoosing || isWriting}
          onClick={run}
        >
          {t('returns:export.button')}
        </Button>
      </div>
      {failure !== null && <FailureAlert failure={failure} />}
      {written !== undefined && (
        <ExportedFiles
          exported={written}
          title={t('returns:annual.exported', { folder: written.folderName })}
          text={t('returns:export.doneText')}
        />
      )}
    </section>
  );
}
