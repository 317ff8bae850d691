import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FieldProblem } from '#contract/ground/errors';
import type { RawDatabase } from '../../../db/store/sqlite/connection.ts';
import { anyInput } from '../../../tests/support/anyInput.ts';
import type { Answered, TestStore } from '../../../tests/support/store.ts';
import type { Chance } from '../promise.ts';
import { fixed, idNames, isRead, tableOfGroup } from './names.ts';

interface Asked {
  readonly name: string;
  readonly input: z.ZodType;
}

/** What is known of a workspace by one who calls it at random: ids and versions from its tables, and what earlier answers said. */
export class World {
  readonly test: TestStore;
  private readonly chance: Chance;
  private readonly said = new Map<string, unknown[]>();
  private readonly readable: readonly string[];
  private readonly outbox: string;
  private ids = new Map<string, readonly string[]>();
  private links: readonly Links[] = [];
  private versions = new Map<string, number>();
  private count = 0;

  constructor(test: TestStore, chance: Chance, folders: { readonly inbox: string; readonly outbox: string }) {
    this.test = test;
    this.chance = chance;
    this.outbox = folders.outbox;
    this.readable = readdirSync(folders.inbox)
      .map((name) => join(folders.inbox, name))
      .filter((path) => statSync(path).isFile());
    this.look();
  }

  /** Reads ids, versions and what refers to what again: after each change. */
  look(): void {
    const { raw } = this.test.store.requireUnlocked();
    this.ids = new Map();
    this.versions = new Map();
    this.links = linksIn(raw);
    for (const { table, rows } of this.links) {
      this.ids.set(
        table,
        rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
      );
      for (const { id, version } of rows)
        if (typeof id === 'string' && typeof version === 'number') this.versions.set(id, version);
    }
  }

  /** Remembers what an answer said under the names of fields, so that the next call can take it up. */
  hear(group: string, value: unknown, depth = 0): void {
    if (typeof value !== 'object' || value === null || depth > 5) return;
    if (Array.isArray(value)) {
      for (const each of value.slice(0, 6)) this.hear(group, each, depth + 1);
      return;
    }
    for (const [name, each] of Object.entries(value)) {
      for (const key of [name, `${group}.${name}`]) {
        const known = this.said.get(key) ?? [];
        if (typeof each === 'object' && each !== null && !Array.isArray(each)) continue;
        if (each !== null) this.said.set(key, [...known.slice(-11), Array.isArray(each) ? each.slice(0, 3) : each]);
      }
      this.hear(group, each, depth + 1);
    }
  }

  inputFor({ name, input }: Asked): unknown {
    this.count += 1;
    const together = this.chance.below(8) === 0 ? {} : this.together(name, input);
    const pools = (field: string, schema: unknown): readonly unknown[] | undefined => {
      if (field in together) return [together[field]];
      const pool = this.poolOf(name, field, schema);
      // Now and then a value that the shape refuses.
      if (!pool || !(schema instanceof z.ZodType) || this.chance.below(12) === 0) return pool;
      const fitting = pool.filter((value) => schema.safeParse(value).success);
      return fitting.length === 0 ? undefined : fitting;
    };
    return this.withVersions(anyInput(input, this.chance.below, pools));
  }

  /** Ids of one row and of what it belongs to, for a call that names several. */
  private together(method: string, input: z.ZodType): Readonly<Record<string, unknown>> {
    if (!(input instanceof z.ZodObject)) return {};
    const fields = Object.keys(input.shape);
    const fitting = this.links.filter(
      ({ table, names, rows }) =>
        rows.length > 0 && fields.filter((field) => field in names || ownTable(method, field) === table).length > 1,
    );
    if (fitting.length === 0) return {};
    const { table, names, rows } = this.chance.oneOf(fitting);
    const row = this.chance.oneOf(rows);
    const own = fields.find((field) => ownTable(method, field) === table);
    const found = fields.flatMap((field) => {
      const value = field === own ? row['id'] : valueOf(row, names[field]);
      const schema: unknown = input.shape[field];
      return schema instanceof z.ZodType && schema.safeParse(value).success ? [[field, value] as const] : [];
    });
    return Object.fromEntries(found);
  }

  /** Takes an input that was answered with ok, and draws some of its fields again; sometimes none. */
  variantOf(asked: Asked, { input: known, paths }: Answered): unknown {
    const fresh = this.inputFor(asked);
    if (!isRecord(known) || !isRecord(fresh)) return fresh;
    const often = this.chance.below(3) === 0 ? 0 : 4;
    const fields = Object.entries(known).map(([field, value]) => [
      field,
      often > 0 && this.chance.below(often) === 0 ? fresh[field] : value,
    ]);
    const grants = Object.entries(fresh).filter(([field]) => /^(file|place|folder|parent|jobId)$/.test(field));
    // A file that was read before is there to be read again.
    const again = Object.entries(paths)
      .map(([field, path]) => [field, join(this.test.parent, path)] as const)
      .filter(([field, path]) => this.chance.below(4) > 0 && isRead(`${asked.name} ${field}`) && existsSync(path))
      .map(([field, path]) => [field, this.test.grant(path)]);
    return this.withVersions(Object.fromEntries([...fields, ...grants, ...again]));
  }

