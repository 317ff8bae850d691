import type { DueRow } from '#contract/casework/authorities';
import { dueCells, type CellWords } from '#contract/casework/listCells';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { LeftBadge } from '../../../ui/LeftBadge.tsx';
import { OfficerName, officerWidth } from '../../../ui/OfficerName.tsx';
import { cellColumns } from '../../../ui/cellColumns.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';

interface DueColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly words: CellWords;
}

export function dueColumns({ t, names, words }: DueColumnOptions): readonly ListColumn<DueRow>[] {
  const column = cellColumns<DueRow, keyof typeof dueCells>(dueCells, words);
  const unit: ListColumn<DueRow> = column('unit', t('codes:heading.unit'), {
    width: 56,
    // Its code is in the number.
    isShown: false,
    rank: 6,
  });
  return [
    column('standing', t('codes:field.state'), { width: 148, rank: 1, cell: (row) => <LeftBadge {...row} /> }),
    column('dueOn', t('codes:heading.date'), { width: 88, rank: 2 }),
    column('number', t('common:caseFile'), {
      width: names.units.length > 1 ? 136 : 104,
      max: 200,
      rank: 4,
      cell: names.fileNumber,
    }),
    column('name', t('due:column.name'), { width: 272, max: 'rest', rank: 3 }),
    column('lead', t('codes:field.lead'), {
      width: officerWidth,
      max: 300,
      rank: 5,
      cell: ({ lead, unitId }) =>
        lead === null ? t('due:nobody') : <OfficerName id={lead} unitId={unitId} name={names.person(lead)} />,
    }),
    ...(names.units.length > 1 ? [unit] : []),
    column('actBy', t('due:column.actBy'), { width: 88, rank: 7 }),
    // Only a calendar outside shows it.
    column('reference', t('codes:field.reference'), { width: 84, rank: 8, isShown: false }),
  ];
}
