import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RawDatabase } from '../../../db/store/connection.ts';
import { anyInput } from '../../support/anyInput.ts';
import type { TestStore } from '../../support/store.ts';
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

  /** Reads ids and versions again: after each change. */
  look(): void {
    const { raw } = this.test.store.requireUnlocked();
    this.ids = new Map();
    this.versions = new Map();
    for (const [table, hasVersion] of tablesWithIds(raw)) {
      const rows = raw
        .prepare(`SELECT id, ${hasVersion ? 'version' : 'NULL'} FROM main."${table}" LIMIT 60`)
        .raw()
        .all();
      this.ids.set(
        table,
        rows.map((row) => String((row as unknown[])[0])),
      );
      for (const row of rows as [string, number | null][]) if (row[1] !== null) this.versions.set(row[0], row[1]);
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
    const pools = (field: string, schema: unknown): readonly unknown[] | undefined => this.poolOf(name, field, schema);
    return this.withVersions(anyInput(input, this.chance.below, pools));
  }

  /** Takes an input that was answered with ok, and draws some of its fields again. */
  variantOf({ name, input }: Asked, known: unknown): unknown {
    const fresh = this.inputFor({ name, input });
    if (typeof known !== 'object' || known === null || typeof fresh !== 'object' || fresh === null) return fresh;
    const fields = Object.entries(known as Record<string, unknown>).map(([field, value]) => [
      field,
      this.chance.below(4) === 0 ? (fresh as Record<string, unknown>)[field] : value,
    ]);
    const grants = Object.entries(fresh).filter(([field]) => /^(file|place|folder|parent|jobId)$/.test(field));
    return this.withVersions({ ...Object.fromEntries(fields), ...Object.fromEntries(grants) });
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
    if (field === 'place' && schema instanceof z.ZodEnum) return undefined;
    if (['place', 'folder', 'parent', 'templateFile'].includes(field)) return [this.grantFor(`${method} ${field}`)];
    if (field === 'jobId') return [randomUUID()];
    const isId =
      schema instanceof z.ZodUUID || (schema instanceof z.ZodNullable && schema.unwrap() instanceof z.ZodUUID);
    const table = field === 'id' ? tableOfGroup[group] : idNames[field];
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

  /** The version that a row has now stands beside its id, most of the time. */
  private withVersions(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.withVersions(each));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, each]) => [name, this.withVersions(each)] as const);
    const own = fields.flatMap(([, each]) => {
      const known = typeof each === 'string' ? this.versions.get(each) : undefined;
      return known === undefined ? [] : [known];
    });
    const version = own.at(-1);
    const fixedFields = fields.map(([name, each]) =>
      name === 'version' && version !== undefined && this.chance.below(10) > 0 ? [name, version] : [name, each],
    );
    return Object.fromEntries(fixedFields);
  }
}

function tablesWithIds(raw: RawDatabase): readonly (readonly [table: string, hasVersion: boolean])[] {
  const rows = raw
    .prepare(
      `SELECT m.name, group_concat(c.name) FROM main.sqlite_master m JOIN pragma_table_info(m.name, 'main') c
       WHERE m.type = 'table' GROUP BY m.name`,
    )
    .raw()
    .all() as [string, string][];
  return rows
    .map(([table, columns]) => [table, columns.split(',')] as const)
    .filter(([, columns]) => columns.includes('id'))
    .map(([table, columns]) => [table, columns.includes('version')]);
}
