import { useMemo, useState } from 'react';
import type { InvestigationId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import type { PaperDecision, PaperRecord } from '#contract/custody/disclosure';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { fixedLayout } from '../../../lib/useListSetup.ts';
import { usePanelCursor } from '../../../lib/usePanelCursor.ts';
import { wholeList } from '../../../lib/wholeList.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ListScreen } from '../../../ui/ListScreen.tsx';
import { LongList } from '../../../ui/LongList.tsx';
import { asByDefault, decideInput, included } from './decideInput.ts';
import { LeaveOutDialog } from './LeaveOutDialog.tsx';
import { recordColumns, summaryOf } from './recordColumns.tsx';
import { RecordHead, type RecordFilter } from './RecordHead.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { RedactDialog } from './RedactDialog.tsx';
import { useGrounds } from './useGrounds.ts';

interface RecordDeskProps {
  readonly investigationId: InvestigationId;
  readonly detail: Output<'papers.get'>;
}

const byNumber = { column: 'number', descending: false };
const nothing = () => undefined;

function isShown(record: PaperRecord, { section, treatment }: RecordFilter): boolean {
  return (section === '' || record.section === section) && (treatment === '' || record.treatment === treatment);
}

/** Every record that the paper may give: Space ticks, I includes, R withholds parts, L leaves out. */
export function RecordDesk({ investigationId, detail }: RecordDeskProps) {
  const t = useText();
  const format = useFormat();
  const grounds = useGrounds();
  const decide = useWrite('papers.decide');
  const [filter, setFilter] = useState<RecordFilter>({ section: '', treatment: '' });
  const [dialog, setDialog] = useState<'redact' | 'leaveOut' | null>(null);
  const [openId, opening] = useOpened<string>();
  const { paper, records } = detail;
  const rows = useMemo(() => records.filter((each) => isShown(each, filter)), [records, filter]);
  const open = rows.find(({ id }) => id === openId);
  const cursor = usePanelCursor(rows, {
    openId: open?.id,
    record: open,
    show: ({ id }) => {
      opening.open(id);
    },
  });
  const layout = useMemo(
    () => fixedLayout(recordColumns({ t, format, grounds })),
    // oxlint-disable-next-line react/exhaustive-deps -- the grounds are read again with the records
    [t, format, grounds.options.length, records],
  );
  const deciding = { investigationId, paper };
  const apply = (targets: readonly PaperRecord[], decision: PaperDecision) => {
    if (targets.length > 0) decide.mutate(decideInput(deciding, targets, decision), { onSuccess: cursor.clear });
  };
  const opens = (which: 'redact' | 'leaveOut') => () => {
    if (cursor.targets.length > 0) setDialog(which);
  };
  useScreenKeys([
    {
      keys: 'J',
      label: t('lists:next'),
      run: () => {
        cursor.moveBy(1);
      },
    },
    {
      keys: 'K',
      label: t('lists:previous'),
      run: () => {
        cursor.moveBy(-1);
      },
    },
    {
      keys: 'I',
      label: t('papers:key.include'),
      run: () => {
        apply(cursor.targets, included);
      },
    },
    { keys: 'R', label: t('papers:key.redact'), run: opens('redact') },
    { keys: 'L', label: t('papers:key.leaveOut'), run: opens('leaveOut') },
    {
      keys: 'D',
      label: t('papers:toDefault'),
      run: () => {
        apply(cursor.targets, asByDefault);
      },
    },
  ]);
  const close = () => {
    setDialog(null);
    cursor.clear();
  };
  return (
    <>
      <ListScreen
        head={
          <RecordHead
            detail={detail}
            shown={rows.length}
            filter={filter}
            onFilter={setFilter}
            failure={decide.error?.failure ?? null}
          />
        }
        list={
          records.length === 0 ? (
            <EmptyState title={t('papers:empty.title')} text={t('papers:empty.text')} />
          ) : (
            <LongList
              label={t('codes:field.records')}
              setup={layout}
              list={wholeList(rows, false, `${filter.section} ${filter.treatment}`)}
              cursor={cursor}
              sort={byNumber}
              onSort={nothing}
              onOpen={cursor.open}
              onLeave={opening.close}
              openId={open?.id}
              rowName={(row) => `${String(row.number)} ${summaryOf(row, format)}`}
            />
          )
        }
        panel={
          open && (
            <RecordPanel
              record={open}
              isFollowing={cursor.leads}
              onDefault={() => {
                apply([open], asByDefault);
              }}
              onClose={opening.close}
            />
          )
        }
      />
      {dialog === 'redact' && cursor.row !== null && (
        <RedactDialog {...deciding} record={cursor.targets[0] ?? cursor.row} onClose={close} />
      )}
      {dialog === 'leaveOut' && <LeaveOutDialog {...deciding} records={cursor.targets} onClose={close} />}
    </>
  );
}
