import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEyeOff } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import classes from './HiddenText.module.css';

/** Free text of a file, shown on purpose only. Give it the record's id as key: another record is hidden again. */
export function HiddenText({ text }: { readonly text: string }) {
  const t = useText();
  const [isShown, showing] = useDisclosure();
  return (
    <div className={classes.hidden}>
      {isShown ? (
        <p className={classes.text}>{text}</p>
      ) : (
        <p className={classes.notice}>
          <IconEyeOff size={14} stroke={1.75} aria-hidden /> {t('lists:hiddenText')}
        </p>
      )}
      <Button size="compact-sm" variant="default" aria-expanded={isShown} onClick={showing.toggle}>
        {isShown ? t('lists:hideText') : t('lists:showText')}
      </Button>
    </div>
  );
}
