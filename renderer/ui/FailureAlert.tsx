import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '#contract/ground/errors';
import { useText } from '../i18n/text.ts';
import { Notice } from './Notice.tsx';

interface FailureAlertProps {
  readonly failure: Failure;
  readonly onClose?: () => void;
  /** A way out, such as "Reload the record". */
  readonly action?: ReactNode;
}

/** What happened, what was kept, what to do; with the reference only where support may need it. */
export function FailureAlert({ failure, onClose, action }: FailureAlertProps) {
  const t = useText();
  const { code, reason } = failure;
  const title = reason === undefined ? t(`errors:code.${code}.title`) : t(`errors:reason.${reason}.title`);
  const advice = reason === undefined ? t(`errors:code.${code}.advice`) : t(`errors:reason.${reason}.advice`);
  const needsReference = code === 'internal' || code === 'corrupt';
  return (
    <Notice
      // Stopped on purpose: said, but not as an alarm.
      tone={code === 'cancelled' ? 'neutral' : 'overdue'}
      icon={code === 'cancelled' ? IconInfoCircle : IconAlertTriangle}
      title={title}
      live="assertive"
      {...(onClose === undefined
        ? {}
        : { end: <CloseButton size="sm" onClick={onClose} aria-label={t('common:close')} /> })}
    >
      {advice}
      {needsReference && <> {t('common:reference', { reference: failure.reference })}</>}
      {action !== undefined && <div>{action}</div>}
    </Notice>
  );
}
