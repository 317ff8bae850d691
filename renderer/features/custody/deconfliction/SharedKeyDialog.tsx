import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import classes from './Exchanges.module.css';
import { Dialog } from '../../../ui/Dialog.tsx';

interface SharedKeyDialogProps {
  readonly sharedKey: string;
  readonly onClose: () => void;
}

/** Nothing closes it by accident: the key cannot be shown again. */
export function SharedKeyDialog({ sharedKey, onClose }: SharedKeyDialogProps) {
  const t = useText();
  const [isWritten, setWritten] = useState(false);
  return (
    <Dialog
      onClose={onClose}
      title={t('exchanges:shared.title')}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <p className={classes.next}>{t('exchanges:shared.text')}</p>
        <code className={classes.key}>{sharedKey}</code>
        <Checkbox
          label={t('exchanges:shared.written')}
          checked={isWritten}
          data-autofocus
          onChange={(event) => {
            setWritten(event.currentTarget.checked);
          }}
        />
        <Group justify="flex-end">
          <Button disabled={!isWritten} onClick={onClose}>
            {t('exchanges:shared.done')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
