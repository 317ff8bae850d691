import { and, eq } from 'drizzle-orm';
import type { CaseFile, PersonId } from '#contract/ground/ids';
import type { PersonFacts } from '#contract/casework/persons';
import { keepCorrection, movedMonths } from '../corrections/keep.ts';
import { unitOfFile } from '../files/caseFile.ts';
import { changesBetween, changesTo } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts, ofRecord } from '../../ledger/ledger/countedBy.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { requireAdultWhereArrestedAsOne, requireNotSubject } from './linked.ts';
import { toPersonFacts, type PersonRecord } from './rows.ts';
import { countedOf, personProblems } from './rules.ts';

type Handlers = { readonly [M in 'persons.add' | 'persons.change']: WriteHandler<M> };

async function heldPerson(tx: WriteTx, file: CaseFile, id: PersonId, version: number): Promise<PersonRecord> {
  const [row] = await tx
    .select()
    .from(person)
    .where(and(eq(person.id, id), eq(person.fileKind, file.kind), eq(person.fileId, file.id)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

function requireSound(facts: PersonFacts, { clock }: Context): void {
  const problems = personProblems(facts, clock.today());
  if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
}

/** Adds a person to a file whose rows are being written. Returns the id. */
export async function insertPerson(
  tx: WriteTx,
  file: CaseFile,
  facts: PersonFacts,
  context: Context,
): Promise<PersonId> {
  requireSound(facts, context);
  const unitId = await unitOfFile(tx, file);
  const id = context.newId();
  await tx.insert(person).values({
    id,
    unitId,
    fileKind: file.kind,
    fileId: file.id,
    ...facts,
    enteredAt: context.clock.now(),
    enteredBy: context.session.user.id,
  });
  await moveCounts(tx, unitId, [], ofRecord(id, countedOf(facts)));
  return id;
}

export const personWrites: Handlers = {
  'persons.add': async (tx, { file, ...facts }, context) => {
    const id = await insertPerson(tx, file, facts, context);
    return {
      output: { id },
      audit: { subject: { kind: 'person', id }, facts: { file: file.id }, changes: changesBetween(null, facts) },
    };
  },

  'persons.change': async (tx, { file, personId, version, reason, ...facts }, context) => {
    const row = await heldPerson(tx, file, personId, version);
    requireSound(facts, context);
    if (facts.role !== 'subject') await requireNotSubject(tx, row.id);
    await requireAdultWhereArrestedAsOne(tx, row.id, facts);
    await tx
      .update(person)
      .set({ ...facts, version: version + 1 })
      .where(eq(person.id, row.id));
    const [before, after] = [ofRecord(row.id, countedOf(toPersonFacts(row))), ofRecord(row.id, countedOf(facts))];
    await moveCounts(tx, row.unitId, before, after);
    await keepCorrection(
      tx,
      { record: 'person', row, after: facts, reason, months: movedMonths(before, after, row.id) },
      context,
    );
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'person', id: row.id }, changes: changesTo(row, facts) },
    };
  },
};
