import type { ReturnContent } from '#contract/reporting/returns';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { FigureButton } from './FigureButton.tsx';
import { useDocumentLanguage } from './language.ts';
import { ledgerColumns, ledgerTableOf, type LedgerColumn, type QuarterLedger } from './ledger.ts';

export function useColumnName(): (column: LedgerColumn) => string {
  const { t } = useDocumentLanguage();
  return (column) => t(`codes:ledger.${column}`);
}

/** Opening, what came, what left, closing: each line adds up from left to right. */
export function LedgerTable({ content }: { readonly content: ReturnContent }) {
  const { t, number } = useDocumentLanguage();
  const nameOf = useColumnName();
  const { units, total, covered } = ledgerTableOf(content);
  return (
    <>
      <div className={shared.scroll}>
        <table className={classes.table} data-dense="true">
          <caption className="visually-hidden">{t('codes:heading.ledger')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('codes:heading.unit')}</th>
              {ledgerColumns.map((column) => (
                <th key={column} scope="col" data-column="value" title={nameOf(column)}>
                  {t(`returns:ledger.short.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <LedgerRow key={unit.unitCode} ledger={unit} />
            ))}
          </tbody>
          <tfoot>
            <LedgerRow ledger={total} />
          </tfoot>
        </table>
      </div>
      <p className={classes.legend}>
        {t('returns:ledger.note', { covered: number(covered), asked: number(units.length) })}
      </p>
    </>
  );
}

function LedgerRow({ ledger }: { readonly ledger: QuarterLedger }) {
  const { t, number } = useDocumentLanguage();
  const nameOf = useColumnName();
  const { unitCode, values } = ledger;
  const head = unitCode ?? t('codes:heading.total');
  return (
    <tr>
      <th scope="row">
        <span className={classes.code}>{head}</span>
      </th>
      {ledgerColumns.map((column) => {
        const value = values[column];
        return (
          <td key={column} data-column="value">
            <FigureButton
              figure={{ kind: 'ledger', column, unitCode }}
              text={value === null ? null : number(value)}
              label={`${head}, ${nameOf(column)}`}
            />
          </td>
        );
      })}
    </tr>
  );
}
