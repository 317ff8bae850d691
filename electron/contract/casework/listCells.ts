import type { DueRow } from './authorities.ts';
import {
  deviceKind,
  deviceState,
  referralSource,
  referralState,
  riskBand,
  waitingState,
  type RiskBand,
} from '../ground/codes.ts';
import type { QueuedDevice } from './devices.ts';
import type { CivilDate } from '../ground/dates.ts';
import { dayText } from '../ground/dayText.ts';
import type { UnitId, UserId } from '../ground/ids.ts';
import type { InvestigationRow } from './investigations.ts';
import type { ListName } from './lists.ts';
import { isUrgentPriority } from './priority.ts';
import type { ReferralRow } from './referrals.ts';

/** Words for codes and ids in a cell: the same on screen, on the clipboard and in a file. */
export interface CellWords {
  readonly say: (key: string, count?: number) => string;
  readonly person: (id: UserId) => string;
  readonly unit: (id: UnitId) => string;
  readonly bilingual: (text: { readonly en: string; readonly fr: string }) => string;
  readonly showsSummaries: boolean;
}

export type CellText<Row> = (row: Row, words: CellWords) => string;

const two = (value: number): string => String(value).padStart(2, '0');

/** As clocks show it where the user sits. What is drawn as time left is written as the instant that it leads to. */
export function instantText(at: number): string {
  const on = new Date(at);
  const day = [String(on.getFullYear()), two(on.getMonth() + 1), two(on.getDate())].join('-');
  return `${day} ${two(on.getHours())}:${two(on.getMinutes())}`;
}

/** The deadline of a file that comes first. */
export type NextDeadline =
  | { readonly source: 'referral'; readonly on: CivilDate; readonly at: number; readonly what: 'action' | 'decision' }
  | ({ readonly source: 'own'; readonly at: null } & NonNullable<InvestigationRow['ownDate']>);

/** Of the deadline of the referrals that a file carries on and its own first date, the one that comes first in Due. */
export function nextDeadlineOf({
  carried,
  ownDate,
}: Pick<InvestigationRow, 'carried' | 'ownDate'>): NextDeadline | null {
  const own = ownDate === null ? null : ({ source: 'own', at: null, ...ownDate } as const);
  if (carried.due === null) return own;
  const { at, what } = carried.due;
  const on = instantText(at).slice(0, 10) as CivilDate;
  // On one day, what is counted in days comes first.
  return own !== null && own.on <= on ? own : { source: 'referral', on, at, what };
}

/** A danger is added to a band that does not say it. */
function bandText(band: RiskBand | null, dangerSince: number | null, say: CellWords['say']): string {
  const name = band === null ? '' : say(`codes:riskBand.${band}`);
  if (dangerSince === null || band === 'imminent') return name;
  return name === '' ? say('triage:danger.running') : `${say('triage:danger.running')}, ${name}`;
}

/** Why a referral is where it is in the inbox: what its place is decided by, before its deadline. */
function whyHere({ dangerSince, due, priorityReceived, rescore }: ReferralRow, say: CellWords['say']): string {
  if (dangerSince !== null) return say('triage:danger.running');
  if (due?.what === 'decision')
    return isUrgentPriority(priorityReceived)
      ? `${say('triage:why.urgent')} (${priorityReceived ?? ''})`
      : say('triage:why.decision');
  if (rescore !== null) return say('triage:why.rescore');
  return say('triage:why.band');
}

/** The text of each cell; empty where there is nothing. */
export const referralCells = {
  dueAt: ({ due }) => (due === null ? '' : instantText(due.at)),
  band: ({ riskBand: band, dangerSince }, { say }) => bandText(band, dangerSince, say),
  why: (row, { say }) => whyHere(row, say),
  receivedOn: (row) => row.receivedOn,
  number: (row) => row.number,
  source: (row, { say }) => say(`codes:referralSource.${row.source}`),
  externalNumber: (row) => row.externalNumber ?? '',
  state: (row, { say }) => say(`codes:referralState.${row.state}`),
  stateOn: ({ stateOn, stateUncertain }, { say }) => dayText(stateOn, stateUncertain, say('codes:field.dayUnknown')),
  assignedTo: ({ assignedTo, officerNamed }, { person }) => {
    if (assignedTo !== null) return person(assignedTo);
    return officerNamed === null ? '' : `(${officerNamed})`;
  },
  unit: (row, { unit }) => unit(row.unitId),
  summary: ({ summary }, { say, showsSummaries }) =>
    summary === null ? '' : showsSummaries ? summary : say('referrals:summaryHidden'),
} satisfies Record<string, CellText<ReferralRow>>;

