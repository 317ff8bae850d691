import { and, eq } from 'drizzle-orm';
import type { CaseFile, PersonId } from '#contract/ground/ids';
import type { PersonFacts } from '#contract/casework/persons';
import { unitOfFile } from '../files/caseFile.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts, ofRecord } from '../../ledger/ledger/countedBy.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { requireAdultWhereArrestedAsOne, requireNotSubject, requireUnlinked } from './linked.ts';
import { toPersonFacts, type PersonRecord } from './rows.ts';
import { countedOf, personProblems } from './rules.ts';

type Handlers = { readonly [M in 'persons.add' | 'persons.change' | 'persons.remove']: WriteHandler<M> };

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

  'persons.change': async (tx, { file, personId, version, ...facts }, context) => {
    const row = await heldPerson(tx, file, personId, version);
    requireSound(facts, context);
    const before = toPersonFacts(row);
    if (facts.role !== 'subject') await requireNotSubject(tx, row.id);
    await requireAdultWhereArrestedAsOne(tx, row.id, facts);
    await tx
      .update(person)
      .set({ ...facts, version: version + 1 })
      .where(eq(person.id, row.id));
    await moveCounts(tx, row.unitId, ofRecord(row.id, countedOf(before)), ofRecord(row.id, countedOf(facts)));
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'person', id: row.id }, changes: changesBetween(before, facts) },
    };
  },

  'persons.remove': async (tx, { file, personId, version }) => {
    const row = await heldPerson(tx, file, personId, version);
    await requireUnlinked(tx, row.id);
    const before = toPersonFacts(row);
    await tx.update(identifier).set({ personId: null }).where(eq(identifier.personId, row.id));
    await tx.delete(person).where(eq(person.id, row.id));
    await moveCounts(tx, row.unitId, ofRecord(row.id, countedOf(before)), []);
    return {
      output: {},
      audit: { subject: { kind: 'person', id: row.id }, changes: changesBetween(before, null) },
    };
  },
};
