import { referencePosterior } from '../../ground/schema/unit/reference.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReferencePosterior } from '../../estimator/sampler/reference.ts';
import { referencePayload } from './referenceFormat.ts';

export interface HeldReference {
  /** Of the file that was imported: names its content. */
  readonly sha256: string;
  readonly posterior: ReferencePosterior;
}

/** The reference that a unit workspace holds; null where there is none. */
export async function readReference(db: ReadDb): Promise<HeldReference | null> {
  const [held] = await db
    .select({ sha256: referencePosterior.sha256, payload: referencePosterior.payload })
    .from(referencePosterior);
  return held ? { sha256: held.sha256, posterior: referencePayload.parse(JSON.parse(held.payload)).reference } : null;
}
