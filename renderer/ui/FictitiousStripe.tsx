import type { CivilDate } from '#contract/ground/dates';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './FictitiousStripe.module.css';

interface FictitiousStripeProps {
  /** The day that the demonstration stays on, once it is open. */
  readonly day?: CivilDate | undefined;
}

/** Said in both languages whatever the one on screen, as a marking is; the day is said in the one on screen. */
export function FictitiousStripe({ day }: FictitiousStripeProps) {
  const t = useText();
  const format = useFormat();
  const shown = day === undefined ? '' : ` · ${format.weekday(day)}`;
  const text = { en: t('shell:fictitious'), fr: t('shell:fictitiousFrench') };
  return (
    <div className={classes.stripe}>
      <span lang="en">{format.locale === 'en' ? `${text.en}${shown}` : text.en}</span>
      <span aria-hidden>{'\u00a0/ '}</span>
      <span lang="fr">{format.locale === 'fr' ? `${text.fr}${shown}` : text.fr}</span>
    </div>
  );
}
