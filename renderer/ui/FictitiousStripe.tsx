import { useText } from '../i18n/text.ts';
import classes from './FictitiousStripe.module.css';

/** Said in both languages whatever the one on screen, as a marking is. */
export function FictitiousStripe() {
  const t = useText();
  return (
    <div className={classes.stripe}>
      <span lang="en">{t('shell:fictitious')}</span>
      <span aria-hidden>{' / '}</span>
      <span lang="fr">{t('shell:fictitiousFrench')}</span>
    </div>
  );
}
