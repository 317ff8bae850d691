import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SharingFile } from '#contract/casework/identifiers';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { identifier } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { filesSharing, heldIdentifiers, type FileMatch } from './matches.ts';
import { toIdentifier } from './rows.ts';
import { addressWindow } from './window.ts';

type Handlers = { readonly [M in 'identifiers.list' | 'identifiers.matches']: ReadHandler<M> };

function identifiersOf(db: ReadDb, file: CaseFile) {
  return db
    .select()
    .from(identifier)
    .where(and(eq(identifier.fileKind, file.kind), eq(identifier.fileId, file.id)))
    .orderBy(asc(identifier.enteredAt), asc(identifier.id));
}

/** The file itself and those linked to it: what they share is known. */
async function familyOf(db: ReadDb, { kind, id }: CaseFile): Promise<string[]> {
  const { referralId, investigationId } = referralInvestigation;
  const [own, other] = kind === 'referral' ? [referralId, investigationId] : [investigationId, referralId];
  const linked = await db.select({ id: other }).from(referralInvestigation).where(eq(own, id));
  return [id, ...linked.map((each) => each.id)];
}

export async function withNumbers(db: ReadDb, matches: readonly FileMatch[]): Promise<SharingFile[]> {
  const ids = matches.map((each) => each.file.id);
  const numbers = new Map<string, string>();
  for (const table of [referral, investigation]) {
    const rows = await db.select({ id: table.id, number: table.number }).from(table).where(inArray(table.id, ids));
    for (const row of rows) numbers.set(row.id, row.number);
  }
  return matches.map(({ file, unitId, shared }) => ({
    file,
    unitId: unitId as UnitId,
    number: numbers.get(file.id) ?? '',
    shared: [...shared],
  }));
}

export const identifierReads: Handlers = {
  'identifiers.list': async (db, { file }) => ({ identifiers: (await identifiersOf(db, file)).map(toIdentifier) }),

  'identifiers.matches': async (db, { file }) => {
    const sought = await heldIdentifiers(db, file);
    const matches = await filesSharing(db, sought, {
      windowMs: await addressWindow(db),
      except: await familyOf(db, file),
    });
    return { files: await withNumbers(db, matches) };
  },
};
