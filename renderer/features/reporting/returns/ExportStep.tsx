import { Button, Checkbox } from '@mantine/core';
import { IconFolder, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FileGrant } from '#contract/ground/ids';
import type { LockedReturn, ReturnContent } from '#contract/reporting/returns';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ExportedFiles } from './ExportedFiles.tsx';
import { LockFacts } from './LockFacts.tsx';
import { ReleaseSection } from './ReleaseSection.tsx';
import { returnPath } from './returnPaths.ts';
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
  const choose = useWrite('files.chooseFolder');
  const write = useWrite('returns.export');
  const reveal = useWrite('files.reveal');
  const [toFill, setToFill] = useState<readonly ToFill[]>([]);
  const [semicolons, setSemicolons] = useState(false);
  const [grant, setGrant] = useState<FileGrant | null>(null);
  const failure = (choose.error ?? write.error)?.failure ?? null;
  const run = () => {
    write.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder === null) return;
          setGrant(folder.grant);
          write.mutate({
            returnId: locked.id,
            folder: folder.grant,
            templateIds: toFill.map((each) => each.templateId),
            templateFiles: toFill.map((each) => each.templateFile),
            separator: semicolons ? 'semicolon' : 'comma',
          });
        },
      },
    );
  };
  return (
    <>
      <TemplateSection returnId={locked.id} content={content} toFill={toFill} onToFill={setToFill} />
      <section className={classes.section}>
        <h2 className={classes.heading}>{t('returns:step.export')}</h2>
        <p className={classes.note}>{t('returns:export.text')}</p>
        <Checkbox
          label={t('returns:export.semicolons')}
          checked={semicolons}
          onChange={(event) => {
            setSemicolons(event.currentTarget.checked);
          }}
        />
        <div className={classes.buttons}>
          <Button
            leftSection={<IconFolder size={16} stroke={1.75} />}
            variant={write.data === undefined ? 'filled' : 'default'}
            loading={choose.isPending || write.isPending}
            onClick={run}
          >
            {t('returns:export.button')}
          </Button>
          {write.data !== undefined && grant !== null && (
            <Button
              variant="default"
              onClick={() => {
                reveal.mutate({ grant });
              }}
            >
              {t('common:showInFolder')}
            </Button>
          )}
        </div>
        {failure !== null && <FailureAlert failure={failure} />}
        {write.data !== undefined && (
          <ExportedFiles
            exported={write.data}
            title={t('returns:export.done', { folder: write.data.folderName })}
            text={t('returns:export.doneText')}
          />
        )}
      </section>
      <ReleaseSection returnId={locked.id} />
      <section className={classes.section}>
        <h2 className={classes.heading}>{t('returns:step.lock')}</h2>
        <LockFacts locked={locked} />
      </section>
    </>
  );
}
