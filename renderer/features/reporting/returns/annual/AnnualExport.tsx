import { Button, Checkbox } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { LockedAnnual } from '#contract/reporting/annual';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { ExportedFiles } from '../ExportedFiles.tsx';
import classes from '../Returns.module.css';

/** Writes the version locked last as a signed folder. */
export function AnnualExport({ locked }: { readonly locked: LockedAnnual }) {
  const t = useText();
  const choose = useWrite('files.chooseFolder');
  const write = useWrite('annual.export');
  const [semicolons, setSemicolons] = useState(false);
  const failure = (choose.error ?? write.error)?.failure ?? null;
  const run = () => {
    write.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder === null) return;
          const { agreementId, fiscalYear } = locked;
          const separator = semicolons ? 'semicolon' : 'comma';
          write.mutate({ agreementId, fiscalYear, folder: folder.grant, separator });
        },
      },
    );
  };
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('returns:step.export')}</h2>
      <p className={classes.note}>{t('returns:annual.exportText', { sequence: locked.sequence })}</p>
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
          loading={choose.isPending || write.isPending}
          onClick={run}
        >
          {t('returns:export.button')}
        </Button>
      </div>
      {failure !== null && <FailureAlert failure={failure} />}
      {write.data !== undefined && (
        <ExportedFiles
          exported={write.data}
          title={t('returns:annual.exported', { folder: write.data.folderName })}
          text={t('returns:export.doneText')}
        />
      )}
    </section>
  );
}
