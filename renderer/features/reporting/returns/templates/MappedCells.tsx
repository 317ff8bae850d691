import { Button } from '@mantine/core';
import type { ReturnId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import type { TemplateCell, WhenMissing } from '#contract/reporting/templates';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable, type Column } from '../../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { useSourceName } from './useSourceName.ts';

interface MappedCellsProps {
  readonly returnId: ReturnId;
  readonly content: ReturnContent;
  readonly cells: readonly TemplateCell[];
  readonly whenMissing: WhenMissing;
  /** Absent where the mapping is only shown. */
  readonly onRemove?: (cell: TemplateCell) => void;
}

/** What each cell of the workbook will hold. */
export function MappedCells({ returnId, content, cells, whenMissing, onRemove }: MappedCellsProps) {
  const t = useText();
  const format = useFormat();
  const sourceName = useSourceName(content);
  const preview = useRead('templates.preview', { returnId, cells: [...cells] }, { keepPrevious: true });
  const values = preview.data?.values ?? [];
  const written = (value: string | number | null | undefined): string => {
    if (value === undefined) return '';
    if (value === null) return whenMissing === 'symbol' ? '..' : '';
    return typeof value === 'number' ? format.number(value, Number.isInteger(value) ? 0 : 1) : value;
  };
  const columns: readonly Column<readonly [TemplateCell, number]>[] = [
    { key: 'cell', header: t('templates:column.cell'), narrow: true, value: ([{ sheet, cell }]) => `${sheet}!${cell}` },
    { key: 'source', header: t('templates:kind.label'), value: ([{ source }]) => sourceName(source) },
    { key: 'value', header: t('templates:column.value'), cell: ([, index]) => written(values[index]) },
  ];
  const removal: Column<readonly [TemplateCell, number]> = {
    key: 'remove',
    header: t('templates:column.remove'),
    hidesHeader: true,
    narrow: true,
    cell: ([cell]) => (
      <Button size="compact-xs" variant="default" onClick={() => onRemove?.(cell)}>
        {t('templates:unmap', { cell: cell.cell })}
      </Button>
    ),
  };
  return (
    <>
      {preview.isError && <FailureAlert failure={preview.error.failure} />}
      <DataTable
        caption={t('templates:cells')}
        rows={cells.map((each, index) => [each, index] as const)}
        rowKey={([{ sheet, cell }]) => `${sheet}!${cell}`}
        columns={onRemove === undefined ? columns : [...columns, removal]}
      />
    </>
  );
}
