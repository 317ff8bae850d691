import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { contentHashOf } from '../signedReport/document.ts';
import { assembleAnnual } from './assemble.ts';
import type { AnnualSnapshot } from './locked.ts';
import type { Year } from './texts.ts';

type Now = Pick<Context, 'session' | 'clock'>;

/** The year as it would be locked now, after the version that is locked. */
export function nextOf(db: ReadDb, year: Year, context: Now, before: AnnualSnapshot | null) {
  const supersedes = before && { sequence: before.locked.sequence, contentHash: before.locked.contentHash };
  return assembleAnnual(db, year, context, supersedes);
}

/** Whether two versions differ in nothing but what they supersede. */
export async function saysTheSame(db: ReadDb, year: Year, context: Now, before: AnnualSnapshot) {
  const now = await assembleAnnual(db, year, context, before.content.supersedes);
  return contentHashOf(now) === before.locked.contentHash;
}
