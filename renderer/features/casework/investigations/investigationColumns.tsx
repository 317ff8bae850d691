import { investigationCells, nextDeadlineOf, type CellWords } from '#contract/casework/listCells';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { Translate } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { cellColumns } from '../../../ui/cellColumns.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { OfficerName } from '../../../ui/OfficerName.tsx';
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';
import { WaitingBadge } from './WaitingBadge.tsx';
import { useFormat } from '../../../lib/useFormat.ts';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import { TimeLeftBadge } from '../../../ui/TimeLeftBadge.tsx';

/** In a list: how near the deadline of the file is that comes first, with its name for the pointer. */
function NextDeadlineBadge({ file }: { readonly file: InvestigationRow }) {
  const format = useFormat();
  const next = nextDeadlineOf(file);
  if (next === null) return null;
  if (next.source === 'referral') return <TimeLeftBadge at={next.at} what={next.what} />;
  return (
    <span title={`${format.bilingual(next.name)}, ${next.on}`}>
      <DueBadge {...next} />
    </span>
  );
}

type Columns = readonly ListColumn<InvestigationRow>[];

export function investigationColumns(t: Translate, names: Names, words: CellWords): Columns {
  const column = cellColumns<InvestigationRow, keyof typeof investigationCells>(investigationCells, words);
  return [
    column('number', t('codes:field.number'), {
      width: names.units.length > 1 ? 136 : 112,
      max: 200,
      rank: 1,
      isSortable: true,
      cell: names.fileNumber,
    }),
    column('title', t('codes:heading.caseTitle'), { width: 160, max: 'rest', rank: 2 }),
    column('due', t('referrals:column.due'), {
      width: 196,
      max: 224,
      rank: 3,
      isSortable: true,
      // Null where there is no deadline: the list then shows its own mark of nothing.
      cell: (row) => (nextDeadlineOf(row) === null ? null : <NextDeadlineBadge file={row} />),
    }),
    column('band', t('codes:field.riskBand'), {
      width: 124,
      rank: 3,
      cell: ({ carried: { riskBand, dangerSince } }) => (
        <RiskBandBadge band={riskBand} isInDanger={dangerSince !== null} />
      ),
    }),
    column('openedOn', t('investigations:column.openedOn'), { width: 92, rank: 6, isSortable: true }),
    column('origin', t('codes:field.origin'), { width: 96, rank: 11 }),
    column('lead', t('codes:field.lead'), {
      width: 112,
      max: 300,
      rank: 4,
      cell: ({ lead, unitId }) => lead && <OfficerName id={lead} unitId={unitId} name={names.person(lead)} />,
    }),
    column('waiting', t('codes:field.state'), {
      width: 264,
      max: 280,
      rank: 3,
      cell: (row) => <WaitingBadge file={row} />,
    }),
    column('waitingSince', t('codes:field.since'), { width: 92, rank: 7, isSortable: true }),
    column('waitingOn', t('investigations:column.on'), { width: 148, max: 'rest', rank: 8 }),
    column('lastOn', t('investigations:column.lastOn'), { width: 124, rank: 9 }),
    column('nextStep', t('codes:field.nextStep'), {
      width: 160,
      max: 320,
      rank: 13,
      // Free text of an officer, like a summary: hidden until the user chooses the column.
      isShown: false,
    }),
    column('concludedOn', t('investigations:column.concludedOn'), { width: 92, rank: 10 }),
    column('subject', t('investigations:column.subject'), { width: 160, max: 320, rank: 12 }),
    ...(names.units.length > 1
      ? [column('unit', t('codes:heading.unit'), { width: 56, rank: 2, isShown: false })]
      : []),
  ];
}
