import type { Output } from '#contract/index';
import type { PackRecord } from '#contract/packs';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ValueState } from '../../ui/ValueState.tsx';

type Indicator = Output<'packs.get'>['indicators'][number];

interface PackIndicatorsProps {
  readonly indicators: readonly Indicator[];
  readonly units: PackRecord['units'];
}

/** One line for each indicator of each unit, in the order in which the pack gives them. */
export function PackIndicators({ indicators, units }: PackIndicatorsProps) {
  const t = useText();
  const format = useFormat();
  const codes = [...new Set(indicators.map((indicator) => indicator.code))];
  const rows = codes.flatMap((code) => indicators.filter((indicator) => indicator.code === code));
  // One unit needs no column to name it.
  const unitColumn =
    units.length > 1
      ? [{ key: 'unit', header: t('packs:unit'), narrow: true, cell: (row: Indicator) => row.unitCode }]
      : [];
  return (
    <DataTable
      caption={t('packs:indicators.title')}
      rows={rows}
      rowKey={(row) => `${row.code} ${row.unitCode}`}
      columns={[
        { key: 'code', header: t('packs:indicators.code'), narrow: true, cell: (row) => row.code },
        { key: 'name', header: t('packs:indicators.name'), cell: (row) => format.bilingual(row.name) },
        ...unitColumn,
        {
          key: 'value',
          header: t('packs:indicators.value'),
          align: 'end',
          narrow: true,
          cell: (row) =>
            row.value === null ? t('packs:indicators.missing') : format.number(row.value, decimalsOf(rows, row.code)),
        },
        {
          key: 'status',
          header: t('packs:state.label'),
          narrow: true,
          cell: (row) => <ValueState status={row.status} />,
        },
        {
          key: 'version',
          header: t('packs:indicators.version'),
          align: 'end',
          narrow: true,
          cell: (row) => row.definitionVersion,
        },
      ]}
    />
  );
}

/** One decimal for the whole indicator where any of its figures has one, so that digits line up. */
function decimalsOf(rows: readonly Indicator[], code: string): number {
  return rows.some((row) => row.code === code && row.value !== null && !Number.isInteger(row.value)) ? 1 : 0;
}
