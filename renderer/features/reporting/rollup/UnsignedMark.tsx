import { useText } from '../../../i18n/text.ts';
import classes from './Rollup.module.css';

/** Under a figure of which any part comes from a form that nothing signs. */
export function UnsignedMark({ isUnsigned }: { readonly isUnsigned: boolean | undefined }) {
  const t = useText();
  return isUnsigned === true ? <span className={classes.minor}>{t('common:partlyUnsigned')}</span> : null;
}
