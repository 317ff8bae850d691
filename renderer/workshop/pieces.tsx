import { headings } from '#contract/words/headings';
import { Button } from '@mantine/core';
import { dot } from '@observablehq/plot';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { riskBand, valueStatus } from '#contract/ground/codes';
import { fileGrant, unitId, userId } from '#contract/ground/ids';
import { clockUrgency } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import { type Translate } from '../i18n/text.ts';
import { pageNow } from '../lib/pageClock.ts';
import { today } from '../lib/today.ts';
import { CountBadge } from '../ui/CountBadge.tsx';
import { CountLink } from '../ui/CountLink.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { DescribedTable } from '../ui/DescribedTable.tsx';
import { DraftNotice } from '../ui/DraftNotice.tsx';
import { DrillChip } from '../ui/DrillChip.tsx';
import { DueBadge } from '../ui/DueBadge.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureAlert } from '../ui/FailureAlert.tsx';
import { FictitiousStripe } from '../ui/FictitiousStripe.tsx';
import { Fact, Facts } from '../ui/FieldRow.tsx';
import { Figure } from '../ui/Figure.tsx';
import { FileCounts } from '../ui/FileCounts.tsx';
import { Fingerprint, Hash } from '../ui/Fingerprint.tsx';
import { EditableGrid } from '../ui/grid/EditableGrid.tsx';
import { GridFoot } from '../ui/grid/GridFoot.tsx';
import { HiddenText } from '../ui/HiddenText.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { LedgerFigure } from '../ui/LedgerFigure.tsx';
import { LeftBadge } from '../ui/LeftBadge.tsx';
import { LinkedSummary } from '../ui/LinkedSummary.tsx';
import { ListBar } from '../ui/ListBar.tsx';
import { ListFoot } from '../ui/ListFoot.tsx';
import { ListFailure } from '../ui/ListScreen.tsx';
import { Loading } from '../ui/Loading.tsx';
import { MeanwhileNotice } from '../ui/MeanwhileNotice.tsx';
import { MenuBadge } from '../ui/MenuBadge.tsx';
import { MonthCalendar } from '../ui/MonthCalendar.tsx';
import { MovementMark } from '../ui/MovementMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { OfficerName } from '../ui/OfficerName.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PlotChart } from '../ui/PlotChart.tsx';
import { ProgressPanel } from '../ui/ProgressPanel.tsx';
import { ResetFilters } from '../ui/ResetFilters.tsx';
import { RiskBandBadge } from '../ui/RiskBandBadge.tsx';
import { PanelSection, SidePanel } from '../ui/SidePanel.tsx';
import { SignedFileNotice } from '../ui/SignedFileNotice.tsx';
import { Since } from '../ui/Since.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { StepButtons } from '../ui/StepButtons.tsx';
import { TimeLeftBadge } from '../ui/TimeLeftBadge.tsx';
import { Timeline } from '../ui/Timeline.tsx';
import { ValueState } from '../ui/ValueState.tsx';

type Pieces = Readonly<Record<string, ReactNode>>;

const nothing = (): void => undefined;
const day = '2026-10-05' as CivilDate;
const failure = { code: 'internal', reference: '0A1B2C3D' } as const;
const rows = [4, 11, 7].map((count, index) => ({ key: String(index), count, on: `2026-0${String(index + 7)}-14` }));

export function badges(t: Translate): Pieces {
  const label = t('codes:heading.unit');
  const counts = { overdue: 2, today: 1, reminder: 4 };
  return {
    CountBadge: <CountBadge counts={counts} />,
    CountLink: <CountLink href="/gallery" count={12} of={label} />,
    DueBadge: clockUrgency.options.map((urgency) => <DueBadge key={urgency} urgency={urgency} daysLeft={3} />),
    FictitiousStripe: <FictitiousStripe day={day} />,
    Fingerprint: <Fingerprint value="1B2C 3D4E 5F60 7182 93A4" />,
    Hash: <Hash value="9f86d081884c7d659a2feaa0c55ad015" />,
    HiddenText: <HiddenText text={t('common:behind.emptyText')} label={label} />,
    KeyHint: <KeyHint keys="mod+K" />,
    LeftBadge: <LeftBadge urgency="today" daysLeft={0} dueAt={null} />,
    LinkedSummary: <LinkedSummary text={t('due:summary', counts)} hrefs={['/gallery', null, '/gallery']} />,
    MenuBadge: <MenuBadge count={7} tone="dueSoon" meaning={label} />,
    MovementMark: (['fell', 'held', 'grew', 'unknown'] as const).map((each) => (
      <MovementMark key={each} movement={each} by="4" />
    )),
    OfficerName: (
      <OfficerName
        id={userId.parse(crypto.randomUUID())}
        name="A. Tremblay"
        unitId={unitId.parse(crypto.randomUUID())}
      />
    ),
    RiskBandBadge: riskBand.options.map((band) => (
      <RiskBandBadge key={band} band={band} isStale={band === 'low'} isInDanger={band === 'high'} />
    )),
    Since: <Since on={day} />,
    StatusBadge: (['neutral', 'positive', 'dueSoon', 'overdue'] as const).map((tone) => (
      <StatusBadge key={tone} tone={tone} icon={IconInfoCircle} label={label} />
    )),
    TimeLeftBadge: <TimeLeftBadge at={pageNow() + 5_400_000} what="decision" />,
    ValueState: valueStatus.options.map((status) => <ValueState key={status} status={status} />),
  };
}

