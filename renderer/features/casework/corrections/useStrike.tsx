import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseFile } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { StrikeDialog, type Struck } from './StrikeDialog.tsx';

/**
 * The way from the form of a recorded fact to "entered in error".
 * @returns the dialog once it was asked for, in place of the form, and the button that asks for it; null where nothing is recorded yet
 */
export function useStrike(
  file: CaseFile,
  struck: Struck | null,
  onClose: () => void,
): readonly [dialog: ReactNode, button: ReactNode] {
  const t = useText();
  const [isOpen, dialog] = useOpened<'strike'>();
  if (struck === null) return [null, null];
  if (isOpen !== null) return [<StrikeDialog key="strike" file={file} struck={struck} onClose={onClose} />, null];
  return [
    null,
    <Button key="strike" variant="subtle" onClick={dialog.opener('strike')}>
      {t('corrections:strike.button')}
    </Button>,
  ];
}
