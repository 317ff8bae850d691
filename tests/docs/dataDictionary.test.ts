import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import framework from '../../db/reporting/indicators/framework.v1.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const dictionary = readFileSync(join(root, 'docs/data-dictionary.md'), 'utf8');

/** The columns of every table of both kinds of workspace, by the name of the table. */
async function columnsOfTables(): Promise<Map<string, string[]>> {
  const files = ['common', 'unit', 'coordination'].flatMap((kind) =>
    readdirSync(join(root, 'db/ground/schema', kind)).map((name) => join(root, 'db/ground/schema', kind, name)),
  );
  const modules = await Promise.all(
    files.map(async (file) =>
      Object.values(
        z
          .object({})
          .loose()
          .parse(await import(file)),
      ),
    ),
  );
  const tables = modules.flat().filter((value) => is(value, SQLiteTable));
  return new Map(tables.map(getTableConfig).map(({ name, columns }) => [name, columns.map((column) => column.name)]));
}

it('names only tables and columns that the store has', async () => {
  const columns = await columnsOfTables();
  const described = dictionary.split(/^#+ /m).filter((section) => section.startsWith('`'));
  expect(described.length).toBeGreaterThan(40);
  for (const section of described) {
    const table = /^`(\w+)`/.exec(section)?.[1] ?? section;
    const named = [...section.matchAll(/^\| `(\w+)` +\|/gm)].map(([, column = '']) => column);
    expect(columns.get(table), table).toEqual(expect.arrayContaining(named));
    expect(named.length, table).toBeGreaterThan(0);
  }
});

it('says of every indicator what the framework says', () => {
  for (const { name, definition } of framework.indicators) {
    expect(dictionary).toContain(`${name.en}: ${definition.en}`);
    expect(dictionary).toContain(`${name.fr} : ${definition.fr}`);
  }
});
