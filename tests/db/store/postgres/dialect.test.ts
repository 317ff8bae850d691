import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { UnitId } from '#contract/ground/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isAmong } from '../../../../db/ground/kernel/among.ts';
import { insertAll } from '../../../../db/ground/kernel/insertAll.ts';
import { setting } from '../../../../db/ground/schema/common/workspace.ts';
import { unitMonth } from '../../../../db/ground/schema/common/unitMonths.ts';
import { unit } from '../../../../db/ground/schema/common/units.ts';
import { backlogBlock } from '../../../../db/ground/schema/unit/backlogBook.ts';
import { migratePostgres } from '../../../../db/store/postgres/migrate.ts';
import { writeTx } from '../../../../db/store/postgres/session.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';

const rowOf = (code: string, active = true) => ({
  id: `id-${code}` as UnitId,
  code,
  nameEn: `Unit ${code}`,
  nameFr: `Unité ${code}`,
  service: 'S',
  active,
});

describe.skipIf(postgresMissing !== '')(`the builder on PostgreSQL ${postgresMissing}`.trim(), () => {
  let database: TestDatabase;
  let db: ReturnType<typeof writeTx>;
  beforeAll(async () => {
    database = await newDatabase();
    const client = await database.connect();
    await migratePostgres(client, 'unit', 1);
    db = writeTx(client);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    for (const table of [unit, unitMonth, setting, backlogBlock]) await db.delete(table);
    await db.insert(unit).values([rowOf('A'), rowOf('B', false), rowOf('C')]);
  });

  it('reads by all, get, run, values and a prepared question, with booleans and defaults', async () => {
    const all = await db.select().from(unit).orderBy(asc(unit.code));
    expect(all).toEqual([rowOf('A'), rowOf('B', false), rowOf('C')].map((row) => ({ ...row, version: 1 })));
    expect(await db.select().from(unit).where(eq(unit.code, 'B')).get()).toMatchObject({ id: 'id-B', active: false });
    expect(await db.select().from(unit).where(eq(unit.code, 'Z')).get()).toBeUndefined();
    expect(await db.select({ n: count() }).from(unit).where(eq(unit.active, true))).toEqual([{ n: 2 }]);
    expect(await db.$count(unit)).toBe(3);
    const named = db
      .select({ code: unit.code })
      .from(unit)
      .where(eq(unit.id, sql.placeholder('id')))
      .prepare();
    expect(await named.get({ id: 'id-C' })).toEqual({ code: 'C' });
    expect(await named.all({ id: 'id-A' })).toEqual([{ code: 'A' }]);
    expect(await db.select({ code: unit.code }).from(unit).orderBy(desc(unit.code)).values()).toEqual([
      ['C'],
      ['B'],
      ['A'],
    ]);
    expect(await db.update(unit).set({ service: 'T' }).where(eq(unit.active, true)).run()).toMatchObject({
      changes: 2,
    });
  });

  it('sorts what is missing as SQLite does: first, and last in descending order', async () => {
    const values = [2, null, 1].map((value, index) => ({ month: `2026-0${String(index + 1)}`, value }));
    await insertAll(
      db,
      unitMonth,
      values.map((each) => ({ ...each, unitId: 'u', measure: 'm', status: 'complete', source: 'declared' })) as never,
    );
    const { value } = unitMonth;
    const sorted = async (...terms: (SQL | typeof value)[]) =>
      (
        await db
          .select({ value })
          .from(unitMonth)
          .orderBy(...terms)
      ).map((row) => row.value);
    for (const ascending of [asc(value), value, sql`${value}`, asc(sql`${value} + 0`)])
      expect(await sorted(ascending)).toEqual([null, 1, 2]);
    for (const descending of [desc(value), desc(sql`${value}`)])
      expect(await sorted(descending, desc(unitMonth.month))).toEqual([2, 1, null]);
    const joined = db
      .select({ code: unit.code, month: unitMonth.month })
      .from(unit)
      .leftJoin(unitMonth, and(eq(unit.code, 'C'), eq(unitMonth.month, '2026-01' as never)))
      .orderBy(asc(unitMonth.month), asc(unit.code));
    expect((await joined).map(({ code }) => code)).toEqual(['A', 'B', 'C']);
    // The index of a column that always has a value gives its order.
    expect(db.select({ value }).from(unitMonth).orderBy(asc(unitMonth.month)).toSQL().sql).not.toContain('nulls');
  });

  it('joins a table with itself, and asks for one of many', async () => {
    const other = alias(unit, 'other');
    const pairs = await db
      .select({ one: unit.code, other: other.code })
      .from(unit)
      .innerJoin(other, and(eq(other.code, 'C'), eq(unit.active, other.active)))
      .orderBy(asc(unit.code));
    expect(pairs).toEqual([
      { one: 'A', other: 'C' },
      { one: 'C', other: 'C' },
    ]);
    const ids = ['id-A', 'id-C'] as UnitId[];
    expect(await db.$count(unit, isAmong(unit.id, ids))).toBe(2);
    expect(await db.$count(unit, isAmong(unit.version, [1, 7]))).toBe(3);
    expect(await db.$count(unit, inArray(unit.id, ids))).toBe(2);
  });

  it('gives a statement that is written out by names, with numbers as numbers and what is true as 1', async () => {
    const share = 0.25;
    const far = 9_007_199_254_740_991;
    const [row] = await db.all(sql`SELECT count(*) AS many, sum(version) AS total, ${share} * 2 AS half,
      ${far} AS far, ${3} + 4 AS seven, ${'x'} AS word, ${null} AS nothing, count(*) > ${2} AS "isMany" FROM unit`);
    expect(row).toEqual({ many: 3, total: 3, half: 0.5, far, seven: 7, word: 'x', nothing: null, isMany: 1 });
    expect(await db.values(sql`SELECT code FROM unit WHERE code = ${'A'}`)).toEqual([['A']]);
    // As SQLite answers them.
    const [shims] = await db.all(sql`SELECT julianday('2026-11-24') AS day, json_extract('{"a":"é"}', '$.a') AS member,
      (SELECT group_concat(value, ',') FROM json_each('["x","y"]')) AS list, printf('%!.17g', 0.1) AS number`);
    expect(shims).toEqual({ day: 2461368.5, member: 'é', list: 'x,y', number: '0.1' });
    expect(await db.get(sql`SELECT code FROM unit ORDER BY code`)).toEqual({ code: 'A' });
  });

  it('keeps JSON, real numbers and bytes', async () => {
    const value = { a: [1, null, 'é'], b: { c: true } };
    await db.insert(setting).values({ key: 'k', value });
    expect((await db.select().from(setting).get())?.value).toEqual(value);
    await insertAll(db, unitMonth, [
      {
        unitId: 'u' as UnitId,
        month: '2026-01' as never,
        measure: 'm' as never,
        value: 1.5,
        status: 'complete' as never,
        source: 'declared' as never,
      },
    ]);
    expect((await db.select().from(unitMonth).get())?.value).toBe(1.5);
    const bytes = Buffer.from([0, 255, 1, 92]);
    await db.insert(backlogBlock).values({ scope: 's', kind: 'k', after: 'a', stays: bytes, ids: bytes });
    expect((await db.select().from(backlogBlock).get())?.stays.equals(bytes)).toBe(true);
  });

  it('resolves conflicts and returns what was written', async () => {
    const written = await db
      .insert(unit)
      .values(rowOf('A'))
      .onConflictDoUpdate({ target: unit.code, set: { version: sql`${unit.version} + 1` } })
      .returning({ version: unit.version });
    expect(written).toEqual([{ version: 2 }]);
    await db.insert(unit).values(rowOf('A')).onConflictDoNothing();
    await db.insert(unit).values(rowOf('A')).onConflictDoNothing({ target: unit.id });
    expect(await db.$count(unit)).toBe(3);
    const key = { unitId: 'u' as UnitId, month: '2026-01' as never, measure: 'm' as never };
    for (const amount of [2, 3])
      await db
        .insert(unitMonth)
        .values({ ...key, value: amount, status: 'complete' as never, source: 'counted' as never })
        .onConflictDoUpdate({
          target: [unitMonth.unitId, unitMonth.month, unitMonth.measure],
          set: { value: sql`coalesce(${unitMonth.value}, 0) + ${amount}` },
        });
    expect((await db.select().from(unitMonth).get())?.value).toBe(5);
    expect(await db.delete(unit).where(eq(unit.code, 'B')).returning({ code: unit.code })).toEqual([{ code: 'B' }]);
  });

  it('undoes a transaction that failed, and the inner one alone', async () => {
    type Tx = Pick<typeof db, 'insert' | 'transaction'>;
    const twice = async (tx: Tx): Promise<void> => {
      for (const row of [rowOf('E'), rowOf('E')]) await tx.insert(unit).values(row);
    };
    const outer = async (tx: Tx): Promise<void> => {
      await tx.insert(unit).values(rowOf('D'));
      await expect(tx.transaction(twice)).rejects.toThrow('Failed query');
    };
    await db.transaction(outer);
    await expect(db.transaction(twice)).rejects.toThrow('Failed query');
    const codes = await db.select({ code: unit.code }).from(unit).orderBy(asc(unit.code));
    expect(codes.map((each) => each.code)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('answers questions that are asked at once, each its own', async () => {
    const asked = ['A', 'B', 'C'].map((code) => db.select({ id: unit.id }).from(unit).where(eq(unit.code, code)));
    expect(await Promise.all(asked)).toEqual(['A', 'B', 'C'].map((code) => [{ id: `id-${code}` }]));
  });
});
