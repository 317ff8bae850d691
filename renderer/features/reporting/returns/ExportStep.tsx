import { Button, Checkbox } from '@mantine/core';
import { IconFolder, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LockedReturn, ReturnContent } from '#contract/reporting/returns';
import { useFolderWrite } from '../../../bridge/folderWrite.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ExportedFiles } from './ExportedFiles.tsx';
import { LockFacts } from './LockFacts.tsx';
import { ReleaseSection } from './ReleaseSection.tsx';
import { returnPath } from './returnPaths.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';
import { TemplateSection } from './templates/TemplateSection.tsx';
import type { ToFill } from './templates/toFill.ts';
import type { StepProps } from './usePreparedReturn.ts';

export function ExportStep({ prepared, edition }: StepProps) {
  const t = useText();
  const { content, locked } = prepared;
  if (locked !== null) return <LockedExport locked={locked} content={content} />;
  return (
    <section className={classes.section}>
      <Notice tone="neutral" icon={IconLockOpen} title={t('returns:export.notLocked')}>
        {t('returns:export.notLockedText')}
      </Notice>
      <Link href={returnPath(content.agreement.id, content.quarter, 'lock', edition)} className={classes.link ?? ''}>
        {t('returns:export.toLock')}
      </Link>
    </section>
  );
}

function LockedExport({ locked, content }: { readonly locked: LockedReturn; readonly content: ReturnContent }) {
  const t = useText();
  const reveal = useWrite('files.reveal');
  const [toFill, setToFill] = useState<readonly ToFill[]>([]);
  const [semicolons, setSemicolons] = useState(false);
  const { run, isChoosing, isWriting, failure, written, folder } = useFolderWrite('returns.export', (chosen) => ({
    returnId: locked.id,
    folder: chosen,
    templateIds: toFill.map((each) => each.templateId),
    templateFiles: toFill.map((each) => each.templateFile),
    separator: semicolons ? 'semicolon' : 'comma',
  }));
  return (
    <>
      <TemplateSection returnId={locked.id} content={content} toFill={toFill} onToFill={setToFill} />
      <section className={classes.section}>
        <h2 className={shared.heading}>{t('returns:step.export')}</h2>
        <p className={shared.note}>{t('returns:export.text')}</p>
        <Checkbox
          label={t('returns:export.semicolons')}
          checked={semicolons}
          onChange={(event) => {
            setSemicolons(event.currentTarget.checked);
          }}
        />
        <div className={shared.buttons}>
          <Button
            leftSection={<IconFolder size={16} stroke={1.75} />}
            variant={written === undefined ? 'filled' : 'default'}
            loading={isChoosing || isWriting}
            onClick={run}
          >
            {t('returns:export.button')}
          </Button>
          {written !== undefined && folder !== null && (
            <Button
              variant="default"
              onClick={() => {
                reveal.mutate({ grant: folder });
              }}
            >
              {t('common:showInFolder')}
            </Button>
          )}
        </div>
        {failure !== null && <FailureAlert failure={failure} />}
        {written !== undefined && (
          <ExportedFiles
            exported={written}
            title={t('returns:export.done', { folder: written.folderName })}
            text={t('returns:export.doneText')}
          />
        )}
      </section>
      <ReleaseSection returnId={locked.id} />
      <section className={classes.section}>
        <h2 className={shared.heading}>{t('returns:step.lock')}</h2>
        <LockFacts locked={locked} />
      </section>
    </>
  );
}
