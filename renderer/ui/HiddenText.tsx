import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import classes from './HiddenText.module.css';

interface HiddenTextProps {
  readonly text: ReactNode;
  /** Which text it is, where nothing beside it says so. */
  readonly label?: string;
}

/** Free text of a file, shown on purpose only. Give it the record's id as key: another record is hidden again. */
export function HiddenText({ text, label }: HiddenTextProps) {
  const t = useText();
  const [isShown, showing] = useDisclosure();
  const act = t(isShown ? 'lists:hideText' : 'lists:showText');
  return (
    <div className={classes.hidden}>
      {label !== undefined && <p className={classes.label}>{label}</p>}
      {isShown ? (
        <p className={classes.text}>{text}</p>
      ) : (
        <p className={classes.notice}>
          <IconEyeOff size={14} stroke={1.75} aria-hidden /> {t('lists:hiddenText')}
        </p>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-expanded={isShown}
        aria-label={label === undefined ? undefined : t('lists:actOnText', { act, label })}
        onClick={showing.toggle}
      >
        {act}
      </Button>
    </div>
  );
}
