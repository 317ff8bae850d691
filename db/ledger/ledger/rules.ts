import type { CourtMeasure, LedgerTerm, OutcomeMeasure, ReferralState, WaitingState } from '#contract/ground/codes';
import { monthOf, type CivilDate } from '#contract/ground/dates';

/** One thing that a file adds to its unit's month: a term of the ledger, or a count outside it. */
export interface Entry {
  readonly on: CivilDate;
  readonly term: LedgerTerm | OutcomeMeasure | CourtMeasure;
  readonly amount: number;
}

export interface ReferralHistory {
  readonly receivedOn: CivilDate;
  /** Received from another unit of the workspace, which counted its receipt. */
  readonly transferredIn?: boolean;
  readonly events: readonly {
    readonly on: CivilDate;
    /** The last day that it may have been, where the day is not known. */
    readonly latest?: CivilDate | null;
    readonly from: ReferralState;
    readonly to: ReferralState;
    readonly carried: boolean;
  }[];
}

/** The term of each state in which a referral is closed. */
export const closingTerm = {
  concluded: 'concluded',
  not_viable: 'administrative',
  information_only: 'administrative',
  transferred_out: 'transferred_out',
} as const satisfies Partial<Record<ReferralState, LedgerTerm>>;

function isClosed(state: ReferralState): state is keyof typeof closingTerm {
  return Object.hasOwn(closingTerm, state);
}

interface Undoable {
  readonly position: number;
  readonly undoes: number | null;
}

/** What still counts: neither a change that was taken back nor the change that took it back. */
export function standingChanges<E extends Undoable>(events: readonly E[]): readonly E[] {
  const undone = new Set(events.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])));
  return events.filter(({ position, undoes }) => undoes === null && !undone.has(position));
}

/** A referral enters when it is received; what then happens follows 00-decisions 6: the first link carries the item over. */
export function referralEntries({ receivedOn, transferredIn = false, events }: ReferralHistory): readonly Entry[] {
  const term = transferredIn ? 'transferred_in' : 'received';
  return [{ on: receivedOn, term, amount: 1 }, ...events.flatMap(referralEventEntries)];
}

/**
 * A conclusion is counted in a month only where it lies wholly inside. One that may be of several takes its file out on the first day
 * that it may have been, as reclassified: no stock, no time of a file and no conclusion of a month then rests on a day that nobody knows.
 */
function referralEventEntries({ on, latest, from, to, carried }: ReferralHistory['events'][number]): readonly Entry[] {
  if (isClosed(to)) {
    const isOfOneMonth = monthOf(latest ?? on) === monthOf(on);
    return [isOfOneMonth ? { on, term: closingTerm[to], amount: 1 } : { on, term: 'reclassified', amount: -1 }];
  }
  if (isClosed(from)) return [{ on, term: 'reopened', amount: 1 }];
  if (to === 'bundled') {
    return [
      { on, term: 'reclassified', amount: -1 },
      { on, term: 'referrals_bundled', amount: 1 },
    ];
  }
  if (from === 'bundled') {
    return [
      { on, term: 'reclassified', amount: 1 },
      { on, term: 'referrals_bundled', amount: -1 },
    ];
  }
  // A linked file counts by itself again once its last link is gone.
  if (from === 'linked') return [{ on, term: 'reclassified', amount: 1 }];
  return to === 'linked' && !carried ? [{ on, term: 'reclassified', amount: -1 }] : [];
}

export type Origin = 'proactive' | 'carried' | 'further' | 'transferred';
export type FileEvent = 'waiting' | 'concluded' | 'reopened' | 'transferred';
export type BacklogDefinition = 'exclude_court' | 'include_court';

/** The definition that a unit's counting rules put in force from each date, earliest first; before the first, the default. */
export type Definitions = readonly { readonly from: CivilDate; readonly definition: BacklogDefinition }[];

