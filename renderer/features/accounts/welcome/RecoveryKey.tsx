import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { Frame } from './Frame.tsx';
import classes from './Welcome.module.css';

interface RecoveryKeyProps {
  readonly recoveryKey: string;
  readonly onDone: () => void;
}

/** Shown once and kept nowhere; the way on opens when the user says that it is written down. */
export function RecoveryKey({ recoveryKey, onDone }: RecoveryKeyProps) {
  const t = useText();
  const [isWritten, setIsWritten] = useState(false);
  return (
    <Frame>
      <header>
        <h1 className={classes.title}>{t('welcome:key.title')}</h1>
        <p className={classes.promise}>{t('welcome:key.text')}</p>
      </header>
      <code className={classes.key}>{recoveryKey}</code>
      <Group gap="sm" className={classes.noPrint ?? ''}>
        <Button
          variant="default"
          onClick={() => {
            window.print();
          }}
        >
          {t('welcome:key.print')}
        </Button>
      </Group>
      <Checkbox
        className={classes.noPrint ?? ''}
        label={t('welcome:key.written')}
        checked={isWritten}
        onChange={(event) => {
          setIsWritten(event.currentTarget.checked);
        }}
      />
      <div className={classes.noPrint}>
        <Button disabled={!isWritten} onClick={onDone}>
          {t('welcome:key.continue')}
        </Button>
      </div>
    </Frame>
  );
}
