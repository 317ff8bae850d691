import { asc, eq } from 'drizzle-orm';
import type { KnownFile } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import { anyId, isAmong } from '../../ground/kernel/among.ts';
import { together } from '../../ground/kernel/together.ts';
import { identifier } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { caseFileOf } from '../files/caseFile.ts';
import { familyOf, inOrderOfParts, partsOf } from '../files/within.ts';
import { knownFiles } from './known.ts';
import { heldIdentifiers } from './matches.ts';
import { toIdentifier } from './rows.ts';

type Handlers = { readonly [M in 'identifiers.list' | 'identifiers.matches' | 'identifiers.alike']: ReadHandler<M> };

async function externalKeyOf(db: ReadDb, { kind, id }: CaseFile): Promise<string | null> {
  if (kind === 'investigation') return null;
  const [row] = await db
    .select({ externalKey: referral.externalKey })
    .from(referral)
    .where(eq(referral.id, anyId(id)));
  return row?.externalKey ?? null;
}

async function knownOf(db: ReadDb, file: CaseFile): Promise<KnownFile[]> {
  const parts = await partsOf(db, file);
  const { sought, externalKey, except } = await together({
    sought: heldIdentifiers(db, parts.keys()),
    externalKey: externalKeyOf(db, file),
    except: familyOf(db, file),
  });
  return knownFiles(db, { sought, externalKey, except });
}

export const identifierReads: Handlers = {
  'identifiers.list': async (db, { file }) => {
    const parts = await partsOf(db, file);
    const rows = await db
      .select()
      .from(identifier)
      .where(isAmong(identifier.fileId, [...parts.keys()]))
      .orderBy(asc(identifier.enteredAt), asc(identifier.id));
    return {
      identifiers: inOrderOfParts(rows, parts).map((row) => ({
        ...toIdentifier(row),
        from: parts.get(row.fileId) ?? null,
      })),
    };
  },

  'identifiers.matches': async (db, { file }) => ({ files: await knownOf(db, file) }),

  'identifiers.alike': async (db, { referralIds }) => {
    const alike = [];
    for (const id of referralIds) {
      const [head, ...others] = await knownOf(db, caseFileOf('referral', id));
      if (head === undefined) continue;
      const { shared: _, ...first } = head;
      alike.push({ referralId: id, first, count: others.length + 1 });
    }
    return { alike };
  },
};
