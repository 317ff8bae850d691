import { effectiveFte, type EffectiveFte } from '../../../db/estimator/capacity.ts';
import type { Random } from '../../../db/estimator/random.ts';
import { sampleBinomial, sampleGamma, samplePoisson } from '../../../db/estimator/samplers.ts';

const auditShare = 0.05;

/** What a month is made of before chance decides. FTE; files for an FTE. */
export type MonthInput = {
  readonly base: number;
  /** Funded FTE weighted by experience. */
  readonly ramped: number;
  readonly productivity: number;
  /** The unit's rate times the month's effect times the unit's circumstances. */
  readonly level: number;
  readonly size: number;
  readonly referred: number;
  /** Files that an FTE opens in a month: of the unit's own staff, and funded. */
  readonly openedPerFte: { readonly base: number; readonly funded: number };
  readonly closureChance: number;
  readonly sharedLuck: boolean;
  /** Exponent of the effective FTE, and the FTE at which it changes nothing. */
  readonly exponent: number;
  readonly referenceFte: number;
  readonly lowestCapacityShare: number;
};

export type Stocks = { readonly backlog: number; readonly backlogWithout: number };

/** What happened, in files; flows are those of the world with the funding. */
export type MonthOutcome = Stocks & {
  readonly proactive: number;
  readonly investigated: number;
  readonly administrative: number;
};

/**
 * What the unit could close with and without the funding. The work of base and funded staff are superposed Poisson streams given the month's
 * luck; funded staff who get in the way thin the stream instead.
 */
function drawCapacities(random: Random, month: MonthInput, fte: EffectiveFte): EffectiveFte {
  const luck = (): number => month.level * sampleGamma(random, month.size, month.size);
  const shared = luck();
  const own = samplePoisson(random, shared * fte.without);
  const more = fte.withFunding - fte.without;
  const all =
    more >= 0 ? own + samplePoisson(random, shared * more) : sampleBinomial(random, own, fte.withFunding / fte.without);
  return { withFunding: all, without: month.sharedLuck ? own : samplePoisson(random, luck() * fte.without) };
}

/** Files closed administratively out of the two opening stocks: a file that is in both has the same fate in both. */
function drawClosures(random: Random, stocks: Stocks, chance: number): Stocks {
  const common = Math.min(stocks.backlog, stocks.backlogWithout);
  const both = sampleBinomial(random, common, chance);
  return {
    backlog: both + sampleBinomial(random, stocks.backlog - common, chance),
    backlogWithout: both + sampleBinomial(random, stocks.backlogWithout - common, chance),
  };
}

function drawAudit(random: Random): number {
  if (random.uniform() >= auditShare) return 0;
  const files = 1 + samplePoisson(random, 1);
  return random.uniform() < 0.5 ? -files : files;
}

function effective(month: MonthInput): EffectiveFte {
  const { base, ramped, productivity, exponent, referenceFte } = month;
  const fte = effectiveFte({ base, ramped, fundedOvertime: 0 }, productivity, 0, month.lowestCapacityShare);
  const bend = (value: number): number => referenceFte * (value / referenceFte) ** exponent;
  return exponent === 1 ? fte : { withFunding: bend(fte.withFunding), without: bend(fte.without) };
}

/**
 * One month of both worlds. They share referrals, the files that base staff open, common effect, circumstances, luck and audit; they differ by
 * the funded staff, the files that these open, and what is closed administratively out of stocks of different size.
 */
export function drawMonth(random: Random, stocks: Stocks, month: MonthInput): MonthOutcome {
  const capacity = drawCapacities(random, month, effective(month));
  const openedByBase = samplePoisson(random, month.openedPerFte.base * month.base);
  const openedByFunded = samplePoisson(random, month.openedPerFte.funded * month.ramped);
  const closed = drawClosures(random, stocks, month.closureChance);
  const audit = drawAudit(random);
  const left = stocks.backlog - closed.backlog + month.referred + openedByBase + openedByFunded;
  const leftWithout = stocks.backlogWithout - closed.backlogWithout + month.referred + openedByBase;
  const investigated = Math.min(capacity.withFunding, left);
  const correction = Math.max(audit, investigated - left);
  return {
    proactive: openedByBase + openedByFunded,
    investigated,
    administrative: closed.backlog,
    backlog: left - investigated + correction,
    backlogWithout: Math.max(0, leftWithout - Math.min(capacity.without, leftWithout) + correction),
  };
}
