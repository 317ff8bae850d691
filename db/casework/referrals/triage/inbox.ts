import { and, isNotNull, lt, ne, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
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

/** A child in danger, or a decision about danger that is owed; what is bundled shows where it is followed. */
export function inDangerOrOwed(): SQL | undefined {
  const isOwed = and(lt(referral.dueAt, never), isNotNull(referral.decisionDueAt));
  return and(or(isNotNull(referral.dangerSince), isOwed), ne(referral.state, 'bundled'));
}

const withoutBand = bands + riskBand.options.length;
const withoutDeadline = withoutBand + 1;

/** Where an investigation comes by a date of its own: what passed before the bands, what is ahead after them. */
export function ownKey(at: number, isPassed: boolean): number {
  return (isPassed ? passed : withoutBand) * step + at;
}

/** The first of a file's own key and those of the referrals that it carries on. The names are written out: the query is of several tables. */
function firstKey(ofReferral: SQL, own: SQL): SQL<number> {
  return sql<number>`COALESCE((
    SELECT MIN(CASE WHEN ${ofReferral} < ${own} THEN ${ofReferral} ELSE ${own} END)
    FROM referral_investigation AS l CROSS JOIN referral AS r
    WHERE investigation.open = 1 AND l.investigation_id = investigation.id AND r.id = l.referral_id AND r.state = 'linked'
  ), ${own})`;
}

/**
 * Where an investigation comes at an instant: as the first of the referrals that it carries on or of its own dates (`own`, by `ownKey`);
 * without any after all others, the newest first.
 */
export function urgentKey(now: number, own: SQLWrapper): SQL<number> {
  return firstKey(
    sql`CASE WHEN r.inbox_key >= ${bands * step} AND r.due_at < ${now} THEN ${passed * step} + r.due_at ELSE r.inbox_key END`,
    sql`COALESCE(${own}, ${(withoutDeadline + 1) * step} - julianday(investigation.opened_on))`,
  );
}

/** The instant of an investigation's next deadline, of its referrals or its own (`own`). */
export function dueKey(own: SQLWrapper): SQL<number> {
  return firstKey(sql`r.due_at`, sql`COALESCE(${own}, ${never})`);
}

/** The same of a row that was read. */
export function presentKeyOf(row: Pick<typeof referral.$inferSelect, 'inboxKey' | 'dueAt'>, now: number): number {
  return row.inboxKey >= bands * step && row.dueAt < now ? passed * step + row.dueAt : row.inboxKey;
}