export interface InvestigationHistory {
  readonly openedOn: CivilDate;
  readonly origin: Origin;
  readonly events: readonly {
    readonly on: CivilDate;
    readonly kind: FileEvent;
    readonly waiting: WaitingState | null;
  }[];
}

const openings = {
  proactive: [{ term: 'proactive', amount: 1 }],
  carried: [],
  further: [{ term: 'reclassified', amount: 1 }],
  transferred: [{ term: 'transferred_in', amount: 1 }],
} as const satisfies Record<Origin, readonly Pick<Entry, 'term' | 'amount'>[]>;

export function definitionAt(on: CivilDate, definitions: Definitions): BacklogDefinition {
  return definitions.filter((each) => each.from <= on).at(-1)?.definition ?? 'exclude_court';
}

interface Standing {
  readonly open: boolean;
  readonly atCourt: boolean;
}

/**
 * An investigation with Crown or court is out of the default backlog: it leaves as `to_court` and comes back as `returned`, and its
 * conclusion there is no second outflow. Where a rule counts it, it stays until concluded; on the day the rule changes, what is at court is
 * reclassified.
 */
export function investigationEntries(history: InvestigationHistory, definitions: Definitions): readonly Entry[] {
  const entries: Entry[] = [
    ...openings[history.origin].map((each) => ({ on: history.openedOn, ...each })),
    // What another unit opened is opened once.
    ...(history.origin === 'transferred'
      ? []
      : [{ on: history.openedOn, term: 'investigations_opened' as const, amount: 1 }]),
  ];
  let standing: Standing = { open: true, atCourt: false };
  let since = history.openedOn;
  for (const event of history.events) {
    entries.push(...ruleChanges(standing, since, event.on, definitions));
    const counted = definitionAt(event.on, definitions) === 'include_court';
    const next = standingAfter(standing, event);
    entries.push(...flowBetween(standing, next, event.kind, counted).map((each) => ({ on: event.on, ...each })));
    standing = next;
    since = event.on;
  }
  entries.push(...ruleChanges(standing, since, '9999-12-31' as CivilDate, definitions));
  return entries;
}

function standingAfter(standing: Standing, event: InvestigationHistory['events'][number]): Standing {
  switch (event.kind) {
    case 'concluded':
    case 'transferred':
      return { ...standing, open: false };
    case 'reopened':
      return { open: true, atCourt: false };
    case 'waiting':
      return { ...standing, atCourt: event.waiting === 'crown_or_court' };
  }
}

function flowBetween(before: Standing, after: Standing, kind: FileEvent, courtCounts: boolean): Flow {
  const inStock = ({ open, atCourt }: Standing): boolean => open && (courtCounts || !atCourt);
  const was = inStock(before);
  if (before.open && !after.open) return kind === 'transferred' ? leaving(was) : ending(was);
  if (!before.open && after.open) return [{ term: 'reopened', amount: 1 }];
  if (was === inStock(after)) return [];
  return [{ term: was ? 'to_court' : 'returned', amount: 1 }];
}

type Flow = readonly Pick<Entry, 'term' | 'amount'>[];

/** What was not in the backlog leaves it by no transfer. */
const leaving = (wasInStock: boolean): Flow => (wasInStock ? [{ term: 'transferred_out', amount: 1 }] : []);

const ending = (wasInStock: boolean): Flow => [
  { term: 'investigations_concluded', amount: 1 },
  { term: wasInStock ? 'concluded' : 'concluded_at_court', amount: 1 },
];

function ruleChanges(
  standing: Standing,
  after: CivilDate,
  until: CivilDate,
  definitions: Definitions,
): readonly Entry[] {
  if (!standing.open || !standing.atCourt) return [];
  let current = definitionAt(after, definitions);
  const entries: Entry[] = [];
  for (const { from, definition } of definitions) {
    if (from <= after || from > until || definition === current) continue;
    entries.push({ on: from, term: 'reclassified', amount: definition === 'include_court' ? 1 : -1 });
    current = definition;
  }
  return entries;
}
