import { categoryName } from '#contract/reporting/breakdownLabels';
import type { Breakdown as Way } from '#contract/reporting/breakdowns';
import type { FigurePart } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

interface BreakdownProps {
  readonly content: ReturnContent;
  readonly value: IndicatorValue;
  readonly decimals: number;
}

/** A figure by category, one table for each way in which it is broken down, each category with what it was computed from. */
export function Breakdown({ content, value, decimals }: BreakdownProps) {
  const ways = [...new Set([...value.breakdowns, ...value.parts].map(({ by }) => by))];
  return ways.map((by) => <OneBreakdown key={by} by={by} content={content} value={value} decimals={decimals} />);
}

function OneBreakdown({ by, content, value, decimals }: BreakdownProps & { readonly by: Way }) {
  const { t, number, bilingual } = useDocumentLanguage();
  const all = value.parts.filter((part) => part.by === by);
  const isCount = value.breakdowns.some((each) => each.by === by);
  // A count has a dozen categories that are mostly zero: those are named in one line.
  const [parts, zeros] = isCount
    ? [all.filter((part) => part.value !== 0), all.filter((part) => part.value === 0)]
    : [all, []];
  return (
    <section>
      <h3 className={classes.heading}>{bilingual(codeWords.breakdown[by])}</h3>
      <Cover by={by} value={value} />
      {parts.length > 0 && (
        <table className={classes.parts}>
          <caption className="visually-hidden">{bilingual(codeWords.breakdown[by])}</caption>
          <tbody>
            {parts.map((part) => (
              <tr key={part.category}>
                <th scope="row">{bilingual(categoryName(part, content.categories))}</th>
                <td>
                  <OutOf part={part} />
                </td>
                <td data-align="end">
                  {part.value === null ? t('codes:valueStatus.not_available') : number(part.value, decimals)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {zeros.length > 0 && (
        <p className={classes.zeros}>
          {t('returns:breakdown.zeros', {
            names: zeros.map((part) => bilingual(categoryName(part, content.categories))).join(', '),
          })}
        </p>
      )}
    </section>
  );
}

/** How many units are counted in the categories, where some are not broken down; those add nothing to any of them, not zero. */
function Cover({ by, value: { breakdowns, unitsCovered, unitsAsked } }: { by: Way; value: IndicatorValue }) {
  const { t, number } = useDocumentLanguage();
  const covered = breakdowns.find((each) => each.by === by)?.unitsCovered ?? unitsCovered;
  if (covered === 0) return <p className={classes.prose}>{t('returns:breakdown.none')}</p>;
  if (covered >= unitsAsked || breakdowns.length === 0) return null;
  return (
    <p className={classes.prose}>
      {t('returns:breakdown.covers', { covered: number(covered), asked: number(unitsAsked) })}
    </p>
  );
}

function OutOf({ part: { numerator, denominator } }: { readonly part: FigurePart }) {
  const { t, number } = useDocumentLanguage();
  if (denominator === null) return null;
  return numerator === null
    ? t('returns:breakdown.n', { count: denominator })
    : t('returns:breakdown.out', { part: number(numerator), whole: number(denominator) });
}
