import type { Rows } from '../../db/entry/demo/tables.ts';
import { addMonths } from '../../db/casework/clocks/civil.ts';
import type { authority } from '../../db/ground/schema/unit/authorities.ts';
import type { device } from '../../db/ground/schema/unit/devices.ts';
import type { paper } from '../../db/ground/schema/unit/papers.ts';
import type { task } from '../../db/ground/schema/unit/tasks.ts';

/** The rows of a unit workspace whose dates the law or the work links. */
export type Linked = Omit<Rows, 'entries'> & {
  readonly authorities: readonly (typeof authority.$inferSelect)[];
  readonly devices: readonly (typeof device.$inferSelect)[];
  readonly papers: readonly (typeof paper.$inferSelect)[];
  readonly tasks: readonly (typeof task.$inferSelect)[];
};

/** Two dates or two instants in the order in which they must come. */
export interface DatePair {
  readonly what: string;
  readonly id: string;
  readonly first: string | number;
  readonly then: string | number;
}

type When = string | number | null | undefined;
type Add = (what: string, id: string | undefined, first: When, then: When) => void;

const endOf = (day: string): number => Date.parse(`${day}T23:59:59Z`);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The rows of each owner, in their order. */
function by<T>(rows: readonly T[], owner: (row: T) => string): (id: string | undefined) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(owner(row), [...(found.get(owner(row)) ?? []), row]);
  return (id) => found.get(id ?? '') ?? [];
}

/** Each with the one after it. */
const inOrder = <T>(rows: readonly T[]): (readonly [T, T])[] =>
  rows.slice(1).map((row, index) => [rows[index] as T, row] as const);

function ofReferrals(add: Add, { referrals, referralEvents, scores, decisions, notices, checks }: Linked): void {
  const eventsOf = by(referralEvents, (row) => row.referralId);
  const ofId = new Map(referrals.map((row) => [row.id, row]));
  for (const { id, receivedOn, enteredAt, state, stateOn, decisionFrom } of referrals) {
    const events = eventsOf(id);
    add('received <= entered', id, receivedOn, dayOf(enteredAt));
    add('received <= first step', id, receivedOn, events[0]?.on);
    for (const [one, next] of inOrder(events)) add('step <= next step', id, one.on, next.on);
    add('last step = present state', id, stateOn, events.at(-1)?.on);
    add('present state = last step', id, events.at(-1)?.on, stateOn);
    add('asked <= entered', id, decisionFrom, enteredAt);
    if (state === 'bundled') add('received <= bundled', id, receivedOn, stateOn);
  }
  const endOfReferral = (id: string): When => {
    const row = ofId.get(id as never);
    return row === undefined || row.open || row.state === 'linked' ? null : endOf(row.stateOn);
  };
  for (const { referralId: id, countsFrom, scoredAt } of scores) add('counts from <= scored', id, countsFrom, scoredAt);
  for (const { referralId: id, decidedAt } of decisions) {
    add('asked <= decided', id, ofId.get(id)?.decisionFrom, decidedAt);
    add('decided <= over', id, decidedAt, endOfReferral(id));
  }
  const decisionsOf = by(decisions, (row) => row.referralId);
  for (const { id } of referrals)
    for (const [one, next] of inOrder(decisionsOf(id))) add('danger <= its end', id, one.decidedAt, next.decidedAt);
  for (const { referralId: id, notifiedAt } of notices) {
    add('decided <= reported', id, decisionsOf(id)[0]?.decidedAt, notifiedAt);
    add('reported <= over', id, notifiedAt, endOfReferral(id));
  }
  for (const { referralId: id, checkedAt } of checks)
    add('given <= checked', id, eventsOf(id).find(({ toState }) => toState !== 'triaged')?.at, checkedAt);
}

function ofFiles(add: Add, linked: Linked): void {
  const { referrals, links, investigations, investigationEvents, arrests, charges, clearances, offences } = linked;
  const received = new Map(referrals.map((row) => [row.id, row.receivedOn]));
  const receivedOf = new Map(links.map((row) => [row.investigationId, received.get(row.referralId)]));
  const opened = new Map(investigations.map((row) => [row.id, row.openedOn]));
  const laidOf = by(
    charges.filter(({ stage }) => stage === 'laid'),
    (row) => row.investigationId,
  );
  const firstLaid = (id: string): string | undefined =>
    laidOf(id)
      .map(({ laidOn }) => laidOn)
      .toSorted()[0];
  for (const { investigationId: id, linkedOn } of links) {
    add('received <= linked', id, receivedOf.get(id), linkedOn);
    add('opened <= linked', id, opened.get(id), linkedOn);
  }
  const eventsOf = by(investigationEvents, (row) => row.investigationId);
  for (const { id, openedOn, concludedOn, waitingSince, enteredAt } of investigations) {
    const events = eventsOf(id);
    add('opened <= entered', id, openedOn, dayOf(enteredAt));
    add('opened <= first change', id, openedOn, events[0]?.on);
    for (const [one, next] of inOrder(events)) add('change <= next change', id, one.on, next.on);
    add('last change = present state', id, events.at(-1)?.on, waitingSince);
    add('last change <= concluded', id, events.at(-1)?.on, concludedOn);
    const toCourt = events.find(({ waiting }) => waiting === 'crown_or_court')?.on;
    add('at court <= charged', id, toCourt, firstLaid(id));
    add('charged <= at court', id, firstLaid(id), toCourt);
  }
  for (const { investigationId: id, arrestedOn } of arrests) {
    add('opened <= arrested', id, opened.get(id), arrestedOn);
    add('arrested <= charged', id, arrestedOn, firstLaid(id));
  }
  const concluded = new Map(investigations.map((row) => [row.id, row.concludedOn]));
  for (const { investigationId: id, offenceOn, laidOn, disposedOn } of charges) {
    add('offence <= received', id, offenceOn, receivedOf.get(id) ?? opened.get(id));
    add('offence <= charged', id, offenceOn, laidOn);
    add('opened <= charged', id, opened.get(id), laidOn);
    add('charged <= disposed', id, laidOn, disposedOn);
    add('disposed <= concluded', id, disposedOn, concluded.get(id));
  }
  for (const { investigationId: id, firstOn, lastOn } of offences) {
    add('offence begun <= ended', id, firstOn, lastOn);
    add('offence ended <= charged', id, lastOn, firstLaid(id));
  }
  for (const { investigationId: id, on } of clearances) add('charged <= cleared', id, firstLaid(id), on);
}

