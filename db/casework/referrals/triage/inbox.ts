import { sql, type SQL } from 'drizzle-orm';
import { riskBand, type RiskBand } from '#contract/ground/codes';
import { isUrgentPriority } from '#contract/casework/priority';
import { never, referral } from '../../../ground/schema/unit/referrals.ts';

export interface InboxFacts {
  /** Null: no danger is known. */
  readonly dangerSince: number | null;
  /** A decision about imminent danger was asked for and nobody has taken it. */
  readonly isDecisionOwed: boolean;
  /** As the source wrote it. */
  readonly priorityReceived: string | null;
  readonly band: RiskBand | null;
  readonly dueAt: number;
}

/** Wider than any instant in milliseconds until the year 2286. */
const step = 10_000_000_000_000;
const danger = 0;
const urgentDecision = 1;
const otherDecision = 2;
const passed = 3;
const bands = 4;

function rankOf({ dangerSince, isDecisionOwed, priorityReceived, band }: InboxFacts): number {
  if (dangerSince !== null) return danger;
  if (isDecisionOwed) return isUrgentPriority(priorityReceived) ? urgentDecision : otherDecision;
  return bands + (band === null ? riskBand.options.length : riskBand.options.indexOf(band));
}

/**
 * Where a referral comes in the inbox: confirmed danger, a decision owed where the source calls it urgent, other decisions owed, then
 * band and deadline. Deadlines that passed come before the bands: `presentKey` puts them there, since only the present says which they are.
 */
export function inboxKey(facts: InboxFacts): number {
  const due = facts.dueAt === never ? step - 1 : Math.min(facts.dueAt, step - 1);
  return rankOf(facts) * step + due;
}

/** The same at an instant, as a query orders by it. */
export function presentKey(now: number): SQL {
  return sql`CASE WHEN ${referral.inboxKey} >= ${bands * step} AND ${referral.dueAt} < ${now} THEN ${passed * step} + ${referral.dueAt} ELSE ${referral.inboxKey} END`;
}

/** The same of a row that was read. */
export function presentKeyOf(row: Pick<typeof referral.$inferSelect, 'inboxKey' | 'dueAt'>, now: number): number {
  return row.inboxKey >= bands * step && row.dueAt < now ? passed * step + row.dueAt : row.inboxKey;
}
