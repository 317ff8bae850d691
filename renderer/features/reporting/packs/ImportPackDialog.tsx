import { Button, Group, Stack } from '@mantine/core';
import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DropArea } from '../../../ui/DropArea.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Packs.module.css';
import { PackChanges } from './PackChanges.tsx';
import { PackSummary } from './PackSummary.tsx';
import { useImportPack, type Summary } from './useImportPack.ts';

/** Three moments in one frame: a file is chosen, what it says is shown, it is imported. */
export function ImportPackDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { file, summary, result, failure, isBusy, choose, drop, confirm, refuse, isRefused } = useImportPack();
  /** The key that the user has compared: another file's key is another question. */
  const [compared, setCompared] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const isOver = result !== null || isRefused;
  return (
    <Dialog onClose={onClose} size="lg" title={t('packs:import.title')}>
      <Stack gap="lg">
        <DropArea isBusy={isBusy} onFile={drop}>
          <div className={classes.file}>
            <Button variant="default" onClick={choose} loading={isBusy && summary === null} data-autofocus>
              {file === null ? t('common:chooseAFile') : t('common:chooseAnotherFile')}
            </Button>
            <span role="status">{file?.name ?? t('packs:import.hint')}</span>
          </div>
        </DropArea>
        {failure !== null && <FailureAlert failure={failure} />}
        {!isOver && summary !== null && (
          <PackSummary
            summary={summary}
            isCompared={compared === summary.fingerprint}
            onCompared={(isCompared) => {
              setCompared(isCompared ? summary.fingerprint : null);
            }}
          />
        )}
        {!isOver && asksReason(summary) && (
          <PackChanges
            title={t('packs:change.title', { name: summary.workspaceName })}
            changes={summary.changes}
            reason={reason}
            onReason={setReason}
          />
        )}
        {isRefused && <Notice tone="neutral" icon={IconBan} title={t('packs:change.refused')} />}
        {result !== null && <ImportedPack result={result} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {isOver ? t('common:close') : t('common:cancel')}
          </Button>
          {!isOver && <Decision {...{ summary, compared, reason, isBusy, confirm, refuse }} />}
        </Group>
      </Stack>
    </Dialog>
  );
}

interface DecisionProps extends Pick<ReturnType<typeof useImportPack>, 'summary' | 'isBusy' | 'confirm' | 'refuse'> {
  readonly compared: string | null;
  readonly reason: string;
}

function Decision({ summary, compared, reason, isBusy, confirm, refuse }: DecisionProps) {
  const t = useText();
  const waits = asksReason(summary);
  const hasReason = reason.trim() !== '';
  return (
    <>
      {waits && (
        <Button
          variant="default"
          disabled={!hasReason}
          onClick={() => {
            refuse(reason);
          }}
        >
          {t('packs:change.refuse')}
        </Button>
      )}
      <Button
        onClick={() => {
          confirm(reason);
        }}
        disabled={!isReady(summary, compared) || (waits && !hasReason)}
        loading={isBusy && summary !== null}
      >
        {summary?.keyConfirmed === false ? t('common:confirmTheKeyAndImport') : t('common:importThePack')}
      </Button>
    </>
  );
}

/** A pack that changes what was known of its sender waits for a person's judgment. */
function asksReason(summary: Summary | null): summary is Summary {
  return summary !== null && summary.changes.length > 0 && !summary.alreadyHeld;
}

function isReady(summary: Summary | null, compared: string | null): boolean {
  if (summary === null || summary.alreadyHeld || summary.keyRevoked !== null) return false;
  return summary.keyConfirmed || compared === summary.fingerprint;
}

function ImportedPack({ result }: { readonly result: Output<'packs.import'> }) {
  const t = useText();
  return (
    <Notice
      tone="positive"
      icon={IconCircleCheck}
      title={t('packs:import.done', { count: result.values })}
      end={
        <Link href={`/packs/${result.id}`} className={classes.link ?? ''}>
          {t('packs:import.open')}
        </Link>
      }
    >
      {t('packs:import.unitsAdded', { count: result.unitsAdded })}
    </Notice>
  );
}
