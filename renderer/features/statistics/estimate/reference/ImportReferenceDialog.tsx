import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { StandingReference } from '#contract/statistics/laboratory';
import { useText } from '../../../../i18n/text.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { InspectedReference } from './InspectedReference.tsx';
import classes from './Reference.module.css';
import { useImportReference } from './useImportReference.ts';

interface ImportReferenceDialogProps {
  /** What the imported one would replace. */
  readonly standing: StandingReference | null;
  readonly onClose: () => void;
}

/** A file is chosen, what it says is shown, and it is put in force. */
export function ImportReferenceDialog({ standing, onClose }: ImportReferenceDialogProps) {
  const t = useText();
  const { file, inspected, failure, isReading, isWriting, choose, put } = useImportReference(() => {
    notifications.show({ message: t('laboratory:reference.done') });
    onClose();
  });
  /** The key that the user has compared: another file's key is another question. */
  const [compared, setCompared] = useState<string | null>(null);
  const mayImport =
    inspected !== null && !inspected.alreadyHeld && (inspected.keyConfirmed || compared === inspected.fingerprint);
  return (
    <Dialog onClose={onClose} size="lg" title={t('laboratory:reference.import')}>
      <Stack gap="lg">
        <div className={classes.file}>
          <Button variant="default" onClick={choose} loading={isReading} data-autofocus>
            {t(file === null ? 'common:chooseAFile' : 'common:chooseAnotherFile')}
          </Button>
          <span role="status">{file?.name ?? t('laboratory:reference.hint')}</span>
        </div>
        {failure !== null && <FailureAlert failure={failure} />}
        {inspected !== null && (
          <InspectedReference
            inspected={inspected}
            standing={standing}
            isCompared={compared === inspected.fingerprint}
            onCompared={(isCompared) => {
              setCompared(isCompared ? inspected.fingerprint : null);
            }}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button onClick={put} disabled={!mayImport} loading={isWriting}>
            {t(inspected?.keyConfirmed === false ? 'common:confirmTheKeyAndImport' : 'laboratory:reference.confirm')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
