import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';

const profilePath = resolve(import.meta.dirname, '../fixtures/dataPackage/tabular-data-package.json');

interface Resource {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly dialect: { readonly delimiter: string };
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
}
interface DataPackage {
  readonly name: string;
  readonly created: string;
  readonly resources: readonly Resource[];
}

/** The standard's own schema; the dialect that it names is one that the validator reads as the next. */
function standard() {
  const { $schema: _dialect, ...profile } = JSON.parse(readFileSync(profilePath, 'utf8')) as Record<string, unknown>;
  return new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(profile);
}

const shapes: Readonly<Record<string, RegExp>> = {
  string: /^/,
  number: /^-?\d+(?:\.\d+)?$/,
  integer: /^\d+$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** That the folder's data package is one by the standard, and that its tables are as it says. */
export function readDataPackage(folder: string): DataPackage {
  const found = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as DataPackage;
  const validate = standard();
  validate(found);
  expect(validate.errors).toBeNull();
  const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  expect(found.resources.map(({ path }) => path).toSorted()).toEqual(tables.toSorted());
  for (const { path, bytes, hash, dialect, schema } of found.resources) {
    const content = readFileSync(join(folder, path));
    expect([path, content.byteLength, hash]).toEqual([
      path,
      bytes,
      `sha256:${createHash('sha256').update(content).digest('hex')}`,
    ]);
    const [header, ...rows]: string[][] = parse(content, { bom: true, delimiter: dialect.delimiter });
    expect(header).toEqual(schema.fields.map(({ name }) => name));
    expect(rows.length).toBeGreaterThan(0);
    for (const [place, { name, type }] of schema.fields.entries()) {
      const unlike = rows.map((row) => row[place]!).filter((cell) => cell !== '' && !shapes[type]!.test(cell));
      expect({ path, name, unlike }).toEqual({ path, name, unlike: [] });
    }
  }
  return found;
}

/** Whether the standard's own schema takes a descriptor. */
export const isDataPackage = (descriptor: unknown): boolean => standard()(descriptor);
