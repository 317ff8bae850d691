import { and, eq, inArray } from 'drizzle-orm';
import type { DueRow } from '#contract/casework/authorities';
import type { Clock } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { clocksOfAll } from '../authorities/clocksOfAll.ts';
import { clockSettings, standingOverrides } from '../clocks/surroundings.ts';
import { whoseOf, type Whose } from '../leave/away.ts';
import { together } from '../../ground/kernel/together.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { dueCorrections } from './corrections.ts';
import { dueHearings } from './hearings.ts';
import { opaqueReference } from './reference.ts';
import { dueTasks } from './tasks.ts';
import { dueReferrals, type Present } from './referrals.ts';

type Filter = ParsedInput<'due.list'>['filter'];
interface WantedDue extends Filter {
  /** In place of the lead with what they cover today. */
  readonly whose?: Whose | null;
}
interface FilesOfDue extends WantedDue {
  readonly fileIds?: readonly InvestigationId[];
}

function filesOf({ unitId, fileIds }: FilesOfDue, whose: Whose | null) {
  return and(
    unitId ? eq(investigation.unitId, unitId) : undefined,
    whose?.where(investigation.lead, investigation.unitId),
    fileIds && inArray(investigation.id, [...fileIds]),
  );
}

type FileOfDue = Pick<typeof investigation.$inferSelect, 'number' | 'lead'>;

function toDue(row: typeof authority.$inferSelect, file: FileOfDue, clock: Clock): DueRow[] {
  const { dueOn, actBy, daysLeft, urgency, ruleId } = clock;
  if (!clock.listed || dueOn === null || actBy === null || daysLeft === null || urgency === null) return [];
  return [
    {
      id: `${row.id} ${ruleId}`,
      reference: opaqueReference(row.id, ruleId),
      source: 'authority',
      sourceId: row.id,
      ruleId,
      investigationId: row.investigationId,
      number: file.number,
      unitId: row.unitId,
      lead: file.lead,
      name: clock.name,
      effect: clock.effect,
      dueOn,
      time: null,
      dueAt: null,
      actBy,
      daysLeft,
      urgency,
      reminders: clock.reminders.map(({ on }) => on),
      isOverridden: clock.override !== null,
    },
  ];
}

/** Days, numbers and ids order as they are written: no language is asked, which costs. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const byDay = (a: DueRow, b: DueRow): number => byCode(a.dueOn, b.dueOn) || byCode(a.time ?? '', b.time ?? '');

/** Every running clock and every dated task and hearing of the files that the filter leaves, the earliest first. */
export async function dueOfFiles(db: ReadDb, filter: FilesOfDue, today: CivilDate): Promise<readonly DueRow[]> {
  const whose = filter.whose ?? (await whoseOf(db, filter.lead, today));
  const asked = db
    .select({ row: authority, file: { number: investigation.number, lead: investigation.lead } })
    .from(authority)
    .innerJoin(investigation, eq(investigation.id, authority.investigationId))
    .where(and(eq(authority.watched, true), filesOf(filter, whose)));
  const { watched, settings } = await together({ watched: asked, settings: clockSettings(db) });
  const rows = watched.map(({ row }) => row);
  const ids = filter.fileIds && rows.map(({ id }) => id);
  const { overrides, parents, tasks, hearings, corrections } = await together({
    overrides: standingOverrides(db, ids),
    parents: parentsOf(db, rows),
    tasks: dueTasks(db, filter, { ...settings, today }),
    hearings: dueHearings(db, filter, { ...settings, today }),
    corrections: dueCorrections(db, filter, today),
  });
  const clocks = clocksOfAll([...rows, ...parents], { ...settings, today, overrides });
  const ofClocks = watched.flatMap(({ row, file }) =>
    (clocks.get(row.id) ?? []).flatMap((clock) => toDue(row, file, clock)),
  );
  const ofOfficer = [...tasks, ...hearings, ...corrections].filter(
    ({ lead, unitId }) => whose?.isOf(lead, unitId) ?? true,
  );
  return [...ofClocks, ...ofOfficer].sort((a, b) => byDay(a, b) || byCode(a.number, b.number) || byCode(a.id, b.id));
}

/** Of each of the files, the first of its own dates. */
export async function firstOwnDates(
  db: ReadDb,
  filter: FilesOfDue,
  today: CivilDate,
): Promise<ReadonlyMap<InvestigationId, DueRow>> {
  const first = new Map<InvestigationId, DueRow>();
  for (const row of await dueOfFiles(db, filter, today))
    if (row.investigationId !== null && !first.has(row.investigationId)) first.set(row.investigationId, row);
  return first;
}

/** Parents of the watched that have ended; a child that matters is watched itself. */
function parentsOf(db: ReadDb, watched: readonly (typeof authority.$inferSelect)[]) {
  const held = new Set(watched.map((row) => row.id));
  const missing = watched.flatMap(({ underId }) => (underId === null || held.has(underId) ? [] : [underId]));
  return db
    .select()
    .from(authority)
    .where(inArray(authority.id, [...new Set(missing)]));
}

/** More than anyone reads in one list, and what a page can hold. */
export const mostRows = 2000;

/** The dates of files and the deadlines of referrals together, the earliest first. */
export async function dueRows(
  db: ReadDb,
  filter: WantedDue,
  present: Present,
  most = mostRows,
): Promise<readonly DueRow[]> {
  const whose = filter.whose ?? (await whoseOf(db, filter.lead, present.today));
  const files = await dueOfFiles(db, { ...filter, whose }, present.today);
  const referrals = await dueReferrals(db, { unitId: filter.unitId, whose }, present, most);
  return [...files, ...referrals]
    .filter(({ urgency }) => filter.urgency === undefined || urgency === filter.urgency)
    .sort((a, b) => byDay(a, b) || (a.dueAt ?? 0) - (b.dueAt ?? 0) || byCode(a.number, b.number));
}
