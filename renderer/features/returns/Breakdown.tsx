import { riskBand } from '#contract/codes';
import { fileStage, type FigurePart } from '#contract/indicators';
import type { IndicatorValue } from '#contract/returns';
import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

/** A figure by category, each with what it was computed from. */
export function Breakdown({ value, decimals }: { readonly value: IndicatorValue; readonly decimals: number }) {
  const { t, number } = useDocumentLanguage();
  const [first] = value.parts;
  if (!first) return null;
  return (
    <section>
      <h3 className={classes.heading}>{t(`returns:breakdown.${first.by}`)}</h3>
      <table className={classes.parts}>
        <caption className="visually-hidden">{t(`returns:breakdown.${first.by}`)}</caption>
        <tbody>
          {value.parts.map((part) => (
            <tr key={part.category}>
              <th scope="row">
                <CategoryName part={part} />
              </th>
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
    </section>
  );
}

function CategoryName({ part: { by, category } }: { readonly part: FigurePart }) {
  const { t } = useDocumentLanguage();
  const stage = fileStage.safeParse(category);
  const band = riskBand.safeParse(category);
  if (by === 'stage' && stage.success) return t(`codes:stage.${stage.data}`);
  return band.success ? t(`codes:riskBand.${band.data}`) : category;
}

function OutOf({ part: { numerator, denominator } }: { readonly part: FigurePart }) {
  const { t, number } = useDocumentLanguage();
  if (denominator === null) return null;
  return numerator === null
    ? t('returns:breakdown.n', { count: denominator })
    : t('returns:breakdown.out', { part: number(numerator), whole: number(denominator) });
}
