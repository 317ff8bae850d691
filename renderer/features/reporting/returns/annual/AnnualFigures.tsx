import { quarterNumbers, type FiscalQuarter } from '#contract/ground/dates';
import { quartersAsked, yearRestsOnForm, type AnnualContent, type AnnualIndicator } from '#contract/reporting/annual';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { DataTable, type Column } from '../../../../ui/DataTable.tsx';
import { IndicatorName } from '../IndicatorName.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { useAmount } from './useAmount.ts';

const isOverQuarters = ({ basis }: AnnualIndicator): boolean => basis === 'sum' || basis === 'share';

function madeOf(indicator: AnnualIndicator, asked: number, t: Translate): string {
  if (indicator.definitionChanged && isOverQuarters(indicator)) return t('returns:annual.definitionChanged');
  if (isOverQuarters(indicator)) return t('returns:annual.over', { count: indicator.quarters, asked });
  return t(`codes:annualBasis.${indicator.basis}`);
}

/** Every indicator by quarter, each with what it covers, and the figure of the year. */
export function AnnualFigures({ content }: { readonly content: AnnualContent }) {
  const t = useText();
  const amount = useAmount();
  const title = t('codes:heading.indicators');
  const asked = quartersAsked(content);
  const ofQuarter = (quarter: FiscalQuarter): Column<AnnualIndicator> => ({
    key: `q${quarter}`,
    header: t('common:quarterShort', { quarter }),
    align: 'end',
    narrow: true,
    cell: (row) => {
      const cell = row.cells.find((each) => each.quarter === quarter);
      if (cell === undefined) return t('counterfactual:table.unknown');
      return (
        <>
          {cell.stead === undefined ? amount(row, cell.value) : t(`codes:heading.${cell.stead}`)}
          <span className={classes.span}>
            {t('returns:annual.covers', { covered: cell.covered, asked: cell.asked })}
            {cell.unsigned === true && ` · ${t('common:unsigned')}`}
          </span>
        </>
      );
    },
  });
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{title}</h2>
      {content.indicators.length === 0 ? (
        <p className={shared.note}>{t('returns:annual.noFigure')}</p>
      ) : (
        <DataTable
          caption={title}
          keepsOrder
          rows={content.indicators}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'indicator',
              header: t('codes:heading.indicator'),
              cell: (row) => <IndicatorName {...row} />,
            },
            ...quarterNumbers.map(ofQuarter),
            {
              key: 'year',
              header: t('codes:heading.fiscalYear'),
              align: 'end',
              narrow: true,
              cell: (row) => (
                <>
                  <strong>{amount(row, row.value)}</strong>
                  <span className={classes.span}>
                    {madeOf(row, asked, t)}
                    {yearRestsOnForm(row) && ` · ${t('common:unsigned')}`}
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
