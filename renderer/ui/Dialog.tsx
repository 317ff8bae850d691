import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.ts';

interface DialogProps extends Omit<ModalProps, 'opened'> {
  /** What was asked for is being done, and closing would not stop it: the dialog stays until it is. */
  readonly isBusy?: boolean;
}

/**
 * A dialog over the page, mounted while it is open. The focus goes back to where it was: the library does so only for a dialog that
 * stays mounted, and without it the keys begin again at the top of the page.
 */
export function Dialog({ isBusy = false, ...props }: DialogProps) {
  const t = useText();
  useFocusBack();
  return (
    <Modal
      ref={focusFirst}
      opened
      closeButtonProps={{ 'aria-label': t('common:close'), disabled: isBusy }}
      closeOnEscape={!isBusy}
      closeOnClickOutside={!isBusy}
      {...props}
    />
  );
}

/** As soon as the dialog is there: the library does so a moment later, and what is typed meanwhile would be lost. */
function focusFirst(dialog: HTMLElement | null): void {
  dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
}

function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What took the focus meanwhile keeps it.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
