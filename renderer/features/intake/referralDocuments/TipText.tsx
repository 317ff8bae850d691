import { useText } from '../../../i18n/text.ts';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Tips.module.css';

/** The document's own words, to look a finding up; they leave with the page. */
export function TipText({ pages }: { readonly pages: readonly string[] }) {
  const t = useText();
  return (
    <section className={classes.text} aria-label={t('tips:text')}>
      <h2 className={classes.heading}>{t('tips:text')}</h2>
      <p className={shared.none}>{t('tips:textHint')}</p>
      <HiddenText text={pages.map((page, index) => `${t('tips:page', { number: index + 1 })}\n${page}`).join('\n\n')} />
    </section>
  );
}
