import { cashFlowOf, cashLines, type CashFlow as Flow, type CashLine } from '#contract/reporting/cashFlow';
import { codeWords } from '#contract/words/codes';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './CashFlow.module.css';

interface CashFlowProps {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

/** What came, what was spent and the balance at the end of each quarter, from what is saved. */
export function CashFlow({ agreementId, fiscalYear }: CashFlowProps) {
  const t = useText();
  const format = useFormat();
  const lines = useRead('funding.rows', { agreementId, fiscalYear, register: 'budget' }).data?.rows;
  const entries = useRead('funding.rows', { agreementId, fiscalYear, register: 'cash' }).data?.rows;
  if (lines === undefined || entries === undefined || lines.length + entries.length === 0) return null;
  const flow = cashFlowOf(
    lines.map((each) => each.cells),
    entries.map((each) => each.cells),
  );
  return (
    <section className={classes.statement}>
      <table className={classes.table}>
        <caption>
          {t('funding:cash.title', { year: format.fiscalYear(fiscalYear) })} <span>{t('funding:cash.text')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('codes:heading.item')}</th>
            {flow.quarters.map(({ quarter, isExpected }) => (
              <th key={quarter} scope="col">
                {t('common:quarterShort', { quarter })}
                {isExpected && <small>{t('funding:cash.expected')}</small>}
              </th>
            ))}
            <th scope="col">{t('codes:heading.fiscalYear')}</th>
          </tr>
        </thead>
        <tbody>
          {cashLines.map((line) => (
            <CashRow key={line} line={line} flow={flow} />
          ))}
        </tbody>
      </table>
      {flow.quarters.some((each) => each.isExpected) && (
        <p className={classes.note}>{t('funding:cash.expectedText')}</p>
      )}
      {flow.year.balance === null && <p className={classes.note}>{t('funding:cash.noBalance')}</p>}
    </section>
  );
}

function CashRow({ line, flow }: { readonly line: CashLine; readonly flow: Flow }) {
  const format = useFormat();
  const money = (cents: number | null): string => (cents === null ? '' : format.money(cents));
  return (
    <tr data-line={line}>
      <th scope="row">{format.bilingual(codeWords.cashLine[line])}</th>
      {flow.quarters.map(({ quarter, amounts, isExpected }) => (
        <td key={quarter} data-expected={(isExpected && line === 'balance') || undefined}>
          {money(amounts[line])}
        </td>
      ))}
      <td>{money(flow.year[line])}</td>
    </tr>
  );
}
