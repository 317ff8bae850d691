import { randomBytes } from 'node:crypto';
import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fundingColumns, register } from '#contract/reporting/fundingColumns';
import { officers, summaries } from '../../../../../db/entry/demo/names.ts';
import { must } from '../../../../../db/ground/kernel/assert.ts';
import { tableOf } from '../../../../../db/reporting/funding/rows.ts';
import { protectionOf } from '../../../../../db/ground/schema/common/columns.ts';
import {
  columnKeys,
  isCell,
  openCell,
  sealEqual,
  sealText,
  wordTokens,
} from '../../../../../db/store/postgres/server/encryption/values.ts';
import { seal } from '../../../../../db/store/postgres/server/encryption/rows.ts';
import { wholeWords } from '../../../../../db/ground/kernel/words.ts';
import { roomTables, storedTables, type StoredTable } from '../../../../../db/store/postgres/server/tables.ts';
import { dump } from '../../../../support/dumped.ts';
import { postgresMissing } from '../../../../support/postgres.ts';
import { protectRow, revealRow, type Row } from '../../../../support/protectedRows.ts';
import { encryptedColumns, encryptedOfCoordination } from './encryptedColumns.ts';
import { insertAny, prepared, sharedUnits, units, type SharedUnits } from '../../../../support/postgresUnit.ts';

const newKey = (): Buffer => randomBytes(32);
const keys = columnKeys(newKey());
const place = { table: 'note', column: 'text', row: 'a' };
const tables = storedTables('unit');
const protectedIn = (all: readonly StoredTable[]): readonly string[] =>
  all.flatMap((table) =>
    table.columns.flatMap(({ name, protection }) => (protection === 'clear' ? [] : [`${table.name}.${name}`])),
  );
const ofCoordination = storedTables('coordination').filter(({ isCommon }) => !isCommon);

describe('a value of a column', () => {
  it('opens where it belongs alone, and tells nothing of what is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealText(keys, place, text);
        expect(isCell(sealed)).toBe(true);
        expect([openCell(keys, sealed), openCell(keys, sealed, place)]).toEqual([text, text]);
        expect(sealText(keys, place, text)).not.toBe(sealed);
      }),
    );
    const sealed = sealText(keys, place, 'words');
    const moved = [{ table: 'task' }, { column: 'title' }, { row: 'b' }];
    for (const part of moved) {
      const other = { ...place, ...part };
      expect(() => openCell(keys, sealed, other)).toThrow('corrupt');
      // What it says of its own place is authenticated.
      const body = sealed.slice(sealed.lastIndexOf(':'));
      expect(() => openCell(keys, `v1:${other.table}.${other.column}:${other.row}${body}`)).toThrow('corrupt');
    }
    expect(() => openCell(columnKeys(newKey()), sealed)).toThrow('corrupt');
    for (const text of ['words', '', 'v1:', `${sealed.slice(0, -4)}AAA=`, sealed.replace('v1:', 'e1:')])
      expect(() => openCell(keys, text, place)).toThrow('corrupt');
    // A statement that changes many rows at once says no row.
    expect(openCell(keys, sealText(keys, { ...place, row: '*' }, 'x'), place)).toBe('x');
  });

  it('is equal in one column and under one key, where it is looked up by the whole of it', () => {
    const one = sealEqual(keys, place, 'x');
    expect([sealEqual(keys, { ...place }, 'x'), openCell(keys, one, place)]).toEqual([one, 'x']);
    const others = [sealEqual(keys, place, 'y'), sealEqual(keys, { ...place, column: 'title' }, 'x')];
    const parts = [one, ...others, sealEqual(columnKeys(newKey()), place, 'x')].map((each) => each.split(':')[3]);
    expect(new Set(parts).size).toBe(4);
  });

  it('is found by its whole words, whatever their case and accents', () => {
    expect(wholeWords('L’École d’été, ÉCOLE; ﬁle 2026-014')).toEqual(['l', 'ecole', 'd', 'ete', 'ﬁle', '2026', '014']);
    expect(wordTokens(keys, 'école')).toEqual(wordTokens(keys, 'ECOLE'));
    expect(wordTokens(columnKeys(newKey()), 'école')).not.toEqual(wordTokens(keys, 'école'));
  });
});

