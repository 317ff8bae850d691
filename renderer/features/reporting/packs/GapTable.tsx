import { Link } from 'wouter';
import { ledgerTerm } from '#contract/ground/codes';
import type { Output } from '#contract/index';
import { useHasRole } from '../../../bridge/session.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { groupGaps, type GapRow } from './gaps.ts';
import shared from '../../../ui/Shared.module.css';

type Preview = Output<'packs.preview'>;

const unitOf = ({ units }: Preview, row: GapRow) => units.find(({ id }) => id === row.unitId)?.code ?? '';

/** What the pack would leave blank, each line with the way to fill it. */
export function GapTable({ preview }: { readonly preview: Preview }) {
  const t = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={t('common:missingData')}
      rows={groupGaps(preview.gaps)}
      rowKey={(row) => [row.unitId, row.kind, ...row.months].join(' ')}
      columns={[
        { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitOf(preview, row) },
        { key: 'what', header: t('packs:gaps.what'), cell: (row) => missingOf(row, t) },
        {
          key: 'months',
          header: t('codes:heading.months'),
          narrow: true,
          value: ({ months }) => months[0],
          cell: (row) => row.months.map((month) => format.shortMonth(month)).join(', '),
        },
        { key: 'mend', header: t('codes:field.what'), narrow: true, cell: (row) => <Mend row={row} /> },
      ]}
    />
  );
}

/** Counts are confirmed by a supervisor alone; staffing is entered by an administrator as well. */
function Mend({ row }: { readonly row: GapRow }) {
  const t = useText();
  const [, changeFilter] = useFigureFilter();
  const mayConfirm = useHasRole('supervisor');
  const text = t(`packs:gaps.mendWith.${row.kind}`);
  if (row.kind === 'counts' && !mayConfirm) return <>{t('packs:gaps.bySupervisor')}</>;
  return (
    <Link
      href={row.kind === 'staffing' ? '/staffing' : `/backlog/units/${row.unitId}`}
      className={shared.link ?? ''}
      onClick={() => {
        changeFilter({ unitId: row.unitId });
      }}
    >
      {text}
    </Link>
  );
}

/** What a pack would leave blank, one line for each unit and its months, with how many figures it is of the sum. */
export function GapList({ preview }: { readonly preview: Preview }) {
  const t = useText();
  const format = useFormat();
  return (
    <ul>
      {groupGaps(preview.gaps).map((row) => (
        <li key={[row.unitId, row.kind, ...row.months].join(' ')}>
          {t('packs:gaps.line', {
            unit: unitOf(preview, row),
            months: row.months.map((month) => format.shortMonth(month)).join(', '),
            count: row.months.length * row.measures.length,
            missing: missingOf(row, t),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Ten terms of the ledger that are missing together are the ledger. */
function missingOf(row: GapRow, t: Translate): string {
  if (row.isWhole) return t(`packs:gaps.whole.${row.kind}`);
  const terms: readonly string[] = ledgerTerm.options;
  const isLedger = ledgerTerm.options.every((term) => row.measures.includes(term));
  const named = isLedger ? row.measures.filter((measure) => !terms.includes(measure)) : row.measures;
  const words = [
    ...(isLedger ? [t('packs:gaps.ledger')] : []),
    ...named.map((measure) => t(`codes:measure.${measure}`)),
  ];
  // No line begins with a separator.
  return words.join('\u00a0· ');
}
