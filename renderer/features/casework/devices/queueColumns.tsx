import type { QueuedDevice } from '#contract/casework/devices';
import { deviceCells, type CellText, type CellWords } from '#contract/casework/listCells';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';

const cells: Readonly<Record<keyof typeof deviceCells, CellText<QueuedDevice>>> = deviceCells;

interface QueueColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly words: CellWords;
}

export function queueColumns({ t, names, words }: QueueColumnOptions): readonly ListColumn<QueuedDevice>[] {
  const textOf = (id: keyof typeof cells) => (row: QueuedDevice) => cells[id](row, words);
  const unit: ListColumn<QueuedDevice> = {
    id: 'unit',
    header: t('codes:heading.unit'),
    width: 56,
    // Its code is in the number.
    isShown: false,
    rank: 8,
    text: textOf('unit'),
  };
  return [
    {
      id: 'waits',
      header: t('fileWork:queue.column.waits'),
      width: 104,
      rank: 1,
      text: textOf('waits'),
    },
    {
      id: 'number',
      header: t('common:caseFile'),
      width: names.units.length > 1 ? 136 : 112,
      max: 200,
      rank: 2,
      text: textOf('number'),
      cell: names.fileNumber,
    },
    {
      id: 'device',
      header: t('codes:term.device'),
      width: 240,
      max: 'rest',
      rank: 3,
      text: textOf('device'),
    },
    {
      id: 'state',
      header: t('codes:field.state'),
      width: 152,
      rank: 4,
      text: textOf('state'),
    },
    {
      id: 'since',
      header: t('codes:field.since'),
      width: 96,
      rank: 5,
      text: textOf('since'),
    },
    {
      id: 'lab',
      header: t('codes:field.lab'),
      width: 200,
      max: 320,
      rank: 7,
      text: textOf('lab'),
    },
    {
      id: 'lead',
      header: t('codes:field.lead'),
      width: 112,
      max: 160,
      rank: 6,
      text: textOf('lead'),
    },
    ...(names.units.length > 1 ? [unit] : []),
  ];
}
