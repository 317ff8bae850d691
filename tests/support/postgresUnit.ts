import type { Client } from 'pg';
import type { Role, WorkspaceKind } from '#contract/ground/codes';
import { prepareServer } from '../../db/store/postgres/server/prepare.ts';
import type { StoredTable } from '../../db/store/postgres/server/tables.ts';
import { giveAccess } from './giveAccess.ts';
import { newDatabase, type TestDatabase } from './postgres.ts';

export const units = {
  alpha: '00000000-0000-7000-8000-00000000000a',
  beta: '00000000-0000-7000-8000-00000000000b',
} as const;
type UnitName = keyof typeof units;

export interface Person {
  readonly id: string;
  /** Its login role. */
  readonly role: string;
  readonly password: string;
  /** As a person with `psql` and their own password. */
  readonly client: Client;
}

export interface SharedUnits extends TestDatabase {
  readonly people: Readonly<Record<string, Person>>;
}

const everyone: Readonly<Record<string, readonly [roles: readonly Role[], of: readonly UnitName[]]>> = {
  alpha: [['investigator'], ['alpha']],
  beta: [['investigator'], ['beta']],
  both: [['investigator'], ['alpha', 'beta']],
  supervisor: [['supervisor'], ['alpha']],
  administrator: [['administrator'], []],
  keeper: [['records_officer'], ['alpha']],
};

/** A prepared database of two units with a person of each kind, each of whom is signed in on a connection of their own. */
export async function sharedUnits(): Promise<SharedUnits> {
  const database = await prepared('unit');
  await database.run(`INSERT INTO unit (id, code, name_en, name_fr, service, active) VALUES
    ('${units.alpha}', 'A', 'Alpha', 'Alpha', 'Service', 1), ('${units.beta}', 'B', 'Beta', 'Bêta', 'Service', 1)`);
  const people: Record<string, Person> = {};
  for (const [login, [roles, of]] of Object.entries(everyone))
    people[login] = await addPerson(database, login, roles, of);
  return { ...database, people };
}

/** A database of its own that is ready for people of the kind of workspace. */
export async function prepared(kind: WorkspaceKind): Promise<TestDatabase> {
  const database = await newDatabase();
  await prepareServer(await database.connect(), kind, 1);
  return database;
}

export async function addPerson(
  database: TestDatabase,
  login: string,
  roles: readonly Role[],
  of: readonly UnitName[],
): Promise<Person> {
  const id = crypto.randomUUID();
  const password = crypto.randomUUID();
  await database.run('INSERT INTO "user" (id, login, display_name) VALUES ($1, $2, $2)', [id, login]);
  for (const each of roles) await database.run('INSERT INTO user_role (user_id, role) VALUES ($1, $2)', [id, each]);
  for (const each of of)
    await database.run('INSERT INTO user_unit (user_id, unit_id) VALUES ($1, $2)', [id, units[each]]);
  const role = await giveAccess(await database.connect(), id, password);
  return { id, role, password, client: await database.connect(role, password) };
}

/** Any row of a table, unlike others by the text in all its columns but those that are given. */
function anyRow(table: StoredTable, given: Readonly<Record<string, unknown>>): [columns: string, values: unknown[]] {
  const columns = table.columns.filter(({ name, isNullable }) => name in given || !isNullable);
  const mark = crypto.randomUUID();
  const values = columns.map(({ name, isText }, place) =>
    name in given ? given[name] : isText ? `"${mark}"` : Number.parseInt(mark.slice(0, 6), 16) + place,
  );
  return [columns.map(({ name }) => `"${name}"`).join(', '), values];
}

/** As if anybody had written it: its columns mean nothing to each other. */
export async function insertAny(
  client: Client,
  table: StoredTable,
  given: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const [columns, values] = anyRow(table, given);
  const places = values.map((_, place) => `$${String(place + 1)}`).join(', ');
  return client.query(`INSERT INTO "${table.name}" (${columns}) VALUES (${places})`, values);
}
