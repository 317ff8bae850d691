import type { InvestigationId, ReferralId, UserId } from '#contract/ground/ids';
import type { ReferralSource, ReferralState, WaitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { printNumber } from '../../ledger/ledger/numbers.ts';
import {
  investigationEntries,
  referralEntries,
  type Entry,
  type InvestigationHistory,
  type ReferralHistory,
} from '../../ledger/ledger/rules.ts';
import { externalKey, isOpen } from '../../casework/referrals/rules.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { summaries } from './names.ts';
import { tellPeople } from './people.ts';
import type { Desk, Rows } from './tables.ts';
import { endState, type Story } from './story.ts';
import { instantOn, receivedAt, tellTriage } from './triage.ts';
import { namesOf } from './titles.ts';

function nextNumber(desk: Desk, kind: 'referral' | 'investigation', day: CivilDate): string {
  const key = `${kind}:${desk.unitId}:${day.slice(0, 4)}`;
  const position = desk.numbers.get(key) ?? 1;
  desk.numbers.set(key, position + 1);
  return printNumber(kind, day.slice(0, 4), position);
}

/** Turns one story into the rows that the application would have written, day by day. */
export function tell(rows: Rows, story: Story, desk: Desk): void {
  const lead = desk.chance.one(desk.officers);
  const referralId = story.source === null ? null : tellReferral(rows, story, desk, lead);
  if (story.openedOn) tellInvestigation(rows, story, desk, lead, referralId, story.openedOn);
}

interface Step {
  readonly on: CivilDate;
  readonly to: ReferralState;
}

function stepsOf({ triagedOn, takenOn, closedOn, openedOn, ...story }: Story, desk: Desk): readonly Step[] {
  const steps: Step[] = [];
  if (triagedOn) steps.push({ on: triagedOn, to: 'triaged' });
  if (takenOn) steps.push({ on: takenOn, to: 'assigned' });
  if (openedOn) steps.push({ on: openedOn, to: 'linked' });
  else if (closedOn) {
    const to = story.destiny === 'bundled' && !desk.head ? 'information_only' : endState(story.destiny, desk.chance);
    steps.push({ on: closedOn, to });
  }
  return steps;
}

const prefixes: Partial<Record<ReferralSource, string>> = { ncecc: 'FDR', cybertip: 'CT' };

/** What the source wrote on the referral; only the large ones number their reports. */
function asReceived(story: Story, { chance }: Desk) {
  const prefix = story.source && prefixes[story.source];
  const externalNumber = prefix ? `${prefix}-${String(chance.whole(100_000, 9_999_999))}` : null;
  return {
    source: story.source ?? 'other',
    receivedOn: story.receivedOn,
    externalNumber,
    externalKey: externalKey(externalNumber),
    priorityReceived: chance.yes(0.5) ? chance.one(['1', '2', '3']) : null,
    summary: chance.yes(0.3) ? chance.one(summaries) : null,
  };
}

function tellReferral(rows: Rows, story: Story, desk: Desk, lead: UserId): ReferralId {
  const id = desk.newId();
  const events = eventsOf(story, desk);
  const last = events.at(-1) ?? { to: 'received' as const, on: story.receivedOn };
  const state = last.to;
  const { unitId } = desk;
  const band = state === 'received' ? null : story.band;
  const received = asReceived(story, desk);
  const enteredAt = receivedAt(story, desk);
  const deadlines = tellTriage(
    rows,
    {
      id,
      story,
      receivedAt: enteredAt,
      state,
      band,
      officer: lead,
      priorityReceived: received.priorityReceived,
    },
    desk,
  );
  rows.referrals.push({
    id,
    unitId,
    number: nextNumber(desk, 'referral', story.receivedOn),
    ...received,
    riskBand: band,
    state,
    stateOn: last.on,
    open: isOpen(state),
    assignedTo: state === 'assigned' || state === 'linked' ? lead : null,
    bundledUnder: state === 'bundled' ? desk.head : null,
    enteredAt,
    enteredBy: lead,
    ...deadlines,
  });
  rows.referralEvents.push(
    ...events.map(({ on, from, to, carried }, index) => ({
      id: desk.newId(),
      referralId: id,
      unitId,
      position: index + 1,
      on,
      at: Math.min(instantOn(on), desk.now),
      fromState: from,
      toState: to,
      carried,
      userId: lead,
    })),
  );
  book(rows, desk, 'referral', id, referralEntries({ receivedOn: story.receivedOn, events }));
  if (state !== 'bundled') desk.head = id;
  return id;
}

function eventsOf(story: Story, desk: Desk): ReferralHistory['events'] {
  return stepsOf(story, desk).map(({ on, to }, index, steps) => ({
    on,
    to,
    from: steps[index - 1]?.to ?? 'received',
    carried: to === 'linked',
  }));
}

function book(
  rows: Rows,
  desk: Desk,
  fileKind: 'referral' | 'investigation',
  fileId: string,
  entries: readonly Entry[],
): void {
  rows.entries.push(...entries.map((entry) => ({ fileKind, fileId, unitId: desk.unitId, entry })));
}

interface Wait {
  readonly on: CivilDate;
  readonly state: WaitingState;
}

function waitsOf({ waits, closedOn, toCourt }: Story): readonly Wait[] {
  if (!closedOn) return waits;
  const before = waits.filter((wait) => wait.on < closedOn);
  return toCourt ? [...before, { on: closedOn, state: 'crown_or_court' }] : before;
}

function tellInvestigation(
  rows: Rows,
  story: Story,
  desk: Desk,
  lead: UserId,
  referralId: ReferralId | null,
  openedOn: CivilDate,
): void {
  const id = desk.newId();
  const { unitId } = desk;
  const waits = waitsOf(story);
  const lastWait = waits.at(-1) ?? { state: 'unassigned' as const, on: openedOn };
  const origin = referralId ? 'carried' : 'proactive';
  const events: InvestigationHistory['events'] = [
    ...waits.map((wait) => ({ on: wait.on, kind: 'waiting' as const, waiting: wait.state })),
    ...(story.concludedOn ? [{ on: story.concludedOn, kind: 'concluded' as const, waiting: null }] : []),
  ];
  const number = nextNumber(desk, 'investigation', openedOn);
  rows.investigations.push({
    id,
    unitId,
    number,
    ...namesOf(number),
    openedOn,
    origin,
    lead: waits.length > 0 || story.closedOn !== null ? lead : null,
    waiting: lastWait.state,
    waitingSince: story.concludedOn ?? lastWait.on,
    open: story.concludedOn === null,
    concludedOn: story.concludedOn,
    enteredAt: Math.min(instantOn(openedOn), desk.now),
    enteredBy: lead,
  });
  const written = { investigationId: id, unitId, userId: lead };
  rows.investigationEvents.push(
    ...events.map((event, index) => ({
      id: desk.newId(),
      position: index + 1,
      at: Math.min(instantOn(event.on), desk.now),
      ...event,
      ...written,
    })),
  );
  if (referralId) rows.links.push({ referralId, investigationId: id, linkedOn: openedOn });
  book(rows, desk, 'investigation', id, investigationEntries({ openedOn, origin, events }, []));
  const court = story.toCourt ? story.closedOn : null;
  const before = rows.charges.length;
  const arrestsBefore = rows.arrests.length;
  if (court) tellCharges(rows, desk, id, openedOn, court);
  const charges = rows.charges.slice(before);
  const arrests = rows.arrests.slice(arrestsBefore);
  const { receivedOn, concludedOn } = story;
  const isBegun = waits.length > 0;
  tellPeople(rows, { id, number, lead, receivedOn, openedOn, isBegun, court, concludedOn, charges, arrests }, desk);
}

const sections = [
  ['163.1(4)', 40],
  ['163.1(4.1)', 22],
  ['163.1(3)', 18],
  ['163.1(2)', 5],
  ['172.1', 9],
  ['171.1', 3],
  ['151', 3],
] as const;

const nothingYet = {
  version: 1,
  personId: null,
  offenceOn: null,
  recommendedOn: null,
  approvedOn: null,
  disposition: null,
  disposedOn: null,
} as const;

function tellCharges(
  rows: Rows,
  desk: Desk,
  investigationId: InvestigationId,
  openedOn: CivilDate,
  court: CivilDate,
): void {
  const { chance, unitId } = desk;
  if (chance.yes(0.85)) {
    const arrestedOn = addDays(openedOn, Math.min(daysBetween(openedOn, court), chance.whole(5, 120)));
    const id = desk.newId();
    const youth = chance.yes(0.07);
    rows.arrests.push({ id, investigationId, unitId, arrestedOn, youth, personId: null });
  }
  for (let line = chance.whole(1, 3); line > 0; line -= 1) {
    const stage = chance.yes(0.93) ? 'laid' : 'recommended';
    rows.charges.push({
      id: desk.newId(),
      investigationId,
      unitId,
      laidOn: court,
      section: chance.weighted(sections),
      counts: chance.whole(1, 3),
      stage,
      ...nothingYet,
    });
  }
}
