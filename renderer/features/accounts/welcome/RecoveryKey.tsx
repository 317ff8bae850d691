import { useText } from '../../../i18n/text.ts';
import { Frame } from './Frame.tsx';
import { ShownKey, type ShownKeyProps } from './ShownKey.tsx';
import classes from './Welcome.module.css';

/** A page of its own, to be printed. */
export function RecoveryKey(props: Omit<ShownKeyProps, 'done'>) {
  const t = useText();
  return (
    <Frame>
      <header>
        <h1 className={classes.title}>{t('welcome:key.title')}</h1>
        <p className={classes.promise}>{t('welcome:key.text')}</p>
      </header>
      <ShownKey {...props} done={t('welcome:key.continue')} />
    </Frame>
  );
}
