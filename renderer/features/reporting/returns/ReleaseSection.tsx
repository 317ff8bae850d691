import { Button } from '@mantine/core';
import { IconWorldShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReturnId } from '#contract/ground/ids';
import { useJob } from '../../../bridge/jobs.ts';
import { useFolderWrite } from '../../../bridge/folderWrite.ts';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { ExportedFiles } from './ExportedFiles.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';

const kinds = ['suppression', 'rounding5', 'rounding3'] as const;
type Kind = (typeof kinds)[number];
const kindOf = (value: string): Kind => kinds.find((each) => each === value) ?? 'suppression';

/** What may be published of a locked return: small counts suppressed, or every count rounded. */
export function ReleaseSection({ returnId }: { readonly returnId: ReturnId }) {
  const t = useText();
  const [kind, setKind] = useState<Kind>('suppression');
  const { start, progress, cancel } = useJob();
  const { run, isChoosing, isWriting, failure, written } = useFolderWrite('returns.release', (folder) => ({
    ...{ returnId, folder, jobId: start() },
    method: kind === 'suppression' ? 'suppression' : 'rounding',
    base: kind === 'rounding3' ? 3 : 5,
  }));
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:release.title')}</h2>
      <p className={shared.note}>{t('returns:release.text')}</p>
      <Choice
        label={t('returns:release.method')}
        description={t(`returns:release.why.${kind}`)}
        w={420}
        options={kinds.map((each) => ({ value: each, label: t(`returns:release.kind.${each}`) }))}
        value={kind}
        onChange={(value) => {
          setKind(kindOf(value));
        }}
      />
      <div>
        <Button
          variant="default"
          leftSection={<IconWorldShare size={16} stroke={1.75} />}
          loading={isChoosing}
          disabled={isWriting}
          onClick={run}
        >
          {t('returns:release.button')}
        </Button>
      </div>
      {isWriting && <ProgressPanel title={t('returns:release.running')} progress={progress} onCancel={cancel} />}
      {failure !== null && failure.code !== 'cancelled' && <FailureAlert failure={failure} />}
      {written !== undefined && (
        <ExportedFiles
          exported={written}
          title={t('returns:release.done', { folder: written.folderName })}
          text={t('returns:release.counts', { counts: written.counts, suppressed: written.suppressed })}
        />
      )}
    </section>
  );
}
