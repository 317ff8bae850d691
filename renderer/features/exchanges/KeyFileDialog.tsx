import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconCircleCheck, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { UnitId } from '#contract/ids';
import { useText } from '../../i18n/text.ts';
import { useNames } from '../../lib/useNames.ts';
import { Choice } from '../../ui/Choice.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { Fact, Facts } from '../../ui/FieldRow.tsx';
import { Fingerprint } from '../../ui/Fingerprint.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Exchanges.module.css';
import { useKeyFile } from './useKeyFile.ts';

/** The other side's key comes in: its fingerprint is compared, and whoever joins types the key that was agreed. */
export function KeyFileDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { units } = useNames();
  const { file, key, failure, isBusy, choose, confirm } = useKeyFile(onClose);
  /** The fingerprint that was compared: another file's is another question. */
  const [compared, setCompared] = useState<string | null>(null);
  const [sharedKey, setSharedKey] = useState('');
  const [chosenUnit, setChosenUnit] = useState<UnitId | null>(null);
  const unitId = chosenUnit ?? units[0]?.id;
  const isNew = key?.standing === 'new';
  const isTyped = !isNew || (sharedKey.trim() !== '' && unitId !== undefined);
  const mayConfirm = key !== null && key.standing !== 'known' && compared === key.fingerprint && isTyped;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('exchanges:key.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (mayConfirm) confirm(isNew && unitId !== undefined ? { unitId, sharedKey } : null);
        }}
      >
        <Stack gap="md">
          <div className={classes.file}>
            <Button variant="default" onClick={choose} loading={isBusy && key === null} data-autofocus>
              {file === null ? t('exchanges:key.choose') : t('exchanges:key.another')}
            </Button>
            <span role="status">{file?.name ?? t('exchanges:key.hint')}</span>
          </div>
          {failure !== null && <FailureAlert failure={failure} />}
          {key !== null && (
            <Facts>
              <Fact label={t('exchanges:key.name')}>{key.name}</Fact>
              <Fact label={t('exchanges:key.from')}>{key.workspaceName}</Fact>
              <Fact label={t('exchanges:key.expiresOn')}>{key.expiresOn}</Fact>
            </Facts>
          )}
          {key?.standing === 'known' && (
            <Notice tone="neutral" icon={IconCircleCheck} title={t('exchanges:key.known')}>
              {t('exchanges:key.knownText')}
            </Notice>
          )}
          {key !== null && key.standing !== 'known' && (
            <Notice tone="dueSoon" icon={IconKey} title={t('exchanges:key.compare')}>
              <p className={classes.quiet}>{t('exchanges:key.compareText')}</p>
              <Fingerprint value={key.fingerprint} />
              <Checkbox
                mt="sm"
                label={t('exchanges:key.compared')}
                checked={compared === key.fingerprint}
                onChange={(event) => {
                  setCompared(event.currentTarget.checked ? key.fingerprint : null);
                }}
              />
            </Notice>
          )}
          {isNew && units.length > 1 && (
            <Choice
              label={t('exchanges:key.unit')}
              options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
              value={unitId ?? ''}
              onChange={(chosen) => {
                setChosenUnit(units.find(({ id }) => id === chosen)?.id ?? null);
              }}
            />
          )}
          {isNew && (
            <TextInput
              label={t('exchanges:key.sharedKey')}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              value={sharedKey}
              onChange={(event) => {
                setSharedKey(event.currentTarget.value);
              }}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!mayConfirm} loading={isBusy && key !== null}>
              {isNew ? t('exchanges:key.join') : t('exchanges:key.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
