import type { RenewalBalance, RenewalContent, RenewalYear } from '#contract/reporting/renewal';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable, type Column } from '../../../../ui/DataTable.tsx';
import { useAmount } from '../annual/useAmount.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';

/** Money, backlog, positions and targets of each fiscal year, each with the day or coverage that it is of. */
export function RenewalYears({ content }: { readonly content: RenewalContent }) {
  const yearTargets = useYearTargets(content);
  const hasYearTargets = content.years.some((year) => Object.values(year.yearTargets).some((each) => each.length > 0));
  return (
    <>
      <Table part="money" content={content} columns={useMoney()} />
      <Table part="targets" content={content} columns={useTargets()} />
      {hasYearTargets && <Table part="yearTargets" content={content} columns={yearTargets} />}
    </>
  );
}

interface TableProps {
  readonly part: 'money' | 'targets' | 'yearTargets';
  readonly content: RenewalContent;
  readonly columns: readonly Column<RenewalYear>[];
}

function Table({ part, content, columns }: TableProps) {
  const t = useText();
  const format = useFormat();
  const caption = t(`returns:renewal.${part}`);
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{caption}</h2>
      <DataTable
        caption={caption}
        keepsOrder
        rows={content.years}
        rowKey={({ fiscalYear }) => fiscalYear}
        columns={[
          {
            key: 'year',
            header: t('codes:heading.fiscalYear'),
            narrow: true,
            cell: ({ fiscalYear, inProgress, sources, asked }) => (
              <>
                {format.fiscalYear(fiscalYear)}
                <span className={classes.span}>
                  {t('returns:annual.over', { count: sources.length, asked })}
                  {inProgress && ` · ${t('returns:renewal.inProgress')}`}
                </span>
              </>
            ),
          },
          ...columns,
        ]}
      />
    </section>
  );
}

function useMoney(): readonly Column<RenewalYear>[] {
  const t = useText();
  const format = useFormat();
  const unknown = t('counterfactual:table.unknown');
  const money = (cents: number | null): string => (cents === null ? unknown : format.money(cents));
  const balance = (row: RenewalBalance | null) => {
    if (row?.value == null) return unknown;
    return (
      <>
        {format.number(row.value, 0)}
        <span className={classes.span}>
          {t('returns:annual.covers', { covered: row.covered, asked: row.asked })}
          {row.unsigned === true && ` · ${t('common:unsigned')}`}
        </span>
      </>
    );
  };
  return [
    { key: 'budget', header: t('codes:register.budget'), align: 'end', cell: ({ budget }) => money(budget) },
    { key: 'spent', header: t('codes:pillarSpending.spent'), align: 'end', cell: ({ spent }) => money(spent) },
    { key: 'opening', header: t('returns:renewal.opening'), align: 'end', cell: ({ opening }) => balance(opening) },
    { key: 'closing', header: t('returns:renewal.closing'), align: 'end', cell: ({ closing }) => balance(closing) },
    {
      key: 'positions',
      header: t('returns:renewal.positions'),
      align: 'end',
      cell: ({ positions }) => {
        if (positions === null) return unknown;
        const { funded, filled, on } = positions;
        return (
          <>
            {t('returns:renewal.filled', { filled: format.number(filled, 1), funded: format.number(funded, 1) })}
            <span className={classes.span}>{format.day(on)}</span>
          </>
        );
      },
    },
  ];
}

function useTargets(): readonly Column<RenewalYear>[] {
  const t = useText();
  const format = useFormat();
  const unknown = t('counterfactual:table.unknown');
  const named = (pick: 'met' | 'missed' | 'unknown'): Column<RenewalYear> => ({
    key: pick,
    header: t(`codes:renewalAnnex.${pick}`),
    cell: ({ targets }) => {
      if (targets === null) return unknown;
      const codes = targets[pick];
      return codes.length === 0 ? format.number(0, 0) : `${format.number(codes.length, 0)} (${codes.join(', ')})`;
    },
  });
  return [
    named('met'),
    named('missed'),
    named('unknown'),
    {
      key: 'without',
      header: t('codes:renewalAnnex.withoutTarget'),
      align: 'end',
      cell: ({ targets }) => (targets === null ? unknown : format.number(targets.without, 0)),
    },
  ];
}

/** The sum of each year against its target; an incomplete year is not judged. */
function useYearTargets({ results }: RenewalContent): readonly Column<RenewalYear>[] {
  const t = useText();
  const amount = useAmount();
  const named = (pick: keyof RenewalYear['yearTargets'], header: string): Column<RenewalYear> => ({
    key: pick,
    header,
    cell: ({ yearTargets }) =>
      yearTargets[pick]
        .map(({ code, value, target }) => {
          const of = results.find((each) => each.code === code) ?? { code };
          return `${code} ${amount(of, value)} / ${amount(of, target)}`;
        })
        .join('; ') || '0',
  });
  return [
    named('met', t('codes:renewalAnnex.met')),
    named('missed', t('codes:renewalAnnex.missed')),
    named('partial', t('codes:renewalAnnex.notJudged')),
    named('unknown', t('codes:renewalAnnex.unknown')),
  ];
}