describe('what is encrypted', () => {
  it('is every text of a case but ids, dates, codes and numbers, which the list names', () => {
    for (const [all, listed] of [
      [tables, encryptedColumns],
      [ofCoordination, encryptedOfCoordination],
    ] as const) {
      const named = Object.entries(listed).flatMap(([table, columns]) =>
        columns.split(' ').map((column) => `${table}.${column}`),
      );
      expect(protectedIn(all).toSorted()).toEqual(named.toSorted());
    }
  });

  it('is every text that a coordinator types in the registers of an agreement', () => {
    const clear = register.options.flatMap((of) => {
      const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(tableOf(of));
      const typed = fundingColumns[of].flatMap(({ key, kind }) => (kind === 'text' ? [must(columns[key], key)] : []));
      return typed.filter((column) => protectionOf(column) === 'clear').map(({ name }) => `${of}.${name}`);
    });
    expect(clear).toEqual([]);
  });

  it('is never what tells a row from another: two seals of one text differ', () => {
    const inKeys = [...tables, ...storedTables('coordination')].flatMap((table) =>
      table.columns
        .filter(({ name, protection }) => table.key.includes(name) && protection !== 'clear')
        .map(({ name }) => `${table.name}.${name}`),
    );
    const unique = roomTables.flatMap((each) => {
      const { columns, indexes } = getTableConfig(each);
      const alone = columns.filter(({ isUnique }) => isUnique);
      const together = indexes.filter(({ config }) => config.unique).flatMap(({ config }) => config.columns);
      const named = together.flatMap((column) =>
        columns.filter(({ name }) => 'name' in column && column.name === name),
      );
      return [...alone, ...named].filter((column) => protectionOf(column) === 'sealed').map(({ name }) => name);
    });
    expect([...inKeys, ...unique]).toEqual([]);
  });
});

describe.skipIf(postgresMissing)(`words on a server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: SharedUnits;
  let root: Client;

  beforeAll(async () => {
    shared = await sharedUnits();
    root = await shared.connect();
  });
  afterAll(() => shared.drop());

  /** What the demonstration says: each piece in a column of its own. */
  const told = [...summaries, ...officers.map(({ displayName }) => displayName)];
  let next = 0;
  const marked: string[] = [];
  function rowOf(table: StoredTable): Row {
    const columns = table.columns.map((column): [string, unknown] => {
      next += 1;
      if (column.name === 'unit_id') return [column.name, units.alpha];
      if (!column.isText) return [column.name, next];
      if (column.protection === 'clear') return [column.name, `"clear${String(next)}"`];
      const text = `marker${String(next)} ${told[next % told.length] ?? ''}`;
      marked.push(text);
      return [column.name, text];
    });
    return Object.fromEntries(columns);
  }

  it.each(['unit', 'coordination'] as const)(
    'are nowhere in a dump of it, and whole for who has the key: %s',
    async (kind) => {
      const database = kind === 'unit' ? shared : await prepared(kind);
      const root = await database.connect();
      const all = storedTables(kind);
      marked.length = 0;
      const rows: ReadonlyMap<StoredTable, Row> = new Map(all.map((table) => [table, rowOf(table)]));
      for (const [table, row] of rows) {
        const entries = Object.entries(protectRow(table, row, keys)).filter(([name]) =>
          table.columns.some((each) => each.name === name),
        );
        const places = entries.map((_, index) => `$${String(index + 1)}`).join(', ');
        await root.query(
          `INSERT INTO "${table.name}" (${entries.map(([name]) => `"${name}"`).join(', ')}) VALUES (${places})`,
          entries.map(([, value]) => value),
        );
      }
      const text = dump(database);
      expect(marked.length).toBe(protectedIn(all).length);
      expect(
        marked.filter((marker) =>
          [marker.slice(0, marker.indexOf(' ') + 1), marker.slice(marker.indexOf(' ') + 1)].some((part) =>
            text.includes(part),
          ),
        ),
      ).toEqual([]);
      expect(text).toContain('"clear');
      for (const [table, row] of rows) {
        const where = table.key.map((column, index) => `"${column}" = $${String(index + 1)}`).join(' AND ') || 'true';
        const found = await root.query<Row>({
          text: `SELECT * FROM "${table.name}" WHERE ${where}`,
          values: table.key.map((column) => row[column]),
        });
        const opened = revealRow(table, { ...row, ...found.rows[0] }, keys);
        for (const column of table.columns)
          if (column.protection !== 'clear') expect(opened[column.name]).toBe(row[column.name]);
      }
      if (database !== shared) await database.drop();
    },
  );

  it('are found by their tokens, within one’s units and of nothing sealed', async () => {
    const files = [units.alpha, units.beta].map((unit) => [unit, crypto.randomUUID()] as const);
    const place = { table: 'referral', column: 'summary' };
    for (const [unit_id, id] of files) {
      const summary = seal(keys, 'sealed', { ...place, row: id }, 'Une école de Laval');
      await insertAny(
        root,
        tables.find(({ name }) => name === 'referral')!,
        { id, unit_id, summary },
      );
    }
    const find = async (login: string): Promise<unknown[]> => {
      const text = 'SELECT DISTINCT unit_id FROM vigie.word WHERE token = ANY ($1) ORDER BY 1';
      const { rows } = await shared.people[login]!.client.query<{ unit_id: string }>(text, [wordTokens(keys, 'ecole')]);
      return rows.map((row) => row.unit_id);
    };
    const [alpha, beta] = [units.alpha, units.beta];
    expect([await find('alpha'), await find('beta'), await find('both')]).toEqual([[alpha], [beta], [alpha, beta]]);
    await root.query(`INSERT INTO sealed_item (item_id, seal_id, unit_id, kind) VALUES ($1, 's', $2, 'referral')`, [
      files[0]![1],
      alpha,
    ]);
    expect([await find('alpha'), await find('both')]).toEqual([[], [beta]]);
  });
});
