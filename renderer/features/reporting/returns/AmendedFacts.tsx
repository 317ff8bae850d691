import type { AmendedFact } from '#contract/reporting/amendments';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Returns.module.css';

/** Both sides of each difference: what a signed amendment says, and what the agreement or its budget has. */
export function AmendedFacts({ amended }: { readonly amended: readonly AmendedFact[] }) {
  const t = useText();
  const format = useFormat();
  const sentence = (each: AmendedFact): string => {
    const { number } = each;
    if (each.what === 'end')
      return t('returns:checks.amendedEnd', {
        number,
        amendment: format.day(each.amendment),
        agreement: format.day(each.agreement),
      });
    const amendment = format.money(each.amendment);
    if (each.agreement === null) return t('returns:checks.amendedBlank', { number, amendment });
    return t('returns:checks.amendedAmount', { number, amendment, agreement: format.money(each.agreement) });
  };
  return (
    <ul className={classes.changes}>
      {amended.map((each) => (
        <li key={each.what}>{sentence(each)}</li>
      ))}
    </ul>
  );
}
