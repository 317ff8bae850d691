import type { PersonId } from '#contract/ground/ids';
import { insertIdentifier } from '../../casework/identifiers/writes.ts';
import { insertPerson } from '../../casework/persons/writes.ts';
import { referralWrites } from '../../casework/referrals/writes.ts';
import { referralCount } from '../../ground/schema/unit/tips.ts';
import type { WriteHandler } from '../../store/types.ts';

/** What was confirmed enters as if it had been typed: one referral, its persons, its identifiers. */
const logTip: WriteHandler<'tips.log'> = async (tx, { format, persons, identifiers, counts, ...facts }, context) => {
  const { output, audit } = await referralWrites['referrals.log'](tx, facts, context);
  const file = { kind: 'referral', id: output.id } as const;
  const personIds: PersonId[] = [];
  for (const person of persons) {
    personIds.push(
      await insertPerson(
        tx,
        file,
        { ...person, birthDate: null, identifiedOn: null, safeguardedOn: null, safeguardedBy: null },
        context,
      ),
    );
  }
  for (const { person, ...identifier } of identifiers) {
    const personId = person === null ? null : (personIds[person] ?? null);
    await insertIdentifier(tx, file, { ...identifier, personId }, context);
  }
  for (const { category, count } of counts) {
    await tx.insert(referralCount).values({ referralId: output.id, category, unitId: facts.unitId, count });
  }
  return {
    output,
    audit: {
      ...audit,
      facts: {
        ...audit.facts,
        format,
        persons: persons.length,
        identifiers: identifiers.length,
        counts: counts.length,
      },
    },
  };
};

export const tipWrites = { 'tips.log': logTip };
