import type { DueRow } from '#contract/casework/authorities';
import { dueCells, type CellText, type CellWords } from '#contract/casework/listCells';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { LeftBadge } from '../../../ui/LeftBadge.tsx';
import type { ListColumn } from '../../../ui/listTable.tsx';

const cells: Readonly<Record<keyof typeof dueCells, CellText<DueRow>>> = dueCells;

interface DueColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly words: CellWords;
}

export function dueColumns({ t, names, words }: DueColumnOptions): readonly ListColumn<DueRow>[] {
  const textOf = (id: keyof typeof cells) => (row: DueRow) => cells[id](row, words);
  const unit: ListColumn<DueRow> = {
    id: 'unit',
    header: t('codes:heading.unit'),
    width: 56,
    // Its code is in the number.
    isShown: false,
    rank: 6,
    text: textOf('unit'),
  };
  return [
    {
      id: 'standing',
      header: t('codes:field.state'),
      width: 148,
      rank: 1,
      text: textOf('standing'),
      cell: (row) => <LeftBadge {...row} />,
    },
    { id: 'dueOn', header: t('codes:heading.date'), width: 88, rank: 2, text: textOf('dueOn') },
    {
      id: 'number',
      header: t('common:caseFile'),
      width: names.units.length > 1 ? 136 : 104,
      max: 200,
      rank: 4,
      text: textOf('number'),
      cell: names.fileNumber,
    },
    {
      id: 'name',
      header: t('due:column.name'),
      width: 272,
      max: 'rest',
      rank: 3,
      text: textOf('name'),
    },
    {
      id: 'lead',
      header: t('codes:field.lead'),
      width: 112,
      max: 160,
      rank: 5,
      text: textOf('lead'),
    },
    ...(names.units.length > 1 ? [unit] : []),
    {
      id: 'actBy',
      header: t('due:column.actBy'),
      width: 88,
      rank: 7,
      text: textOf('actBy'),
    },
    {
      // Only a calendar outside shows it.
      id: 'reference',
      header: t('codes:field.reference'),
      width: 84,
      rank: 8,
      isShown: false,
      text: textOf('reference'),
    },
  ];
}
