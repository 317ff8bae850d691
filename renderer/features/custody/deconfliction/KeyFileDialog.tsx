import { Button, Group, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { JoinFields } from './JoinFields.tsx';
import { KeyFacts } from './KeyFacts.tsx';
import { useKeyFile, type KeyFile, type KeyFileSteps } from './useKeyFile.ts';

/** The other side's key comes in: its fingerprint is compared, and the side that joins types the key that was agreed. */
export function KeyFileDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const steps = useKeyFile(onClose);
  const { file, key, failure, isBusy, choose } = steps;
  return (
    <Dialog onClose={onClose} size="lg" title={t('exchanges:key.title')}>
      <Stack gap="md">
        <Group gap="8px 12px">
          <Button variant="default" onClick={choose} loading={isBusy && key === null} data-autofocus>
            {file === null ? t('exchanges:key.choose') : t('common:chooseAnotherFile')}
          </Button>
          <span role="status">{file?.name ?? t('exchanges:key.hint')}</span>
        </Group>
        {failure !== null && <FailureAlert failure={failure} />}
        {key !== null && <ConfirmForm key={key.fingerprint} read={key} steps={steps} onClose={onClose} />}
      </Stack>
    </Dialog>
  );
}

interface ConfirmFormProps {
  readonly read: KeyFile;
  readonly steps: KeyFileSteps;
  readonly onClose: () => void;
}

/** For one key: another file's is another question. */
function ConfirmForm({ read, steps: { isBusy, confirm }, onClose }: ConfirmFormProps) {
  const t = useText();
  const { units } = useNames();
  const [isCompared, setCompared] = useState(false);
  const [sharedKey, setSharedKey] = useState('');
  const [chosenUnit, setChosenUnit] = useState<UnitId | null>(null);
  const unitId = chosenUnit ?? units[0]?.id;
  const isNew = read.standing === 'new';
  const joining = isNew && unitId !== undefined && sharedKey.trim() !== '' ? { unitId, sharedKey } : null;
  const mayConfirm = read.standing !== 'known' && isCompared && isNew === (joining !== null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (mayConfirm) confirm(joining);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <KeyFacts read={read} isCompared={isCompared} onCompared={setCompared} />
        {isNew && (
          <JoinFields
            units={units}
            unitId={unitId}
            onUnit={setChosenUnit}
            sharedKey={sharedKey}
            onSharedKey={setSharedKey}
          />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!mayConfirm} loading={isBusy}>
            {isNew ? t('exchanges:key.join') : t('exchanges:key.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
