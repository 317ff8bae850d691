import type { ReturnContent } from '#contract/reporting/returns';
import { quarterMonths } from '#contract/ground/dates';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { useDocumentLanguage } from './document/language.ts';
import { ledgerTableOf, type LedgerColumn } from './document/ledger.ts';
import { useColumnName } from './document/LedgerTable.tsx';
import classes from './FigurePanel.module.css';
import { FigureSources } from './FigureSources.tsx';
import { PanelHead } from './PanelHead.tsx';

interface LedgerPanelProps {
  readonly content: ReturnContent;
  readonly column: LedgerColumn;
  readonly unitCode: string | null;
}

/** One figure of the ledger, month by month for a unit, and how many units are in a total. */
export function LedgerPanel({ content, column, unitCode }: LedgerPanelProps) {
  const { t, number } = useDocumentLanguage();
  const nameOf = useColumnName();
  const table = ledgerTableOf(content);
  const row = unitCode === null ? table.total : table.units.find((each) => each.unitCode === unitCode);
  const value = row?.values[column] ?? null;
  const packIds = new Set(
    content.values.filter((each) => each.code === 'B2' && each.unitCode === unitCode).flatMap((each) => each.packIds),
  );
  return (
    <>
      <PanelHead
        overline={`${t('codes:heading.ledger')} · ${unitCode ?? t('codes:heading.allUnits')}`}
        title={nameOf(column)}
        value={value === null ? null : number(value)}
        unit={t('returns:ledger.files')}
      />
      <Facts>
        {unitCode === null ? (
          <Fact label={t('returns:panel.coverage')}>
            {t('returns:panel.covers', {
              count: table.covered,
              covered: number(table.covered),
              asked: number(table.units.length),
            })}
          </Fact>
        ) : (
          <MonthFacts content={content} column={column} unitCode={unitCode} />
        )}
        <Fact label={t('returns:ledger.balance')}>
          {t(row?.balanced === true ? 'returns:ledger.balanced' : 'returns:ledger.notBalanced')}
        </Fact>
      </Facts>
      <section>
        <h3 className={classes.heading}>{t('codes:heading.definition')}</h3>
        <p className={classes.prose}>{t(`returns:ledger.meaning.${column}`)}</p>
      </section>
      <FigureSources content={content} packIds={[...packIds]} calculation="ledger" unitCode={unitCode} />
    </>
  );
}

function MonthFacts({ content, column, unitCode }: LedgerPanelProps) {
  const { t, number, month: monthName } = useDocumentLanguage();
  return quarterMonths(content.quarter).map((month) => {
    const line = content.ledger.find((each) => each.unitCode === unitCode && each.month === month)?.line;
    const value =
      line === undefined ? null : column === 'opening' || column === 'closing' ? line[column] : line.terms[column];
    return (
      <Fact key={month} label={monthName(month)}>
        {value === null ? t('codes:valueStatus.not_available') : number(value)}
      </Fact>
    );
  });
}