  /** With those fields drawn again that were found wrong. */
  redrawn(asked: Asked, input: unknown, wrong: readonly FieldProblem[]): unknown {
    const fresh = this.inputFor(asked);
    if (!isRecord(input) || !isRecord(fresh)) return fresh;
    const fields = new Set(wrong.map(({ path }) => path.split('.')[0]));
    return this.withVersions({
      ...input,
      ...Object.fromEntries(Object.entries(fresh).filter(([field]) => fields.has(field))),
    });
  }

  private saidOf(...names: readonly string[]): readonly unknown[] | undefined {
    for (const name of names) {
      const known = this.said.get(name);
      if (known && known.length > 0) return known;
    }
    return undefined;
  }

  private poolOf(method: string, field: string, schema: unknown): readonly unknown[] | undefined {
    const group = method.slice(0, method.indexOf('.'));
    if (field === 'file' && !(schema instanceof z.ZodUnion)) return [this.grantFor(method)];
    if (field === 'file') return this.files();
    if (field === 'place' && !isGrant(schema)) return undefined;
    if (['place', 'folder', 'parent', 'templateFile'].includes(field)) return [this.grantFor(`${method} ${field}`)];
    if (field === 'recoveryKey') return [this.test.recoveryKey];
    if (field === 'jobId') return [randomUUID(), ...(this.saidOf(`${group}.jobId`) ?? []).slice(-1)];
    const isId =
      schema instanceof z.ZodUUID || (schema instanceof z.ZodNullable && schema.unwrap() instanceof z.ZodUUID);
    const table = ownTable(method, field);
    const ids = table === undefined ? undefined : this.ids.get(table);
    if (isId && ids) return schema instanceof z.ZodNullable ? [...ids, null] : ids;
    if (isId) return this.saidOf(`${group}.${field}`, field) ?? [randomUUID()];
    const given = fixed(method, field, schema, this.count);
    if (given) return given;
    const scalar = schema instanceof z.ZodString || schema instanceof z.ZodPipe;
    return scalar && this.chance.below(4) > 0 ? this.saidOf(`${group}.${field}`, field) : undefined;
  }

  private files(): readonly unknown[] {
    const of = (kind: string) => (this.ids.get(kind) ?? []).map((id) => ({ kind, id }));
    return [...of('referral'), ...of('investigation')];
  }

  private grantFor(what: string): string {
    if (isRead(what) && this.readable.length > 0) return this.test.grant(this.chance.oneOf(this.readable));
    if (/folder|parent|kits/.test(what)) return this.test.grant(this.outbox);
    return this.test.grant(join(this.outbox, `${randomUUID()}.out`));
  }

  /** Gives a version field the present version of the row named with it, most of the time. */
  private withVersions(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.withVersions(each));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, each]) => [name, this.withVersions(each)] as const);
    const own = fields.flatMap(([, each]) => {
      const known = typeof each === 'string' ? this.versions.get(each) : undefined;
      return known === undefined ? [] : [known];
    });
    // Most often that of the row named last; some versions are of a row without an id.
    const fixedFields = fields.map(([name, each]) =>
      name === 'version' && typeof each === 'number' && own.length > 0 && this.chance.below(3) > 0
        ? [name, own.at(-1)]
        : [name, each],
    );
    return Object.fromEntries(fixedFields);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const ownTable = (method: string, field: string): string | undefined =>
  field === 'id' ? tableOfGroup[method.slice(0, method.indexOf('.'))] : idNames[field];

/** A choice of words is none. */
const isGrant = (schema: unknown): boolean => schema instanceof z.ZodType && schema.safeParse(randomUUID()).success;

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table by the columns that name others, each under the name that a field of a call has for it. */
interface Links {
  readonly table: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly rows: readonly Row[];
}

function linksIn(raw: RawDatabase): readonly Links[] {
  const tables = raw
    .prepare(
      `SELECT m.name, group_concat(c.name) FROM main.sqlite_master m JOIN pragma_table_info(m.name, 'main') c
       WHERE m.type = 'table' AND m.name NOT LIKE 'search%' AND m.name NOT LIKE 'audit%' GROUP BY m.name`,
    )
    .raw()
    .all() as [string, string][];
  return tables.flatMap(([table, joined]) => {
    const columns = joined.split(',');
    const ids = columns.filter((column) => column.endsWith('_id'));
    if (!columns.includes('id') && ids.length < 2) return [];
    const wanted = columns.filter((column) => /^(id|version|file_kind)$|_id$/.test(column));
    const rows = raw.prepare(`SELECT ${wanted.join()} FROM main."${table}" LIMIT 60`).all() as Row[];
    const names = Object.fromEntries(ids.map((column) => [camel(column), [column]]));
    return [
      { table, names: columns.includes('file_kind') ? { ...names, file: ['file_kind', 'file_id'] } : names, rows },
    ];
  });
}

const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function valueOf(row: Row, columns: readonly string[] | undefined): unknown {
  if (columns === undefined) return undefined;
  const [first = '', second] = columns;
  return second === undefined ? row[first] : { kind: row[first], id: row[second] };
}
