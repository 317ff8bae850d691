import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '#contract/ground/errors';
import { useText } from '../i18n/text.ts';
import { Dialog } from './Dialog.tsx';
import { FailureAlert } from './FailureAlert.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** Says what happens: "Lock the Q3 return", never "OK". */
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly failure?: Failure | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Mounted while it is open. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useText();
  const { title, children, confirm, isDangerous = false, isBusy = false, failure, onConfirm, onClose } = props;
  return (
    <Dialog onClose={onClose} isBusy={isBusy} title={title}>
      <Stack gap="lg">
        <div>{children}</div>
        {failure !== undefined && <FailureAlert failure={failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={isBusy} onClick={onClose} data-autofocus={isDangerous || undefined}>
            {t('common:cancel')}
          </Button>
          <Button
            color={isDangerous ? 'red.8' : 'accent'}
            loading={isBusy}
            onClick={onConfirm}
            data-autofocus={!isDangerous || undefined}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
