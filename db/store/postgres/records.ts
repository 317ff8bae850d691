import { sql, type SQL } from 'drizzle-orm';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { EngineRecords } from '../engineRecords.ts';
import { serverSearch } from './search.ts';
import type { Sealing } from './sealing.ts';

/** By functions of the server, each of which looks for itself at who asks. */
export function serverRecords(db: ReadDb, sealing: Sealing | undefined): EngineRecords {
  const listed = (ids: readonly string[]): SQL => sql`ARRAY(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const first = async (question: SQL): Promise<number> => (await db.values<[number | null]>(question))[0]?.[0] ?? 0;
  return {
    search: serverSearch(db, sealing),
    lastLink: () => db.get(sql`SELECT sequence, hash FROM vigie.last_link()`),
    movesSince: (link) => db.all(sql`SELECT * FROM vigie.moves_since(${link})`),
    linksOf: async (ids) => (await db.values<[number]>(sql`SELECT vigie.links_of(${listed(ids)})`)).flat(),
    auditChain: { db, values: sql`audit_value` },
    // The server looks at the approval, which goes with the file.
    forget: ({ id }) => first(sql`SELECT vigie.forget(${id})`),
    knownNumbers: (asked) =>
      db.all(sql`SELECT key, unit_id AS "unitId", received_on AS "receivedOn"
        FROM vigie.known_numbers(${listed(asked.map(({ key }) => key))}, ${listed(asked.map(({ receivedOn }) => receivedOn))})`),
    sealedNumbers: (keys) => db.all(sql`SELECT key, unit_id AS "unitId" FROM vigie.sealed_keys(${listed(keys)})`),
    sealsOf: (numbers, unitId) =>
      db.all(sql`SELECT number, seal_id AS "sealId" FROM vigie.seals_of(${listed(numbers)}, ${unitId})`),
    unitsUntil: async (month) => {
      const rows = await db.values<[string]>(
        sql`SELECT key FROM jsonb_each_text(vigie.last_months()) WHERE value >= ${month}`,
      );
      return new Set(rows.flat());
    },
    reachTransfer: (id) => db.get(sql`SELECT vigie.reach_transfer(${id})`),
    reachCounts: (unitId) => db.get(sql`SELECT vigie.reach_counts(${unitId})`),
    offersOf: (ids) =>
      db.all(sql`SELECT id, proposed_on AS "proposedOn", decided_on AS "decidedOn", is_gone AS "isGone"
        FROM vigie.offers_of(${listed(ids)})`),
    lastNote: (id) => first(sql`SELECT max(position) FROM counted.note WHERE investigation_id = ${id}`),
    moveSealed: (from, to, unitId) => db.get(sql`SELECT vigie.move_sealed(${from}, ${to}, ${unitId})`),
  };
}
