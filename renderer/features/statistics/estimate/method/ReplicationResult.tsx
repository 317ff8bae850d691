import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { ProgressPanel } from '../../../../ui/ProgressPanel.tsx';
import type { useReplication } from './useReplication.ts';

/** How the export for replication goes, and where it was written. */
export function ReplicationResult({ replication }: { readonly replication: ReturnType<typeof useReplication> }) {
  const t = useText();
  const reveal = useWrite('files.reveal');
  const { isFitting, failure, written, progress, cancel } = replication;
  return (
    <>
      {isFitting && (
        <ProgressPanel title={t('counterfactual:replication.running')} progress={progress} onCancel={cancel} />
      )}
      {failure !== null && <FailureAlert failure={failure} />}
      {written !== null && (
        <Notice
          tone="positive"
          icon={IconCircleCheck}
          title={t('counterfactual:replication.done', { folder: written.folderName })}
        >
          <p>{t('counterfactual:replication.text')}</p>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              reveal.mutate({ grant: written.grant });
            }}
          >
            {t('common:showInFolder')}
          </Button>
        </Notice>
      )}
    </>
  );
}
