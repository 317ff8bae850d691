import { asc, eq, inArray } from 'drizzle-orm';
import { reasonsInForce } from '../../../casework/clearance/reasons.ts';
import { arrest, charge } from '../../../ground/schema/unit/investigations.ts';
import { clearance } from '../../../ground/schema/unit/offences.ts';
import { person } from '../../../ground/schema/unit/persons.ts';
import { coded, fact, named, recordOf, said, yesOrNo } from '../record.ts';
import type { Source } from './source.ts';

export const fromArrests: Source = async ({ db, investigationId }) => {
  const rows = await db
    .select()
    .from(arrest)
    .where(eq(arrest.investigationId, investigationId))
    .orderBy(asc(arrest.arrestedOn), asc(arrest.id));
  return rows.map((row) =>
    recordOf('charges', 'arrest', row, [fact('arrestedOn', row.arrestedOn), yesOrNo('youth', row.youth)], {
      dated: 'arrestedOn',
    }),
  );
};

export const fromCharges: Source = async ({ db, investigationId }) => {
  const rows = await db
    .select()
    .from(charge)
    .where(eq(charge.investigationId, investigationId))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  const accused = await db
    .select()
    .from(person)
    .where(
      inArray(
        person.id,
        rows.flatMap((row) => row.personId ?? []),
      ),
    );
  const byId = new Map(accused.map((row) => [String(row.id), row]));
  return rows.map((row) => {
    const who = byId.get(row.personId ?? '');
    return recordOf(
      'charges',
      'charge',
      row,
      [
        fact('section', row.section),
        fact('counts', row.counts),
        coded('stage', 'chargeStage', row.stage),
        fact('stageOn', row.laidOn),
        named('person', who?.name ?? null),
        fact('offenceOn', row.offenceOn),
        fact('recommendedOn', row.recommendedOn),
        fact('approvedOn', row.approvedOn),
        coded('disposition', 'disposition', row.disposition),
        fact('disposedOn', row.disposedOn),
      ],
      {
        dated: 'stageOn',
        ...(who && { about: { personId: who.id, role: who.role, ageBand: who.ageBand } }),
      },
    );
  });
};

export const fromClearance: Source = async ({ db, investigationId }) => {
  const rows = await db.select().from(clearance).where(eq(clearance.investigationId, investigationId));
  const reasons = new Map((await reasonsInForce(db)).map(({ code, name }) => [code, name]));
  return rows.map((row) =>
    recordOf(
      'charges',
      'clearance',
      { id: 'file', version: row.version },
      [
        yesOrNo('founded', row.founded),
        said('clearance', row.reason, reasons.get(row.reason ?? '')),
        fact('on', row.on),
      ],
      { dated: 'on' },
    ),
  );
};
