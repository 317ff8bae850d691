import { referralCells, type CellText, type CellWords } from '#contract/casework/listCells';
import type { ReferralRow } from '#contract/casework/referrals';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { TimeLeftBadge } from '../../../ui/TimeLeftBadge.tsx';
import { ReferralStateBadge } from './ReferralStateBadge.tsx';
import classes from './Referrals.module.css';
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';

const cells: Readonly<Record<keyof typeof referralCells, CellText<ReferralRow>>> = referralCells;

interface ColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly words: CellWords;
  /** A list of missed deadlines names no officer. */
  readonly isMissed: boolean;
}

export function referralColumns({ t, names, words, isMissed }: ColumnOptions): readonly ListColumn<ReferralRow>[] {
  const textOf = (id: keyof typeof cells) => (row: ReferralRow) => cells[id](row, words);
  return [
    {
      id: 'dueAt',
      header: t('referrals:column.due'),
      width: 192,
      max: 248,
      rank: 1,
      isSortable: true,
      text: textOf('dueAt'),
      cell: (row) => row.due && <TimeLeftBadge {...row.due} />,
    },
    {
      id: 'band',
      header: t('codes:field.riskBand'),
      width: 124,
      rank: 2,
      text: textOf('band'),
      cell: (row) => (
        <RiskBandBadge band={row.riskBand} isStale={row.rescore !== null} isInDanger={row.dangerSince !== null} />
      ),
    },
    {
      id: 'receivedOn',
      header: t('codes:field.receivedOn'),
      width: 104,
      rank: 4,
      isSortable: true,
      text: textOf('receivedOn'),
    },
    {
      id: 'number',
      header: t('codes:field.number'),
      width: names.units.length > 1 ? 128 : 88,
      max: 200,
      rank: 3,
      isSortable: true,
      text: textOf('number'),
      cell: names.fileNumber,
    },
    {
      id: 'source',
      header: t('codes:field.source'),
      width: 144,
      max: 176,
      rank: 6,
      text: textOf('source'),
    },
    {
      id: 'externalNumber',
      header: t('referrals:column.externalShort'),
      width: 104,
      max: 152,
      rank: 7,
      text: textOf('externalNumber'),
    },
    {
      id: 'state',
      header: t('codes:field.state'),
      width: 176,
      max: 200,
      rank: 5,
      text: textOf('state'),
      cell: (row) => <ReferralStateBadge state={row.state} />,
    },
    {
      id: 'stateOn',
      header: t('referrals:column.stateOn'),
      width: 96,
      rank: 11,
      isSortable: true,
      text: textOf('stateOn'),
    },
    ...(isMissed
      ? []
      : [
          {
            id: 'assignedTo',
            header: t('codes:field.owner'),
            width: 96,
            max: 160,
            rank: 8,
            text: textOf('assignedTo'),
          },
        ]),
    ...(names.units.length > 1
      ? [
          {
            // Its code is in the number.
            id: 'unit',
            header: t('codes:heading.unit'),
            width: 56,
            rank: 4,
            isShown: false,
            text: textOf('unit'),
          },
        ]
      : []),
    {
      id: 'summary',
      header: t('codes:field.summary'),
      width: 88,
      max: 'rest',
      rank: 9,
      text: textOf('summary'),
      cell: (row) => (
        <Summary text={row.summary} hidden={t('referrals:summaryHidden')} isShown={words.showsSummaries} />
      ),
    },
  ];
}

interface SummaryProps {
  readonly text: string | null;
  readonly hidden: string;
  readonly isShown: boolean;
}

function Summary({ text, hidden, isShown }: SummaryProps) {
  if (text === null) return null;
  return isShown ? <>{text}</> : <span className={classes.quiet}>{hidden}</span>;
}
