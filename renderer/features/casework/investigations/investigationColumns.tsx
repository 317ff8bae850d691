import { investigationCells, nextDeadlineOf, type CellText, type CellWords } from '#contract/casework/listCells';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';
import { NextDeadlineBadge } from './NextDeadline.tsx';
import { WaitingBadge } from './WaitingBadge.tsx';

const cells: Readonly<Record<keyof typeof investigationCells, CellText<InvestigationRow>>> = investigationCells;

type Columns = readonly ListColumn<InvestigationRow>[];

export function investigationColumns(t: Translate, names: Names, words: CellWords): Columns {
  const textOf = (id: keyof typeof cells) => (row: InvestigationRow) => cells[id](row, words);
  return [
    {
      id: 'number',
      header: t('codes:field.number'),
      width: names.units.length > 1 ? 136 : 112,
      max: 200,
      rank: 1,
      isSortable: true,
      text: textOf('number'),
      cell: names.fileNumber,
    },
    {
      id: 'title',
      header: t('investigations:column.title'),
      width: 160,
      max: 'rest',
      rank: 2,
      text: textOf('title'),
    },
    {
      id: 'due',
      header: t('referrals:column.due'),
      width: 196,
      max: 224,
      rank: 3,
      isSortable: true,
      text: textOf('due'),
      // Null where there is no deadline: the list then shows its own mark of nothing.
      cell: (row) => (nextDeadlineOf(row) === null ? null : <NextDeadlineBadge file={row} />),
    },
    {
      id: 'band',
      header: t('codes:field.riskBand'),
      width: 124,
      rank: 3,
      text: textOf('band'),
      cell: ({ carried: { riskBand, dangerSince } }) => (
        <RiskBandBadge band={riskBand} isInDanger={dangerSince !== null} />
      ),
    },
    {
      id: 'openedOn',
      header: t('investigations:column.openedOn'),
      width: 92,
      rank: 6,
      isSortable: true,
      text: textOf('openedOn'),
    },
    {
      id: 'origin',
      header: t('codes:field.origin'),
      width: 96,
      rank: 11,
      text: textOf('origin'),
    },
    {
      id: 'lead',
      header: t('codes:field.lead'),
      width: 112,
      max: 176,
      rank: 4,
      text: textOf('lead'),
    },
    {
      id: 'waiting',
      header: t('codes:field.state'),
      width: 264,
      max: 280,
      rank: 3,
      text: textOf('waiting'),
      cell: (row) => <WaitingBadge file={row} />,
    },
    {
      id: 'waitingSince',
      header: t('codes:field.since'),
      width: 92,
      rank: 7,
      isSortable: true,
      text: textOf('waitingSince'),
    },
    {
      id: 'waitingOn',
      header: t('investigations:column.on'),
      width: 148,
      max: 'rest',
      rank: 8,
      text: textOf('waitingOn'),
    },
    ...activity(t, textOf),
    {
      id: 'concludedOn',
      header: t('investigations:column.concludedOn'),
      width: 92,
      rank: 10,
      text: textOf('concludedOn'),
    },
    {
      id: 'subject',
      header: t('investigations:column.subject'),
      width: 160,
      max: 320,
      rank: 12,
      text: textOf('subject'),
    },
    ...(names.units.length > 1
      ? [
          {
            id: 'unit',
            header: t('codes:heading.unit'),
            width: 56,
            rank: 2,
            isShown: false,
            text: textOf('unit'),
          },
        ]
      : []),
  ];
}

type TextOf = (id: keyof typeof cells) => (row: InvestigationRow) => string;

/** When something happened last in a file, and what comes next. */
function activity(t: Translate, textOf: TextOf): Columns {
  return [
    {
      id: 'lastOn',
      header: t('investigations:column.lastOn'),
      width: 124,
      rank: 9,
      text: textOf('lastOn'),
    },
    {
      id: 'nextStep',
      header: t('codes:field.nextStep'),
      width: 160,
      max: 320,
      rank: 13,
      // Free text of an officer, like a summary: hidden until the user chooses the column.
      isShown: false,
      text: textOf('nextStep'),
    },
  ];
}
