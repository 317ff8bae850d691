import type { Across, AcrossIndicator } from '#contract/reporting/across';
import { fiscalYearName } from '#contract/ground/period';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Rollup.module.css';

/** What a reader asks first: the year against the one before, backlogs, activities and what was spent. */
export function AcrossYear({ across }: { readonly across: Across }) {
  const t = useText();
  const format = useFormat();
  const { backlog, activities } = across;
  const asked = Object.values(backlog).reduce((sum, count) => sum + count, 0);
  const { done, all } = activities;
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('rollup:across.year')}</h2>
      <p className={classes.lead}>
        {t('rollup:across.backlog', {
          fell: format.number(backlog.fell),
          asked: format.number(asked),
          unknown: format.number(backlog.unknown),
        })}
      </p>
      {done !== null && all !== null && all > 0 && (
        <p className={classes.lead}>
          {t('rollup:across.activities', { share: format.percent(done / all), all: format.number(all) })}
        </p>
      )}
      <YearTable across={across} />
      <Contributions across={across} />
    </section>
  );
}

type WithYear = AcrossIndicator & { readonly year: NonNullable<AcrossIndicator['year']> };

function YearTable({ across: { indicators } }: { readonly across: Across }) {
  const t = useText();
  const format = useFormat();
  const none = t('codes:valueStatus.not_available');
  const rows = indicators.flatMap((each): WithYear[] => (each.year === null ? [] : [{ ...each, year: each.year }]));
  return (
    <DataTable
      caption={t('rollup:across.year')}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'code', header: t('codes:heading.code'), narrow: true, value: ({ code }) => code },
        { key: 'name', header: t('codes:heading.indicator'), value: ({ name }) => format.bilingual(name) },
        {
          key: 'whole',
          header: t('rollup:across.whole'),
          align: 'end',
          value: ({ year }) => year.whole.value,
          cell: ({ year: { whole } }) => (
            <>
              {whole.value === null ? none : format.number(whole.value)}
              <span className={classes.minor}>
                {t('returns:document.covers', {
                  covered: format.number(whole.covered),
                  asked: format.number(whole.asked),
                })}
              </span>
            </>
          ),
        },
        {
          key: 'before',
          header: t('rollup:headlines.before.12'),
          as: 'number',
          value: ({ year }) => year.before,
          none,
        },
        { key: 'now', header: t('rollup:headlines.now.12'), as: 'number', value: ({ year }) => year.now, none },
        {
          key: 'share',
          header: t('codes:heading.change'),
          align: 'end',
          narrow: true,
          value: ({ year }) => year.share,
          cell: ({ year: { share } }) => (share === null ? '' : format.percent(share, true)),
        },
        {
          key: 'compared',
          header: t('rollup:across.compared'),
          as: 'number',
          value: ({ year }) => year.compared,
        },
      ]}
    />
  );
}

/** By fiscal year over the life of each agreement. */
function Contributions({ across: { years, contributions } }: { readonly across: Across }) {
  const t = useText();
  const format = useFormat();
  if (years.length === 0) return null;
  const none = t('codes:valueStatus.not_available');
  return (
    <>
      <h3 className={shared.heading}>{t('rollup:across.contributions')}</h3>
      <DataTable
        caption={t('rollup:across.contributions')}
        rows={contributions}
        rowKey={({ agreementCode }) => agreementCode}
        columns={[
          {
            key: 'agreement',
            header: t('codes:heading.agreement'),
            narrow: true,
            value: ({ agreementCode }) => agreementCode,
          },
          ...years.map((year, index) => ({
            key: String(year),
            header: format.bilingual(fiscalYearName(year)),
            as: 'money' as const,
            value: (row: Across['contributions'][number]) => row.cents[index] ?? null,
            none,
          })),
        ]}
      />
    </>
  );
}
