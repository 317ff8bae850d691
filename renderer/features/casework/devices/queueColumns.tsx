import type { QueuedDevice } from '#contract/casework/devices';
import { deviceCells, type CellWords } from '#contract/casework/listCells';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { cellColumns } from '../../../ui/cellColumns.ts';
import { OfficerName, officerWidth } from '../../../ui/OfficerName.tsx';
import type { ListColumn } from '../../../ui/listTable.tsx';

interface QueueColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly words: CellWords;
}

export function queueColumns({ t, names, words }: QueueColumnOptions): readonly ListColumn<QueuedDevice>[] {
  const column = cellColumns<QueuedDevice, keyof typeof deviceCells>(deviceCells, words);
  const unit: ListColumn<QueuedDevice> = column('unit', t('codes:heading.unit'), {
    width: 56,
    // Its code is in the number.
    isShown: false,
    rank: 9,
  });
  return [
    column('waits', t('fileWork:queue.column.waits'), { width: 104, rank: 1 }),
    column('number', t('common:caseFile'), {
      width: names.units.length > 1 ? 136 : 112,
      max: 200,
      rank: 2,
      cell: names.fileNumber,
    }),
    column('device', t('codes:term.device'), { width: 240, max: 'rest', rank: 3 }),
    column('state', t('codes:field.state'), { width: 144, rank: 4 }),
    column('lock', t('fileWork:queue.column.lock'), { width: 124, rank: 5 }),
    column('since', t('codes:field.since'), { width: 96, rank: 7 }),
    column('lab', t('codes:field.lab'), { width: 200, max: 320, rank: 8 }),
    column('lead', t('codes:field.lead'), {
      width: officerWidth,
      max: 300,
      rank: 6,
      cell: ({ lead, unitId }) => lead && <OfficerName id={lead} unitId={unitId} name={names.person(lead)} />,
    }),
    ...(names.units.length > 1 ? [unit] : []),
  ];
}
