import { Button, Checkbox, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { NotReached } from '#contract/store/backups';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Welcome.module.css';

export interface ShownKeyProps {
  readonly recoveryKey: string;
  /** Backups that an earlier key still opens. */
  readonly notReached?: readonly NotReached[];
  readonly done: string;
  readonly onDone: () => void;
}

/** Shown once and kept nowhere; the way on opens when the user says that it is written down. */
export function ShownKey({ recoveryKey, notReached = [], done, onDone }: ShownKeyProps) {
  const t = useText();
  const [isWritten, setIsWritten] = useState(false);
  const backups = notReached.map(({ name }) => name ?? t('admin:backups.second')).join(', ');
  return (
    <>
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
      {notReached.length > 0 && (
        <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('welcome:key.old')}>
          {t('welcome:key.oldText', { backups })}
        </Notice>
      )}
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
          {done}
        </Button>
      </div>
    </>
  );
}
