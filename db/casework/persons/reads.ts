import { and, asc, eq } from 'drizzle-orm';
import { person } from '../../ground/schema/unit/persons.ts';
import type { ReadHandler } from '../../store/types.ts';
import { toPerson } from './rows.ts';

export const personReads: { readonly 'persons.list': ReadHandler<'persons.list'> } = {
  'persons.list': async (db, { file }) => {
    const rows = await db
      .select()
      .from(person)
      .where(and(eq(person.fileKind, file.kind), eq(person.fileId, file.id)))
      .orderBy(asc(person.enteredAt), asc(person.id));
    return { persons: rows.map(toPerson) };
  },
};
