import { and, eq } from 'drizzle-orm';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import type { CaseFile, IdentifierId, PersonId } from '#contract/ground/ids';
import { keepCorrection } from '../corrections/keep.ts';
import { unitOfFile } from '../files/caseFile.ts';
import { must } from '../../ground/kernel/assert.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { requireRescoreOfFile } from '../files/rescore.ts';
import { identifierKey } from './normalise.ts';
import { toIdentifierFacts, type IdentifierRecord } from './rows.ts';
import { identifierProblems, readSeen } from './rules.ts';

type Name = 'identifiers.add' | 'identifiers.change';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

/** Facts that are sound, with what is derived from them. */
function toColumns(facts: IdentifierFacts) {
  const problems = identifierProblems(facts);
  if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
  const key = must(identifierKey(facts.kind, facts.value), 'an identifier without a key has a problem');
  return { ...facts, ...readSeen(facts.seenText, facts.seenOffset), identifierKey: key };
}

/** @param before whom it names already, who may be out of the file as entered in error, and be put back */
async function requirePerson(
  tx: WriteTx,
  file: CaseFile,
  personId: PersonId | null,
  before: PersonId | null = null,
): Promise<void> {
  if (personId === null || personId === before) return;
  const [held] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.fileKind, file.kind), eq(person.fileId, file.id)));
  if (!held) throw new StoreFailure('invalid_input', undefined, [{ path: 'personId', code: 'invalid_value' }]);
}

async function heldIdentifier(
  tx: WriteTx,
  file: CaseFile,
  id: IdentifierId,
  version: number,
): Promise<IdentifierRecord> {
  const [row] = await tx
    .select()
    .from(identifier)
    .where(and(eq(identifier.id, id), eq(identifier.fileKind, file.kind), eq(identifier.fileId, file.id)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

/** Adds an identifier to a file whose rows are being written. Returns the id. */
export async function insertIdentifier(
  tx: WriteTx,
  file: CaseFile,
  { personId, ...facts }: IdentifierFacts & { readonly personId: PersonId | null },
  context: Context,
): Promise<IdentifierId> {
  const columns = toColumns(facts);
  await requirePerson(tx, file, personId);
  const id = context.newId();
  await tx.insert(identifier).values({
    id,
    unitId: await unitOfFile(tx, file),
    fileKind: file.kind,
    fileId: file.id,
    personId,
    ...columns,
    enteredAt: context.clock.now(),
    enteredBy: context.session.user.id,
  });
  return id;
}

export const identifierWrites: Handlers = {
  'identifiers.add': async (tx, { file, ...facts }, context) => {
    const id = await insertIdentifier(tx, file, facts, context);
    await requireRescoreOfFile(tx, file, 'identifier', context);
    return {
      output: { id },
      audit: { subject: { kind: 'identifier', id }, facts: { file: file.id }, changes: changesBetween(null, facts) },
    };
  },

  'identifiers.change': async (tx, { file, identifierId, version, personId, reason, ...facts }, context) => {
    const row = await heldIdentifier(tx, file, identifierId, version);
    const columns = toColumns(facts);
    await requirePerson(tx, file, personId, row.personId);
    await tx
      .update(identifier)
      .set({ ...columns, personId, version: version + 1 })
      .where(eq(identifier.id, row.id));
    await keepCorrection(tx, { record: 'identifier', row, after: { ...facts, personId }, reason, months: [] }, context);
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'identifier', id: row.id },
        changes: changesBetween(toIdentifierFacts(row), { ...facts, personId, seenOffset: columns.seenOffset }),
      },
    };
  },
};
