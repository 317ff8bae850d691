import type { Output } from '#contract/index';
import type { PackRecord } from '#contract/reporting/packs';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { ValueState } from '../../../ui/ValueState.tsx';

type Indicator = Output<'packs.get'>['indicators'][number];

interface Row {
  readonly code: string;
  readonly of: readonly Indicator[];
}

interface PackIndicatorsProps {
  readonly indicators: readonly Indicator[];
  readonly units: PackRecord['units'];
}

/** A line for each indicator, with each unit's value and status side by side. */
export function PackIndicators({ indicators, units }: PackIndicatorsProps) {
  const t = useText();
  const format = useFormat();
  const codes = [...new Set(indicators.map((indicator) => indicator.code))];
  const rows: Row[] = codes.map((code) => ({ code, of: indicators.filter((indicator) => indicator.code === code) }));
  const unitColumns = units.flatMap((unit): Column<Row>[] => {
    const find = (row: Row) => row.of.find((indicator) => indicator.unitCode === unit.code);
    return [
      {
        key: `${unit.code} value`,
        header: unit.code,
        align: 'end',
        narrow: true,
        value: (row) => find(row)?.value,
        cell: (row) => {
          const value = find(row)?.value ?? null;
          return value === null ? t('packs:indicators.missing') : format.number(value, decimalsOf(row));
        },
      },
      {
        key: `${unit.code} status`,
        header: t('codes:field.state'),
        narrow: true,
        cell: (row) => <ValueState status={find(row)?.status ?? 'not_available'} />,
      },
    ];
  });
  return (
    <DataTable
      caption={t('codes:heading.indicators')}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        { key: 'code', header: t('codes:heading.code'), narrow: true, value: (row) => row.code },
        {
          key: 'name',
          header: t('codes:heading.indicator'),
          value: (row) => (row.of[0] === undefined ? '' : format.bilingual(row.of[0].name)),
        },
        ...unitColumns,
      ]}
    />
  );
}

/** One decimal for the whole indicator where any of its figures has one, so that digits line up. */
function decimalsOf({ of }: Row): number {
  return of.some(({ value }) => value !== null && !Number.isInteger(value)) ? 1 : 0;
}
