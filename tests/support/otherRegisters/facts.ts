import type { ReferralSource } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { addDays } from '../../../db/ground/kernel/days.ts';
import type { Chance, Weighted } from './chance.ts';
import type { State } from './kinds.ts';

/** What happened, before a clerk writes it. */
export interface Happened {
  readonly receivedOn: CivilDate;
  readonly source: ReferralSource;
  readonly state: State;
  /** Also of an open referral, where nobody writes it. */
  readonly endedOn: CivilDate;
  readonly unit: string;
  readonly serial: number;
}

const sources: Weighted<ReferralSource> = [
  ['ncecc', 50],
  ['cybertip', 17],
  ['other_service', 9],
  ['public', 8],
  ['mandatory_report', 5],
  ['child_welfare', 4],
  ['school', 3],
  ['border_services', 1.5],
  ['victim_identification', 1.5],
  ['other', 1],
];

const states: Weighted<State> = [
  ['concluded', 50],
  ['open', 15],
  ['not_viable', 12],
  ['information_only', 12],
  ['transferred_out', 11],
];

/** In the order of receipt, as a register is kept; most end within some months, a few after more than a year. */
export function happened(
  chance: Chance,
  plan: {
    readonly from: CivilDate;
    readonly rows: number;
    readonly perMonth: number;
    readonly units: readonly string[];
  },
): Happened[] {
  let day = plan.from;
  return Array.from({ length: plan.rows }, (_, serial) => {
    day = addDays(day, chance.below(Math.max(2, Math.round(60 / plan.perMonth))));
    const lasts = chance.happens(0.06) ? 366 + chance.below(200) : chance.below(280);
    return {
      receivedOn: day,
      source: chance.weigh(sources),
      state: chance.weigh(states),
      endedOn: addDays(day, lasts),
      unit: chance.pick(plan.units),
      serial,
    };
  });
}
