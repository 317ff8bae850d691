import { Link } from 'wouter';
import type { Output } from '#contract/index';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { groupGaps, type GapKind, type GapRow } from './gaps.ts';
import classes from './Packs.module.css';

type Preview = Output<'packs.preview'>;

const mendPaths: Record<GapKind, string> = { staffing: '/staffing', counts: '/backlog' };

/** What the pack would leave blank, each line with the way to mend it. */
export function GapTable({ preview }: { readonly preview: Preview }) {
  const t = useText();
  const format = useFormat();
  const codeOf = (row: GapRow) => preview.units.find((unit) => unit.id === row.unitId)?.code ?? '';
  return (
    <DataTable
      caption={t('packs:gaps.title')}
      rows={groupGaps(preview.gaps)}
      rowKey={(row) => [row.unitId, row.kind, ...row.months].join(' ')}
      columns={[
        { key: 'unit', header: t('packs:unit'), narrow: true, cell: codeOf },
        {
          key: 'what',
          header: t('packs:gaps.what'),
          cell: (row) =>
            row.isWhole
              ? t(`packs:gaps.whole.${row.kind}`)
              : row.measures.map((measure) => t(`codes:measure.${measure}`)).join(' · '),
        },
        {
          key: 'months',
          header: t('packs:gaps.months'),
          narrow: true,
          cell: (row) => row.months.map((month) => format.shortMonth(month)).join(', '),
        },
        {
          key: 'mend',
          header: t('packs:gaps.mend'),
          narrow: true,
          cell: (row) => (
            <Link href={mendPaths[row.kind]} className={classes.link ?? ''}>
              {t(`packs:gaps.mendWith.${row.kind}`)}
            </Link>
          ),
        },
      ]}
    />
  );
}
