import { Button, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { OtherHere as What } from '#contract/store/place';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Welcome.module.css';

interface OtherHereProps {
  readonly what: What;
  /** With the reason, which goes along with the sign-in. */
  readonly onContinue: (reason: string) => void;
}

/** In the place of the sign-in: no passphrase can be typed before the reader has said why. */
export function OtherHere({ what, onContinue }: OtherHereProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.narrow}
      onSubmit={(event) => {
        event.preventDefault();
        onContinue(reason.trim());
      }}
    >
      <Stack gap="md">
        <Notice
          tone="overdue"
          icon={IconAlertTriangle}
          title={t('errors:reason.workspace_other.title')}
          live="assertive"
        >
          {t(`welcome:signIn.otherHere.${what}`)} {t('errors:reason.workspace_other.advice')}
        </Notice>
        <TextInput
          label={t('welcome:signIn.otherReason')}
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div>
          <Button type="submit" variant="default" disabled={reason.trim() === ''}>
            {t('welcome:signIn.otherContinue')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
