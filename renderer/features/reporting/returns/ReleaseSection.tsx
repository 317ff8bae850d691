import { Button } from '@mantine/core';
import { IconWorldShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReturnId } from '#contract/ground/ids';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { ExportedFiles } from './ExportedFiles.tsx';
import classes from './Returns.module.css';

const kinds = ['suppression', 'rounding5', 'rounding3'] as const;
type Kind = (typeof kinds)[number];
const kindOf = (value: string): Kind => kinds.find((each) => each === value) ?? 'suppression';

/** What may be published of a locked return: small counts suppressed, or every count rounded. */
export function ReleaseSection({ returnId }: { readonly returnId: ReturnId }) {
  const t = useText();
  const [kind, setKind] = useState<Kind>('suppression');
  const { start, progress, cancel } = useJob();
  const choose = useWrite('files.chooseFolder');
  const write = useWrite('returns.release');
  const failure = (choose.error ?? write.error)?.failure ?? null;
  const run = () => {
    write.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder === null) return;
          const method = kind === 'suppression' ? 'suppression' : 'rounding';
          const base = kind === 'rounding3' ? 3 : 5;
          write.mutate({ returnId, folder: folder.grant, method, base, jobId: start() });
        },
      },
    );
  };
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('returns:release.title')}</h2>
      <p className={classes.note}>{t('returns:release.text')}</p>
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
          loading={choose.isPending}
          disabled={write.isPending}
          onClick={run}
        >
          {t('returns:release.button')}
        </Button>
      </div>
      {write.isPending && <ProgressPanel title={t('returns:release.running')} progress={progress} onCancel={cancel} />}
      {failure !== null && failure.code !== 'cancelled' && <FailureAlert failure={failure} />}
      {write.data !== undefined && (
        <ExportedFiles
          exported={write.data}
          title={t('returns:release.done', { folder: write.data.folderName })}
          text={t('returns:release.counts', { counts: write.data.counts, suppressed: write.data.suppressed })}
        />
      )}
    </section>
  );
}