export const investigationCells = {
  number: (row) => row.number,
  title: (row) => row.title ?? '',
  subject: (row) => row.subject ?? '',
  due: (row) => {
    const next = nextDeadlineOf(row);
    if (next === null) return '';
    return next.at === null ? next.on : instantText(next.at);
  },
  band: ({ carried: { riskBand: band, dangerSince } }, { say }) => bandText(band, dangerSince, say),
  openedOn: (row) => row.openedOn,
  origin: ({ proactive, transferredIn }, { say }) => {
    if (transferredIn) return say('investigations:fromUnit');
    return say(proactive ? 'investigations:proactive' : 'investigations:fromReferral');
  },
  lead: (row, { person }) => (row.lead === null ? '' : person(row.lead)),
  waiting: (row, { say }) =>
    say(row.concludedOn === null ? `codes:waitingState.${row.waiting}` : 'investigations:concluded'),
  waitingSince: (row) => row.waitingSince,
  waitingOn: (row) => row.waitingOn ?? '',
  lastOn: (row) => row.lastOn,
  nextStep: (row) => row.nextStep ?? '',
  concludedOn: (row) => row.concludedOn ?? '',
  unit: (row, { unit }) => unit(row.unitId),
} satisfies Record<string, CellText<InvestigationRow>>;

const standings = {
  overdue: 'due:overdueBy',
  today: 'due:dueToday',
  reminder: 'due:inDays',
  ahead: 'due:inDays',
} as const;

export const dueCells = {
  standing: ({ dueAt, urgency, daysLeft }, { say }) =>
    dueAt === null ? say(standings[urgency], Math.abs(daysLeft)) : instantText(dueAt),
  dueOn: (row) => row.dueOn,
  number: (row) => row.number,
  name: ({ name, isOverridden, time }, { say, bilingual }) => {
    const added = isOverridden ? say('due:decidedDate') : time;
    return added === null ? bilingual(name) : `${bilingual(name)} (${added})`;
  },
  lead: (row, { say, person }) => (row.lead === null ? say('due:nobody') : person(row.lead)),
  unit: (row, { unit }) => unit(row.unitId),
  // Only a closed day has another.
  actBy: (row) => (row.actBy === row.dueOn ? '' : row.actBy),
  reference: (row) => row.reference,
} satisfies Record<string, CellText<DueRow>>;

export const deviceCells = {
  waits: (row) => String(row.waits),
  number: (row) => row.number,
  device: ({ kind, count, label }, { say }) =>
    `${say(`codes:deviceKind.${kind}`)} (${String(count)}) ${label ?? ''}`.trim(),
  state: (row, { say }) => say(`codes:deviceState.${row.state}`),
  lock: ({ locked, unlockedOn }, { say }) =>
    locked === true && unlockedOn === null ? say('fileWork:devices.stillLocked') : '',
  since: (row) => row.beganOn ?? row.queuedOn ?? row.seizedOn,
  lab: (row) => row.lab ?? '',
  lead: (row, { person }) => (row.lead === null ? '' : person(row.lead)),
  unit: (row, { unit }) => unit(row.unitId),
} satisfies Record<string, CellText<QueuedDevice>>;

const each = (group: string, codes: readonly string[]): readonly string[] =>
  codes.map((code) => `codes:${group}.${code}`);

/** Every word that the cells of a list can ask for, except those that a number goes into. */
export const cellWords: Record<ListName, readonly string[]> = {
  referrals: [
    ...each('riskBand', riskBand.options),
    ...each('referralSource', referralSource.options),
    ...each('referralState', referralState.options),
    'codes:field.dayUnknown',
    'referrals:summaryHidden',
    'triage:danger.running',
    'triage:why.decision',
    'triage:why.urgent',
    'triage:why.rescore',
    'triage:why.band',
  ],
  investigations: [
    ...each('waitingState', waitingState.options),
    ...each('riskBand', riskBand.options),
    'triage:danger.running',
    'investigations:proactive',
    'investigations:fromReferral',
    'investigations:fromUnit',
    'investigations:concluded',
  ],
  due: ['due:decidedDate', 'due:nobody'],
  devices: [
    ...each('deviceKind', deviceKind.options),
    ...each('deviceState', deviceState.options),
    'fileWork:devices.stillLocked',
  ],
};

/** A word that a number goes into, as it is sent: one for each number. */
export const countedKey = (key: string, count: number): string => `${key} ${String(count)}`;

/** The words with a number that rows of what is due ask for. */
export function dueCounts(rows: readonly DueRow[]): readonly { readonly key: string; readonly count: number }[] {
  return rows.map(({ urgency, daysLeft }) => ({ key: standings[urgency], count: Math.abs(daysLeft) }));
}
