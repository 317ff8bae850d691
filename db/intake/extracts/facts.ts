import { asc, eq } from 'drizzle-orm';
import type { OpenItem } from '#contract/casework/investigations';
import type { CivilDate } from '#contract/ground/dates';
import type { ExtractReason } from '#contract/intake/extracts';
import { requireBeforeOffers } from '../../casework/files/beginning.ts';
import { linksToMove } from '../../casework/investigations/describe.ts';
import { openItems } from '../../casework/investigations/openItems.ts';
import { arrest, charge, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { owedBy } from '../../casework/referrals/triage/danger.ts';
import type { Connections, HeldFile } from './held.ts';
import type { ReadRecord } from './readRow.ts';
import { datesProblem, type FileFacts, type Said } from './rules.ts';

type Db = Pick<ReadDb, 'select'>;

/** The days of what is recorded of a file other than its opening; its own last conclusion, which may be corrected, left out. */
async function factsOf(db: Db, file: HeldFile): Promise<FileFacts> {
  const events = await db
    .select({ on: investigationEvent.on, kind: investigationEvent.kind })
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, file.id))
    .orderBy(asc(investigationEvent.position));
  if (events.at(-1)?.kind === 'concluded') events.pop();
  const arrests = await db.select({ on: arrest.arrestedOn }).from(arrest).where(eq(arrest.investigationId, file.id));
  const charges = await db.select({ on: charge.laidOn }).from(charge).where(eq(charge.investigationId, file.id));
  const days = [...events, ...arrests, ...charges].map(({ on }) => on).sort();
  const changes = events.map(({ on }) => on).sort();
  return {
    concludedOn: file.concludedOn,
    firstFact: days[0] ?? null,
    lastFact: changes.at(-1) ?? null,
  };
}

/** The one referral of the unit that a row names and that can still be linked; without it the file is proactive. */
export async function referralNamed(db: Db, { referralKey, unitId }: ReadRecord, openedOn: string) {
  if (referralKey === null) return null;
  const found = await db.select().from(referral).where(eq(referral.externalKey, referralKey));
  const [only, ...others] = found.filter((each) => each.unitId === unitId);
  if (only === undefined || others.length > 0 || only.stateOn > openedOn) return null;
  return only.open || only.state === 'linked' ? only : null;
}

/** A file that comes in concluded ends its referral: not before what that one owes is done. */
async function newFileProblem(db: Db, record: ReadRecord, next: Said): Promise<ExtractReason | null> {
  const problem = datesProblem({ concludedOn: null, firstFact: null, lastFact: null }, next);
  if (problem === null && String(next.waitingSince ?? next.openedOn) < String(next.openedOn))
    return 'date_before_opening';
  if (problem !== null || typeof next.concludedOn !== 'string') return problem;
  const named = await referralNamed(db, record, String(next.openedOn));
  return named !== null && (await owedBy(db, [named])).length > 0 ? 'still_open' : null;
}

/** What follows the opening of a file that is there, or comes before it, holds as where it is corrected by hand. */
async function openingProblem({ shown, counted }: Connections, file: HeldFile, to: CivilDate) {
  if (to === file.openedOn) return null;
  try {
    await requireBeforeOffers(counted, file.id, to, 'openedOn');
    await linksToMove(shown, file, { to, field: 'openedOn' });
    return null;
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return error.reason === 'date_after_next' ? 'opened_after_facts' : 'date_before_opening';
  }
}

/** A clearance comes in an extract of its own, an offence in none: both are recorded of a concluded file too. */
const comesLater: ReadonlySet<OpenItem['kind']> = new Set(['clearance', 'offence']);

/** Why a file cannot become what the extract says; null where it can. */
export async function fileProblem(
  connections: Connections,
  file: HeldFile | null,
  record: ReadRecord,
  next: Said,
): Promise<ExtractReason | null> {
  const { shown: db } = connections;
  if (file === null) return newFileProblem(db, record, next);
  const problem =
    datesProblem(await factsOf(db, file), next) ??
    (await openingProblem(connections, file, String(next.openedOn) as CivilDate));
  if (problem !== null || file.concludedOn !== null || typeof next.concludedOn !== 'string') return problem;
  const open = (await openItems(db, file.id)).filter(({ kind }) => !comesLater.has(kind));
  return open.length > 0 ? 'still_open' : null;
}
