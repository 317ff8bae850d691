import { desc } from 'drizzle-orm';
import { offenceCatalogue, type OffenceCatalogue } from '#contract/casework/offences';
import { offenceCatalogue as imported, violationCode } from '../../ground/schema/unit/offences.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import catalogueV1 from './catalogue.v1.json' with { type: 'json' };
import { withCodes } from './rules.ts';

/** The catalogue that Vigie comes with: data, read against the text of the statutes. */
export const shippedCatalogue: OffenceCatalogue = offenceCatalogue.parse(catalogueV1);

/** The catalogue in force in the workspace: the newest brought in or the one that came, with the codes brought in. */
export async function catalogueInForce(db: Pick<ReadDb, 'select'>): Promise<OffenceCatalogue> {
  const [[newest], codes] = await Promise.all([
    db.select().from(imported).orderBy(desc(imported.importedAt), desc(imported.id)).limit(1),
    db.select().from(violationCode),
  ]);
  const catalogue = newest === undefined ? shippedCatalogue : offenceCatalogue.parse(newest.payload);
  return codes.length === 0 ? catalogue : withCodes(catalogue, new Map(codes.map((each) => [each.section, each.code])));
}
