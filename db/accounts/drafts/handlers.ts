import { and, eq } from 'drizzle-orm';
import type { DraftPlace } from '#contract/accounts/drafts';
import type { Output } from '#contract/index';
import { draft } from '../../ground/schema/common/personal.ts';
import type { AuditFact } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';

function placeOf(userId: string, { form, subject }: DraftPlace) {
  return and(eq(draft.userId, userId), eq(draft.form, form), eq(draft.subject, subject));
}

type Kept = Pick<NonNullable<Output<'drafts.get'>['draft']>, 'values' | 'begun'>;

/** The record as it was when the typing began is stored among the typed values, encrypted with them; no field of a form has this name. */
const begunKey = ' begun';

/** What is only typed is not a fact yet: the audit says that a draft is kept, not what is in it. */
function factOf({ form, subject }: DraftPlace): AuditFact {
  return subject === '' ? { facts: { form } } : { subject: { kind: 'draft', id: subject }, facts: { form } };
}

export const draftReads: { readonly 'drafts.get': ReadHandler<'drafts.get'> } = {
  'drafts.get': async (db, place, { session }) => {
    const [held] = await db.select().from(draft).where(placeOf(session.user.id, place));
    if (!held) return { draft: null };
    const { [begunKey]: begun = null, ...values } = held.values;
    return { draft: { ...({ values, begun } as Kept), savedAt: held.savedAt } };
  },
};

type Writes = { readonly [M in 'drafts.save' | 'drafts.discard']: WriteHandler<M> };

export const draftWrites: Writes = {
  'drafts.save': async (tx, { values, begun, ...place }, { session, clock }) => {
    const kept = { ...values, ...(begun && { [begunKey]: begun }) };
    const row = { userId: session.user.id, ...place, values: kept, savedAt: clock.now() };
    await tx
      .insert(draft)
      .values(row)
      .onConflictDoUpdate({ target: [draft.userId, draft.form, draft.subject], set: row });
    return { output: {}, audit: factOf(place) };
  },

  'drafts.discard': async (tx, place, { session }) => {
    await tx.delete(draft).where(placeOf(session.user.id, place));
    return { output: {}, audit: factOf(place) };
  },
};
