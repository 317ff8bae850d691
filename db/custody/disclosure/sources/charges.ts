import { asc, eq } from 'drizzle-orm';
import { reasonsInForce } from '../../../casework/clearance/reasons.ts';
import { hearing } from '../../../ground/schema/unit/hearings.ts';
import { arrest, charge } from '../../../ground/schema/unit/investigations.ts';
import { clearance } from '../../../ground/schema/unit/offences.ts';
import { coded, fact, named, recordOf, said, text, yesOrNo } from '../record.ts';
import { linkedPersons, personOf, type Describe, type Source } from './source.ts';

export const fromArrests: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(arrest)
    .where(eq(arrest.investigationId, investigationId))
    .orderBy(asc(arrest.arrestedOn), asc(arrest.id));
  return arrestRecords(reading, rows);
};

export const arrestRecords: Describe<typeof arrest> = async (reading, rows) => {
  const linkedOf = await linkedPersons(reading, rows);
  return rows.map((row) => {
    const { name, ...about } = linkedOf(row);
    return recordOf(
      'charges',
      'arrest',
      row,
      [fact('arrestedOn', row.arrestedOn), named('person', name), yesOrNo('youth', row.youth)],
      { dated: 'arrestedOn', ...about },
    );
  });
};

export const fromCharges: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(charge)
    .where(eq(charge.investigationId, investigationId))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  return chargeRecords(reading, rows);
};

export const chargeRecords: Describe<typeof charge> = async (reading, rows) => {
  const linkedOf = await linkedPersons(reading, rows);
  return rows.map((row) => {
    const { name, ...about } = linkedOf(row);
    return recordOf(
      'charges',
      'charge',
      row,
      [
        fact('section', row.section),
        fact('counts', row.counts),
        coded('stage', 'chargeStage', row.stage),
        fact('stageOn', row.laidOn),
        named('person', name),
        fact('offenceOn', row.offenceOn),
        fact('recommendedOn', row.recommendedOn),
        fact('approvedOn', row.approvedOn),
        coded('disposition', 'disposition', row.disposition),
        fact('disposedOn', row.disposedOn),
      ],
      { dated: 'stageOn', ...about },
    );
  });
};

export const fromHearings: Source = async (reading) => {
  const { db, investigationId } = reading;
  const rows = await db
    .select()
    .from(hearing)
    .where(eq(hearing.investigationId, investigationId))
    .orderBy(asc(hearing.on), asc(hearing.id));
  return hearingRecords(reading, rows);
};

export const hearingRecords: Describe<typeof hearing> = async (reading, rows) => {
  const linkedOf = await linkedPersons(reading, rows);
  return rows.map((row) => {
    const { name, ...about } = linkedOf(row);
    return recordOf(
      'charges',
      'hearing',
      row,
      [
        coded('hearing', 'hearingKind', row.kind),
        fact('heardOn', row.on),
        fact('time', row.time),
        text('court', row.court),
        named('person', name),
        fact('attends', personOf(reading, row.attends)),
        coded('hearingOutcome', 'hearingOutcome', row.outcome),
        text('note', row.outcomeNote),
      ],
      { dated: 'heardOn', ...about },
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