export function notices(t: Translate): Pieces {
  const title = t('codes:heading.unit');
  const text = t('common:behind.emptyText');
  const file = {
    grant: fileGrant.parse(crypto.randomUUID()),
    bytes: 48_213,
    sha256: '9f86d081884c7d65',
    fingerprint: '1B2C 3D4E',
  };
  const field = { name: title, theirs: text, keepMine: nothing, useTheirs: nothing };
  const progress = { phase: 'reading', done: 420, total: 1000, milliseconds: 2100 } as const;
  return {
    DraftNotice: <DraftNotice draft={{ takenUpFrom: pageNow(), startAfresh: nothing }} />,
    DrillChip: <DrillChip drill={{ from: '/gallery', end: nothing }} />,
    EmptyState: <EmptyState {...{ title, text }} action={<Button>{title}</Button>} />,
    FailureAlert: <FailureAlert failure={failure} onClose={nothing} />,
    ListFailure: <ListFailure failure={failure} />,
    Loading: <Loading />,
    MeanwhileNotice: <MeanwhileNotice field={field} />,
    Notice: (['neutral', 'positive', 'dueSoon', 'overdue'] as const).map((tone) => (
      <Notice key={tone} tone={tone} icon={IconAlertTriangle} title={title}>
        {text}
      </Notice>
    )),
    PageHeader: <PageHeader title={title} context={text} actions={<Button>{title}</Button>} />,
    ProgressPanel: <ProgressPanel title={title} progress={progress} onCancel={nothing} />,
    SignedFileNotice: <SignedFileNotice title={title} next={text} file={file} />,
  };
}

export function tables(t: Translate): Pieces {
  const title = t('codes:heading.unit');
  const columns = [
    { key: 'on', header: t('codes:heading.language'), value: ({ on }: (typeof rows)[number]) => on },
    { key: 'count', header: title, value: ({ count }: (typeof rows)[number]) => count, align: 'end' as const },
  ];
  const table = <DataTable caption={title} rows={rows} rowKey={({ key }) => key} columns={columns} />;
  const draw = () => ({ marks: [dot(rows, { x: 'key', y: 'count' })] });
  const total = { value: 3, exact: true };
  return {
    DataTable: table,
    DescribedTable: (
      <DescribedTable
        caption={title}
        isTotalled
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { name: 'language', label: headings.language, kind: 'text', value: ({ on }) => on },
          { name: 'share', label: headings.share, kind: 'share', value: ({ count }) => count / total.value },
        ]}
      />
    ),
    EditableGrid: (
      <EditableGrid
        caption={title}
        rows={rows}
        rowKey={({ key }) => key}
        rowHead={{ header: title, of: ({ on }) => on }}
        columns={[{ key: 'count', header: title, kind: 'count', computed: ({ count }) => count }]}
        onType={nothing}
      />
    ),
    Facts: (
      <Facts>
        <Fact label={title}>{rows.length}</Fact>
      </Facts>
    ),
    Fact: <Fact label={title}>{rows.length}</Fact>,
    Figure: <Figure title={title} description={title} chart={<PlotChart draw={draw} height={120} />} table={table} />,
    FileCounts: (
      <FileCounts
        counts={[
          { category: 'files_reported', count: 1204 },
          { category: 'made_by_ai', count: 31 },
        ]}
      />
    ),
    GridFoot: (
      <GridFoot
        saveLabel={title}
        changes={2}
        problem={null}
        isSaving={false}
        failure={undefined}
        onSave={nothing}
        onDiscard={nothing}
      />
    ),
    LedgerFigure: [12, null].map((value) => <LedgerFigure key={value} label={title} value={value} isStrong />),
    ListBar: (
      <ListBar label={title} total={total} all={total}>
        <ResetFilters onReset={nothing} />
      </ListBar>
    ),
    ListFoot: <ListFoot selected={2} onClear={nothing} />,
    MonthCalendar: (
      <MonthCalendar rows={rows.map(({ on }) => ({ dueOn: on }))} today={today()} day="2026-07-14" onDay={nothing} />
    ),
    PanelSection: <PanelSection title={title}>{rows.length}</PanelSection>,
    PlotChart: <PlotChart draw={draw} height={120} />,
    SidePanel: (
      <SidePanel title={title} isFollowing onClose={nothing}>
        {table}
      </SidePanel>
    ),
    StepButtons: (
      <StepButtons
        steps={['1', '2', '3'].map((keys) => ({ label: `${title} ${keys}`, keys: `alt+shift+${keys}`, run: nothing }))}
      />
    ),
    Timeline: <Timeline entries={rows.map(({ key, on }) => ({ key, on, title }))} />,
  };
}

const list = 'A part of a list, which needs the set-up of one: see the screens.';
const act = 'An act on a record: see that record.';

/** Of renderer/ui, what only makes sense elsewhere. */
export const notShown: Readonly<Record<string, string>> = {
  AlsoOpen: 'Empty until another person has the same file open.',
  AwayOfficer: 'Empty until the officer is away.',
  ColumnsMenu: list,
  CountedRows: 'A whole screen, of the answer of a read.',
  DangerDialog: act,
  DecideTransferDialog: act,
  ListExport: list,
  ListScreen: 'The frame of a whole screen.',
  ListTools: list,
  LongList: list,
  LongListHead: list,
  LongListRow: list,
  NoticeDialog: act,
  Palette: 'Open it by Ctrl+K on any screen.',
  PrintButton: act,
  ServerAway: 'Empty until a shared server is away.',
  TransferDialog: act,
  ViewMenu: list,
  ViewNameDialog: list,
  WholeList: list,
  GridRow: 'A row of EditableGrid.',
};
