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
import shared from '../../../ui/Shared.module.css';
import classes from './Packs.module.css';
import { PackChanges } from './PackChanges.tsx';
import { PackSummary } from './PackSummary.tsx';
import { useImportPack, type Summary } from './useImportPack.ts';

const dialogClasses = { content: classes.dialog ?? '' };

/** Three moments in one frame: a file is chosen, what it says is shown, it is imported. */
export function ImportPackDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { file, summary, result, failure, isBusy, choose, drop, confirm, refuse, isRefused } = useImportPack();
  /** The key that the user has compared: another file's key is another question. */
  const [compared, setCompared] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const waits = mustWait(summary);
  const mayImport = isReady(summary, compared) && (!waits || reason.trim() !== '');
  const isOver = result !== null || isRefused;
  const shown = isOver ? null : summary;
  return (
    <Dialog onClose={onClose} size="lg" title={t('packs:import.title')} classNames={dialogClasses}>
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
        {shown !== null && (
          <>
            <PackSummary
              summary={shown}
              isCompared={compared === shown.fingerprint}
              onCompared={(isCompared) => {
                setCompared(isCompared ? shown.fingerprint : null);
              }}
            />
            {waits && (
              <PackChanges
                title={t('packs:change.title', { name: shown.workspaceName })}
                changes={shown.changes}
                reason={reason}
                onReason={setReason}
              />
            )}
          </>
        )}
        {isRefused && <Notice tone="neutral" icon={IconBan} title={t('packs:change.refused')} />}
        {result !== null && <ImportedPack result={result} />}
        <Actions
          summary={shown}
          isOver={isOver}
          mayImport={mayImport}
          isBusy={isBusy}
          refuse={mustWait(shown) ? refuse : null}
          confirm={confirm}
          reason={reason}
          onClose={onClose}
        />
      </Stack>
    </Dialog>
  );
}

interface ActionsProps {
  readonly summary: Summary | null;
  readonly isOver: boolean;
  readonly mayImport: boolean;
  readonly isBusy: boolean;
  /** Null where nothing waits for a person's word. */
  readonly refuse: ((reason: string) => void) | null;
  readonly confirm: (reason: string) => void;
  readonly reason: string;
  readonly onClose: () => void;
}

function Actions({ summary, isOver, mayImport, isBusy, refuse, confirm, reason, onClose }: ActionsProps) {
  const t = useText();
  return (
    <Group justify="flex-end" gap="sm" className={classes.actions}>
      <Button variant="default" onClick={onClose}>
        {isOver ? t('common:close') : t('common:cancel')}
      </Button>
      {refuse !== null && (
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          onClick={() => {
            refuse(reason);
          }}
        >
          {t('packs:change.refuse')}
        </Button>
      )}
      {!isOver && (
        <Button
          onClick={() => {
            confirm(reason);
          }}
          disabled={!mayImport}
          loading={isBusy && summary !== null}
        >
          {summary?.keyConfirmed === false ? t('common:confirmTheKeyAndImport') : t('common:importThePack')}
        </Button>
      )}
    </Group>
  );
}

function mustWait(summary: Summary | null): boolean {
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
        <Link href={`/packs/${result.id}`} className={shared.link ?? ''}>
          {t('packs:import.open')}
        </Link>
      }
    >
      {t('packs:import.unitsAdded', { count: result.unitsAdded })}
    </Notice>
  );
}
