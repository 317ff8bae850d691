import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { unit } from '../../../../db/ground/schema/common/units.ts';
import { migratePostgres } from '../../../../db/store/postgres/migrate.ts';
import { writeTx } from '../../../../db/store/postgres/session.ts';
import { transactPostgres } from '../../../../db/store/postgres/transaction.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';

const atOnce = { unitIds: [], workspace: false };
const ids = ['a', 'b'] as readonly string[] as readonly [UnitId, UnitId];

describe.skipIf(postgresMissing !== '')(`a transaction on PostgreSQL ${postgresMissing}`.trim(), () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await newDatabase();
    const client = await database.connect();
    await migratePostgres(client, 'unit', 1);
    for (const id of ids)
      await writeTx(client).insert(unit).values({ id, code: id, nameEn: '', nameFr: '', service: '' });
  });
  afterAll(() => database.drop());

  // While a process waits, libfaketime shows the true time to its signal handlers: to a server whose clock is ahead, no timeout is ever over.
  const isAhead = process.env['FAKETIME']?.startsWith('+') === true;
  it.skipIf(isAhead)('is done again where two waited for each other', async () => {
    let begun = 0;
    let goOn: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const rename = async (service: string, [first, second]: readonly [UnitId, UnitId]) =>
      transactPostgres(await database.connect(), atOnce, async (tx) => {
        await tx.update(unit).set({ service, nameEn: service }).where(eq(unit.id, first));
        begun += 1;
        if (begun === 2) goOn();
        await both;
        await tx.update(unit).set({ service }).where(eq(unit.id, second));
      });
    await Promise.all([rename('x', ids), rename('y', [ids[1], ids[0]])]);
    expect(begun).toBeGreaterThan(2);
    const rows = await database.run('SELECT DISTINCT service FROM unit');
    expect(rows).toHaveLength(1);
  });

  it.each(['40001', '40P01'])('is given up after five times: %s', async (code) => {
    let tried = 0;
    const failing = transactPostgres(await database.connect(), atOnce, () => {
      tried += 1;
      return Promise.reject(new Error('the builder failed', { cause: Object.assign(new Error('undone'), { code }) }));
    });
    await expect(failing).rejects.toThrow('the builder failed');
    expect(tried).toBe(6);
  });

  it('is undone on any other failure, and not done again', async () => {
    const client = await database.connect();
    const failing = transactPostgres(client, atOnce, async (tx) => {
      await tx.insert(unit).values({ id: 'c' as UnitId, code: 'c', nameEn: '', nameFr: '', service: '' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.run('SELECT count(*)::int AS n FROM unit')).toEqual([{ n: 2 }]);
    expect(await transactPostgres(client, atOnce, (tx) => tx.$count(unit))).toBe(2);
  });
});
