import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { HandoverDetail } from '#contract/casework/handover';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useCellWords } from '../../../lib/useCellWords.ts';
import { fixedLayout } from '../../../lib/useListSetup.ts';
import { useNames } from '../../../lib/useNames.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { WholeList } from '../../../ui/WholeList.tsx';
import { investigationColumns } from '../investigations/investigationColumns.tsx';
import { referralColumns } from '../referrals/referralColumns.tsx';
import type { HandedOver, HandoverPart } from './useHandedOver.ts';

interface HandoverListProps {
  readonly part: HandoverPart;
  readonly unitId: UnitId;
  readonly detail: HandoverDetail;
  readonly handed: HandedOver;
}

type Task = HandoverDetail['tasks'][number];
type Hearing = HandoverDetail['hearings'][number];

const fileColumns = ['number', 'title', 'due', 'band', 'waiting', 'waitingSince', 'openedOn'];
const ofReferral = ['dueAt', 'band', 'receivedOn', 'number', 'source', 'state'];

/** Of the columns of the lists, those that say what is handed over: it is all of one officer. */
const among = <Row extends object>(columns: readonly ListColumn<Row>[], ids: readonly string[]) =>
  columns.filter(({ id }) => ids.includes(id)).map((column) => ({ ...column, isSortable: false }));

const joined = (parts: readonly (string | null)[], by = ' ') => parts.filter((part) => part !== null).join(by);

/** The investigations, referrals, tasks or hearings that an officer has open, to choose from. */
export function HandoverList({ part, unitId, detail, handed }: HandoverListProps) {
  const t = useText();
  const names = useNames();
  const words = useCellWords();
  const files = useMemo(() => among(investigationColumns(t, names, words), fileColumns), [t, names, words]);
  const referrals = useMemo(
    () => among(referralColumns({ t, names, words, isMissed: false, alike: null }), ofReferral),
    [t, names, words],
  );
  const { tasks, hearings } = useMemo(() => {
    const numberOf = ({ number }: Task | Hearing) => names.fileNumber({ unitId, number });
    const ofTasks: readonly ListColumn<Task>[] = [
      { id: 'what', header: t('fileWork:tasks.what'), width: 320, max: 'rest', rank: 1, text: ({ what }) => what },
      { id: 'number', header: t('codes:field.number'), width: 136, rank: 3, text: numberOf },
      { id: 'dueOn', header: t('fileWork:tasks.dueOn'), width: 112, rank: 3, text: ({ dueOn }) => dueOn ?? '' },
    ];
    const ofHearings: readonly ListColumn<Hearing>[] = [
      { id: 'on', header: t('codes:heading.date'), width: 136, rank: 1, text: ({ on, time }) => joined([on, time]) },
      { id: 'number', header: t('codes:field.number'), width: 136, rank: 3, text: numberOf },
      {
        id: 'kind',
        header: t('codes:field.kind'),
        width: 176,
        max: 'rest',
        rank: 2,
        text: ({ kind, court }) => joined([t(`codes:hearingKind.${kind}`), court], ', '),
      },
    ];
    return { tasks: ofTasks, hearings: ofHearings };
  }, [t, names, unitId]);
  if (part === 'files')
    return (
      <Chosable
        label={t('fileWork:handover.files')}
        rows={detail.investigations}
        columns={files}
        cursor={handed.files}
        nameOf={names.fileNumber}
        pathOf={({ id }) => `/investigations/${id}`}
      />
    );
  if (part === 'referrals')
    return (
      <Chosable
        label={t('fileWork:handover.referrals')}
        rows={detail.referrals}
        columns={referrals}
        cursor={handed.referrals}
        nameOf={names.fileNumber}
        pathOf={({ id }) => `/referrals/${id}`}
      />
    );
  if (part === 'hearings')
    return (
      <Chosable
        label={t('fileWork:hearings.title')}
        rows={detail.hearings}
        columns={hearings}
        cursor={handed.hearings}
        nameOf={({ kind, on }) => joined([t(`codes:hearingKind.${kind}`), on])}
        pathOf={({ investigationId }) => `/investigations/${investigationId}`}
      />
    );
  return (
    <Chosable
      label={t('codes:paperSection.tasks')}
      rows={detail.tasks}
      columns={tasks}
      cursor={handed.tasks}
      nameOf={({ what }) => what}
      pathOf={({ investigationId }) => `/investigations/${investigationId}`}
    />
  );
}

interface ChosableProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  readonly cursor: RowCursor<Row>;
  readonly nameOf: (row: Row) => string;
  readonly pathOf: (row: Row) => string;
}

const inOrder = { column: '', descending: false };

function Chosable<Row extends { readonly id: string }>(props: ChosableProps<Row>) {
  const { label, rows, columns, cursor, nameOf, pathOf } = props;
  const [, navigate] = useLocation();
  const setup = useMemo(() => fixedLayout(columns), [columns]);
  return (
    <WholeList
      key={label}
      label={label}
      setup={setup}
      rows={rows}
      cursor={cursor}
      isPrevious={false}
      place={label}
      sort={inOrder}
      rowName={nameOf}
      onOpen={(row) => {
        navigate(pathOf(row));
      }}
    />
  );
}
