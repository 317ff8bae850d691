import { referralCells, type CellWords } from '#contract/casework/listCells';
import type { ReferralRow } from '#contract/casework/referrals';
import type { ReferralId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { cellColumns } from '../../../ui/cellColumns.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { AwayOfficer, OfficerName } from '../../../ui/OfficerName.tsx';
import { TimeLeftBadge } from '../../../ui/TimeLeftBadge.tsx';
import { ReceivedOn } from './ReceivedOn.tsx';
import { ReferralStateBadge } from './ReferralStateBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';

export type AlikeFile = Output<'identifiers.alike'>['alike'][number];

interface ColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly words: CellWords;
  /** A list of missed deadlines names no officer. */
  readonly isMissed: boolean;
  /** Files that are like a referral: looked up where one decides what to do with it. */
  readonly alike: ReadonlyMap<ReferralId, AlikeFile> | null;
}

export function referralColumns({
  t,
  names,
  words,
  isMissed,
  alike,
}: ColumnOptions): readonly ListColumn<ReferralRow>[] {
  const column = cellColumns<ReferralRow, keyof typeof referralCells>(referralCells, words);
  return [
    column('dueAt', t('referrals:column.due'), {
      width: 192,
      max: 248,
      rank: 1,
      isSortable: true,
      cell: (row) => row.due && <TimeLeftBadge {...row.due} />,
    }),
    column('band', t('codes:field.riskBand'), {
      width: 124,
      rank: 2,
      cell: (row) => (
        <RiskBandBadge band={row.riskBand} isStale={row.rescore !== null} isInDanger={row.dangerSince !== null} />
      ),
    }),
    ...(alike === null
      ? []
      : [
          column('why', t('triage:why.column'), {
            width: 232,
            max: 400,
            rank: 3,
            cell: (row) => (
              <Why
                row={row}
                names={names}
                text={referralCells.why(row, words)}
                alike={alikeText(alike.get(row.id), names, t)}
              />
            ),
          }),
        ]),
    column('receivedOn', t('codes:field.receivedOn'), {
      width: 104,
      rank: 4,
      isSortable: true,
      cell: ({ receivedOn }) => <ReceivedOn on={receivedOn} />,
    }),
    column('number', t('codes:field.number'), {
      width: names.units.length > 1 ? 128 : 88,
      max: 200,
      rank: 3,
      isSortable: true,
      cell: names.fileNumber,
    }),
    column('source', t('codes:field.source'), { width: 144, max: 176, rank: 6 }),
    column('externalNumber', t('referrals:column.externalShort'), { width: 104, max: 152, rank: 7 }),
    column('state', t('codes:field.state'), {
      width: 176,
      max: 200,
      rank: 5,
      cell: (row) => <ReferralStateBadge state={row.state} />,
    }),
    column('stateOn', t('referrals:column.stateOn'), { width: 96, rank: 11, isSortable: true }),
    ...(isMissed
      ? []
      : [
          column('assignedTo', t('codes:field.owner'), {
            width: 96,
            max: 300,
            rank: 8,
            cell: (row) =>
              row.assignedTo === null ? (
                referralCells.assignedTo(row, words)
              ) : (
                <OfficerName id={row.assignedTo} unitId={row.unitId} name={names.person(row.assignedTo)} />
              ),
          }),
        ]),
    ...(names.units.length > 1
      ? [
          // Its code is in the number.
          column('unit', t('codes:heading.unit'), { width: 56, rank: 4, isShown: false }),
        ]
      : []),
    column('summary', t('codes:field.summary'), {
      width: 88,
      max: 'rest',
      rank: 9,
      cell: (row) => (
        <Summary text={row.summary} hidden={t('referrals:summaryHidden')} isShown={words.showsSummaries} />
      ),
    }),
  ];
}

/** The file that one would go to first, and how many more there are. */
function alikeText(alike: AlikeFile | undefined, names: Names, t: Translate): string {
  if (alike === undefined) return '';
  return t('triage:why.alike', { number: names.fileNumber(alike.first), count: alike.count - 1 });
}

interface WhyProps {
  readonly row: ReferralRow;
  readonly names: Names;
  readonly text: string;
  readonly alike: string;
}

/** Why a referral is where it is, for whom it is covered, and what is like it. */
function Why({ row: { assignedTo, unitId }, names, text, alike }: WhyProps) {
  return (
    <>
      {text}
      {assignedTo !== null && <AwayOfficer id={assignedTo} name={names.person(assignedTo)} unitId={unitId} />}
      {alike !== '' && <span className={shared.dimmed}> · {alike}</span>}
    </>
  );
}

interface SummaryProps {
  readonly text: string | null;
  readonly hidden: string;
  readonly isShown: boolean;
}

function Summary({ text, hidden, isShown }: SummaryProps) {
  if (text === null) return null;
  return isShown ? <>{text}</> : <span className={shared.dimmed}>{hidden}</span>;
}
