import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import type { FileRecord } from '../record.ts';

/** What every source reads by. */
export interface Reading {
  readonly db: ReadDb;
  readonly investigationId: InvestigationId;
  /** The file's referrals, and those bundled under them. */
  readonly referralIds: readonly ReferralId[];
  /** Display names of those who work here, by id. */
  readonly people: ReadonlyMap<string, string>;
}

/**
 * Reads one part of a file, through the views of the session: what it may not see is in no paper of its. A feature that
 * keeps a new kind of record adds its source to the list in `gather.ts`.
 */
export type Source = (reading: Reading) => Promise<readonly FileRecord[]>;

export function personOf({ people }: Reading, id: string | null): string | null {
  return id === null ? null : (people.get(id) ?? null);
}
