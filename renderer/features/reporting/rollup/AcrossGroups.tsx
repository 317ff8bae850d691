import {
  noFigure,
  type Across,
  type AcrossIndicator,
  type AcrossGroup,
  type CoveredFigure,
} from '#contract/reporting/across';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { CoveredCell } from './CoveredCell.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Rollup.module.css';

interface Side {
  readonly key: string;
  readonly title: string;
  readonly group: AcrossGroup;
}

/** Funded and unfunded units side by side, then agreements, each figure with what it covers. */
export function AcrossGroups({ across }: { readonly across: Across }) {
  const t = useText();
  const format = useFormat();
  const titled = (key: 'funded' | 'unfunded', { units }: AcrossGroup) =>
    t(`rollup:across.${key}`, { units: format.number(units) });
  const byFunding: readonly Side[] = [
    { key: 'funded', title: titled('funded', across.funded), group: across.funded },
    { key: 'unfunded', title: titled('unfunded', across.unfunded), group: across.unfunded },
  ];
  const byAgreement = across.agreements.map((group): Side => ({
    key: group.code ?? '',
    title: group.code ?? '',
    group,
  }));
  return (
    <>
      <GroupTable title={t('rollup:across.byFunding')} sides={byFunding} across={across} />
      {byAgreement.length > 0 && (
        <GroupTable title={t('rollup:across.byAgreement')} sides={byAgreement} across={across} />
      )}
    </>
  );
}

interface GroupTableProps {
  readonly title: string;
  readonly sides: readonly Side[];
  readonly across: Across;
}

function GroupTable({ title, sides, across }: GroupTableProps) {
  const t = useText();
  const format = useFormat();
  const codes = new Set(sides.flatMap(({ group }) => group.figures.map(({ code }) => code)));
  const figureIn = ({ figures }: AcrossGroup, code: string): CoveredFigure =>
    figures.find((each) => each.code === code) ?? noFigure;
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{title}</h2>
      <DataTable
        caption={title}
        rows={across.indicators.filter(({ code }) => codes.has(code))}
        rowKey={({ code }) => code}
        columns={[
          { key: 'code', header: t('codes:heading.code'), narrow: true, value: ({ code }) => code },
          { key: 'name', header: t('codes:heading.indicator'), value: ({ name }) => format.bilingual(name) },
          ...sides.map(({ key, title: head, group }) => ({
            key,
            header: head,
            align: 'end' as const,
            value: ({ code }: AcrossIndicator) => figureIn(group, code).value,
            cell: (row: AcrossIndicator) => <CoveredCell of={row} figure={figureIn(group, row.code)} />,
          })),
        ]}
      />
    </section>
  );
}
