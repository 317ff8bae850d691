import { asc, eq } from 'drizzle-orm';
import type { ExtractReason } from '#contract/extracts';
import { openItems } from '../investigations/openItems.ts';
import { arrest, charge, investigationEvent } from '../schema/unit/investigations.ts';
import type { ReadDb } from '../store/types.ts';
import type { HeldFile } from './held.ts';
import { datesProblem, type FileFacts, type Said } from './rules.ts';

type Db = Pick<ReadDb, 'select'>;

/** The days of what is recorded of a file beside its opening; its own last conclusion, which may be mended, left out. */
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

/** Why a file cannot become what the extract says; null where it can. */
export async function fileProblem(db: Db, file: HeldFile | null, next: Said): Promise<ExtractReason | null> {
  if (file === null) return datesProblem({ concludedOn: null, firstFact: null, lastFact: null }, next);
  const problem = datesProblem(await factsOf(db, file), next);
  if (problem !== null || file.concludedOn !== null || typeof next.concludedOn !== 'string') return problem;
  return (await openItems(db, file.id)).length > 0 ? 'still_open' : null;
}
