import { asc } from 'drizzle-orm';
import { isAmong } from '../../ground/kernel/among.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { ReadHandler } from '../../store/types.ts';
import { inOrderOfParts, partsOf } from '../files/within.ts';
import { toPerson } from './rows.ts';

export const personReads: { readonly 'persons.list': ReadHandler<'persons.list'> } = {
  'persons.list': async (db, { file }) => {
    const parts = await partsOf(db, file);
    const rows = await db
      .select()
      .from(person)
      .where(isAmong(person.fileId, [...parts.keys()]))
      .orderBy(asc(person.enteredAt), asc(person.id));
    return {
      persons: inOrderOfParts(rows, parts).map((row) => ({ ...toPerson(row), from: parts.get(row.fileId) ?? null })),
    };
  },
};
