import { unsignedUnits, type ReturnContent } from '#contract/reporting/returns';
import { ValueState } from '../../../ui/ValueState.tsx';
import { decimalsOf } from './document/figures.ts';
import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

/** The units that a total is made of, each with its figure and who sent it. */
export function Contributions({ content, code }: { readonly content: ReturnContent; readonly code: string }) {
  const { t, number } = useDocumentLanguage();
  const parts = content.values.filter((each) => each.code === code && each.unitCode !== null);
  const unsigned = unsignedUnits(content.checks);
  const decimals = decimalsOf(content, code);
  const senders = (ids: readonly string[]) =>
    content.packs.filter((pack) => ids.includes(pack.id)).map((pack) => pack.workspaceName);
  return (
    <section>
      <h3 className={classes.heading}>{t('returns:panel.contributions')}</h3>
      <table className={classes.parts}>
        <caption className="visually-hidden">{t('returns:panel.contributions')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('codes:heading.unit')}</th>
            <th scope="col">{t('codes:heading.sender')}</th>
            <th scope="col">{t('returns:document.column.value')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ unitCode, value, status, packIds }) => (
            <tr key={unitCode}>
              <th scope="row">{unitCode}</th>
              <td>{[...senders(packIds), ...(unsigned.has(unitCode) ? [t('common:unsigned')] : [])].join(', ')}</td>
              <td data-align="end">
                {value === null || status === 'partial' ? <ValueState status={status} /> : null}
                {value !== null && number(value, decimals)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
