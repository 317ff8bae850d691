/** From which each unit draws its own. */
type Range = readonly [low: number, high: number];

/** How the share closed at triage moves: not at all, in one step, with the queue of each world, or with the funded staff at the desk. */
type TriageMove = 'steady' | 'raised' | 'pressed' | 'staffed';

/** How files leave without investigation. What a unit does not do has a share or a chance of 0. */
export type Law = {
  /** Share of the files closed at triage, in the month in which they come in. */
  readonly triage: Range;
  readonly move: TriageMove;
  /** Monthly chance of an open file to lapse, once it is so many months old. */
  readonly lapse: { readonly chance: Range; readonly after: number };
  /** Share of the files looked at that are dropped. */
  readonly dropped: Range;
  /** Share of the stock that one month's clean-up closes. */
  readonly cleaned: number;
  /** Files have causes: by these and not by one share some are closed at triage, up to two months later, or wait for a transfer in a batch. */
  readonly byCause: boolean;
};

const none: Law = {
  triage: [0, 0],
  move: 'steady',
  lapse: { chance: [0, 0], after: 0 },
  dropped: [0, 0],
  cleaned: 0,
  byCause: false,
};
const work: Law = { ...none, dropped: [0.08, 0.25] };
const inflow: Law = { ...none, triage: [0.08, 0.3] };
const stock: Law = { ...none, lapse: { chance: [0.005, 0.03], after: 0 } };
const lapsing = { chance: [0.005, 0.02], after: 0 } as const;
const mixed: Law = { ...none, triage: [0.05, 0.2], lapse: lapsing };

/** A world: its units take the laws in turn. */
export type World = {
  readonly laws: readonly Law[];
  /** Mean work of a funded FTE relative to a base FTE, drawn for each panel, and the deviation of units around it. */
  readonly productivity: { readonly mean: Range; readonly deviation: number };
};

const usual = { mean: [0.8, 0.9], deviation: 0.15 } as const;
const worldOf = (...laws: readonly Law[]): World => ({ laws, productivity: usual });

/** What closings without investigation follow, world by world. */
export const closingWorlds = {
  work: worldOf(work),
  inflow: worldOf(inflow),
  stock: worldOf(stock),
  mixed: worldOf(mixed),
  cleanup: worldOf({ ...mixed, cleaned: 0.4 }, mixed, mixed),
  practice: worldOf({ ...mixed, triage: [0.05, 0.05], move: 'raised' }),
  idle: { laws: [mixed], productivity: { mean: [0, 0], deviation: 0 } },
  causes: worldOf({ ...none, lapse: { chance: [0.04, 0.08], after: 12 }, byCause: true }),
  divided: worldOf(work, inflow, stock),
  pressed: worldOf({ ...none, triage: [0.05, 0.15], move: 'pressed' }),
  desk: worldOf({ ...mixed, triage: [0.05, 0.1], move: 'staffed' }),
} as const satisfies Record<string, World>;
export type ClosingWorld = keyof typeof closingWorlds;

/** After the step of a change of practice. */
const raisedTo = 0.25;
/** Files for an FTE at which a desk under pressure closes its usual share, and the most that it ever closes. */
const usualLoad = 12;
const mostPressed = 0.6;
/** By how much the share rises where all staff are funded. */
const fundedDesk = 0.4;

/** What a unit's triage desk looks at in a month, in one of the two worlds. FTE; files. */
export type Desk = {
  readonly usual: number;
  readonly isRaised: boolean;
  readonly staff: { readonly base: number; readonly funded: number };
  readonly stock: number;
};

/** Share of the files that the desk closes in the month. */
export function triageShare({ move }: Law, { usual: share, isRaised, staff, stock: files }: Desk): number {
  const all = staff.base + staff.funded;
  switch (move) {
    case 'steady':
      return share;
    case 'raised':
      return isRaised ? raisedTo : share;
    case 'pressed':
      return Math.min(mostPressed, (share * files) / (usualLoad * all));
    case 'staffed':
      return share + (fundedDesk * staff.funded) / all;
  }
}
