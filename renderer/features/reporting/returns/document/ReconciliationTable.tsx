import type { ReturnContent } from '#contract/reporting/returns';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { decimalsOf } from './figures.ts';
import { useDocumentLanguage } from './language.ts';

const columns = ['indicator', 'computed', 'entered', 'difference', 'state'] as const;
const numeric: readonly string[] = ['computed', 'entered', 'difference'];

/** The figures that are both computed and entered, side by side, and why two differ. */
export function ReconciliationTable({ content }: { readonly content: ReturnContent }) {
  const { t, number, change, bilingual } = useDocumentLanguage();
  const written = (value: number | null, decimals: number): string =>
    value === null ? t('returns:document.notAvailable') : number(value, decimals);
  return (
    <div className={shared.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('codes:heading.reconciliation')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('codes:heading.unit')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={numeric.includes(column) ? 'value' : column}>
                {t(`returns:reconciliation.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.reconciliation.map(({ code, unitCode, computed, entered, difference, state, why }) => {
            const name = content.framework.indicators.find((each) => each.code === code)?.name;
            const decimals = decimalsOf(content, code);
            const text = bilingual(why);
            return (
              <tr key={`${code} ${unitCode}`}>
                <th scope="row">{unitCode}</th>
                <td>
                  {code} {name && bilingual(name)}
                </td>
                <td data-column="value">{written(computed.value, decimals)}</td>
                <td data-column="value">{written(entered.value, decimals)}</td>
                <td data-column="value">
                  {difference === null ? t('returns:document.notAvailable') : change(difference, decimals)}
                </td>
                <td>
                  {t(`codes:reconciliation.${state}`)}
                  {text !== '' && <div className={classes.written}>{text}</div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
