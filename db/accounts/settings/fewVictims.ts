import { findSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** As the seed of the tables had it before it could be set. */
const usual = 20;

/** With fewer victims than this in a quarter, a table crossed by another trait may name one. */
export async function fewVictimsIn(db: Pick<ReadDb, 'select'>): Promise<number> {
  return (await findSetting(db, 'fewVictims')) ?? usual;
}
