import { openForReading, type RawDatabase } from '../sqlite/connection.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Manifest } from './manifest.ts';

/** What is compared between a store and its copy. */
export type StoreFacts = Pick<Manifest, 'schema' | 'audit' | 'rows' | 'disabledUsers'>;

function tablesOf(raw: RawDatabase): readonly string[] {
  return raw
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
}

export function auditPlace(raw: RawDatabase): Manifest['audit'] {
  const last = raw.prepare('SELECT sequence, hash AS head FROM audit_entry ORDER BY sequence DESC LIMIT 1').get();
  if (last === undefined) throw new StoreFailure('corrupt');
  return last as Manifest['audit'];
}

export function factsOf(raw: RawDatabase): StoreFacts {
  const schema = raw.prepare('SELECT position, name, hash FROM schema_migration ORDER BY position DESC LIMIT 1').get();
  const rows = tablesOf(raw).map((table): [string, number] => [
    table,
    raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
  ]);
  return {
    schema: schema as Manifest['schema'],
    audit: auditPlace(raw),
    rows: Object.fromEntries(rows),
    disabledUsers: raw.prepare('SELECT id FROM user WHERE disabled = 1 ORDER BY id').pluck().all() as string[],
  };
}

export function factsIn(path: string, key: Buffer): StoreFacts {
  const raw = openForReading(path, key);
  try {
    return factsOf(raw);
  } finally {
    raw.close();
  }
}
