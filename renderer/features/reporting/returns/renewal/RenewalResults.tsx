import type { RenewalContent, RenewalResult } from '#contract/reporting/renewal';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable, type Column } from '../../../../ui/DataTable.tsx';
import { useAmount } from '../annual/useAmount.ts';
import { IndicatorName } from '../IndicatorName.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';

/** Every indicator by year, each figure with the quarters that it rests on. */
export function RenewalResults({ content }: { readonly content: RenewalContent }) {
  const t = useText();
  const format = useFormat();
  const amount = useAmount();
  const { years, results } = content;
  const title = t('codes:renewalAnnex.results');
  if (results.length === 0) return null;
  const ofYear = ({ fiscalYear, asked }: RenewalContent['years'][number], index: number): Column<RenewalResult> => ({
    key: String(fiscalYear),
    header: format.fiscalYear(fiscalYear),
    align: 'end',
    cell: (row) => {
      const own = row.years[index];
      if (own?.value == null) return t('counterfactual:table.unknown');
      return (
        <>
          {amount(row, own.value)}
          <span className={classes.span}>
            {t('returns:annual.over', { count: own.quarters, asked })}
            {own.unsigned === true && ` · ${t('common:unsigned')}`}
          </span>
        </>
      );
    },
  });
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{title}</h2>
      <DataTable
        caption={title}
        keepsOrder
        rows={results}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'indicator',
            header: t('codes:heading.indicator'),
            cell: (row) => <IndicatorName {...row} />,
          },
          ...years.flatMap((year, index) => (year.sources.length === 0 ? [] : [ofYear(year, index)])),
        ]}
      />
    </section>
  );
}
