import type { Across, AcrossIndicator, SpentInYear } from '#contract/reporting/across';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import { useAmount } from '../returns/annual/useAmount.ts';
import { CoveredCell } from './CoveredCell.tsx';
import { UnsignedMark } from './UnsignedMark.tsx';
import classes from './Rollup.module.css';

/** What a reader asks first: the year against the one before, backlogs, activities and what was spent. */
export function AcrossYear({ across }: { readonly across: Across }) {
  const t = useText();
  const format = useFormat();
  const { backlog, backlogUnsigned, activities } = across;
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
        <UnsignedMark isUnsigned={backlogUnsigned} />
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
  const amount = useAmount();
  const compared = (of: AcrossIndicator, value: number | null, isUnsigned: true | undefined) => (
    <>
      {value === null ? none : amount(of, value)}
      <UnsignedMark isUnsigned={isUnsigned} />
    </>
  );
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
          cell: (row) => <CoveredCell of={row} figure={row.year.whole} />,
        },
        {
          key: 'before',
          header: t('rollup:headlines.before.12'),
          align: 'end',
          value: ({ year }) => year.before,
          cell: (row) => compared(row, row.year.before, row.year.beforeUnsigned),
        },
        {
          key: 'now',
          header: t('rollup:headlines.now.12'),
          align: 'end',
          value: ({ year }) => year.now,
          cell: (row) => compared(row, row.year.now, row.year.nowUnsigned),
        },
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

type Contribution = Across['contributions'][number];

/** An amount, and its last quarter where the year's last quarters are not entered. */
function Spent({ spent }: { readonly spent: SpentInYear | null }) {
  const t = useText();
  const format = useFormat();
  if (spent === null) return t('codes:valueStatus.not_available');
  const { cents, through, incomplete } = spent;
  return (
    <>
      {format.money(cents)}
      {through < 4 && <span className={classes.minor}>{t('rollup:across.through', { quarter: through })}</span>}
      {incomplete && <span className={classes.minor}>{t('rollup:across.incomplete')}</span>}
    </>
  );
}

/** By fiscal year over the life of each agreement. */
function Contributions({ across: { years, yearsInProgress, contributions } }: { readonly across: Across }) {
  const t = useText();
  const format = useFormat();
  if (years.length === 0) return null;
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
            header: yearsInProgress.includes(year)
              ? t('rollup:across.toDate', { year: format.fiscalYear(year) })
              : format.fiscalYear(year),
            align: 'end' as const,
            value: ({ spent }: Contribution) => spent[index]?.cents ?? null,
            cell: ({ spent }: Contribution) => <Spent spent={spent[index] ?? null} />,
          })),
        ]}
      />
    </>
  );
}