function ofPersons(add: Add, { referrals, links, investigations, persons, supports, identifiers }: Linked): void {
  const fileOf = new Map(investigations.map((row) => [row.id as string, row]));
  const linkOf = new Map(links.map((row) => [row.investigationId as string, row.referralId]));
  const received = new Map(referrals.map((row) => [row.id, row.receivedOn]));
  const victimOf = by(
    persons.filter(({ role }) => role === 'victim'),
    (row) => row.fileId,
  );
  for (const { fileId: id, identifiedOn, safeguardedOn } of persons) {
    add('opened <= identified', id, identifiedOn && fileOf.get(id)?.openedOn, identifiedOn);
    add('identified <= safeguarded', id, identifiedOn, safeguardedOn);
    add('identified <= concluded', id, identifiedOn, fileOf.get(id)?.concludedOn);
    add('safeguarded <= concluded', id, safeguardedOn, fileOf.get(id)?.concludedOn);
  }
  for (const { investigationId: id, referredOn, answeredOn } of supports) {
    add('identified <= sent to support', id, victimOf(id)[0]?.identifiedOn, referredOn);
    add('sent to support <= answered', id, referredOn, answeredOn);
  }
  for (const { fileId: id, seenAt } of identifiers)
    add('seen <= received', id, seenAt && dayOf(seenAt), received.get(linkOf.get(id) as never));
}

function ofRegisters(add: Add, { investigations, charges, authorities, devices, papers, tasks }: Linked): void {
  const fileOf = new Map(investigations.map((row) => [row.id, row]));
  const authorityOf = new Map(authorities.map((row) => [row.id, row]));
  const laidOf = by(
    charges.filter(({ stage }) => stage === 'laid'),
    (row) => row.investigationId,
  );
  for (const { investigationId: id, kind, startedOn, doneOn, servedOn, dueOn, underId } of authorities) {
    add('opened <= authority', id, fileOf.get(id)?.openedOn, startedOn);
    add('authority <= served', id, startedOn, servedOn);
    add('authority <= done', id, startedOn, doneOn);
    add('authority <= its date', id, startedOn, dueOn);
    if (kind === 'search_warrant') add('warrant executed <= its last day', id, doneOn, dueOn);
    const under = underId === null ? undefined : authorityOf.get(underId);
    add('authority <= what is under it', id, under?.startedOn, startedOn);
    if (kind === 'seizure') add('warrant executed <= seizure', id, under?.doneOn, startedOn);
    if (kind.startsWith('detention')) {
      add('report to the justice <= detention', id, under?.doneOn, startedOn);
      add('detention <= three months of seizure', id, startedOn, under && addMonths(under.startedOn, 3));
    }
    if (kind !== 'court_proceedings') continue;
    const firstLaid = laidOf(id)
      .map(({ laidOn }) => laidOn)
      .toSorted()[0];
    add('delay counts from <= first charge', id, startedOn, firstLaid ?? '');
    add('first charge <= delay counts from', id, firstLaid ?? '9', startedOn);
  }
  for (const row of devices) {
    const { investigationId: id, seizedOn, queuedOn, examinedOn, endedOn, unlockedOn } = row;
    add('opened <= device', id, fileOf.get(id)?.openedOn, seizedOn);
    add('device <= queued', id, seizedOn, queuedOn);
    add('queued <= examined', id, queuedOn, examinedOn);
    add('examined <= left', id, examinedOn, endedOn);
    add('unlocked <= examined', id, unlockedOn, examinedOn);
    add('device left <= concluded', id, endedOn, fileOf.get(id)?.concludedOn);
  }
  for (const { investigationId: id, requestedOn, beganOn } of papers) {
    add('opened <= asked for papers', id, fileOf.get(id)?.openedOn, requestedOn);
    add('asked for papers <= begun', id, requestedOn, beganOn);
  }
  for (const { investigationId: id, addedOn, dueOn, doneOn } of tasks) {
    add('opened <= task', id, fileOf.get(id)?.openedOn, addedOn);
    add('task <= its date', id, addedOn, dueOn);
    add('task <= done', id, addedOn, doneOn);
  }
}

/** Every pair of dates of these rows that the law or the work puts in an order. A date that is absent is in no pair. */
export function linkedDates(linked: Linked): readonly DatePair[] {
  const pairs: DatePair[] = [];
  const add: Add = (what, id, first, then) => {
    if (first != null && then != null) pairs.push({ what, id: id ?? '', first, then });
  };
  for (const each of [ofReferrals, ofFiles, ofPersons, ofRegisters]) each(add, linked);
  return pairs;
}

export const brokenDates = (pairs: readonly DatePair[]): readonly DatePair[] =>
  pairs.filter(({ first, then }) => first > then);
