import { sql } from 'drizzle-orm';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { serverPassword } from '../keySlots.ts';
import {
  newDataKey,
  openDataKeys,
  wrapDataKey,
  type KeyHolder,
  type WrappedKey,
} from './server/encryption/dataKeys.ts';
import type { ServerAccount } from './server/place.ts';

/** Whose key of which unit: that of its members, and every one that of the administrators and of the recovery key, who share them. */
const due = sql`SELECT unit_id AS scope, user_id FROM user_unit
  UNION SELECT unit.id, held.user_id FROM unit, user_role AS held WHERE held.role = 'administrator'
  UNION SELECT unit.id, 'recovery' FROM unit`;

/** What a person who signed in on a server has there, until the lock: their account, and the keys of their units. */
export class Own {
  readonly userId: string;
  readonly #user: string;
  #privateKey: Buffer;
  #unitKeys: ReadonlyMap<string, Buffer> = new Map();

  constructor(userId: string, user: string, privateKey: Buffer) {
    this.userId = userId;
    this.#user = user;
    this.#privateKey = privateKey;
  }

  get account(): ServerAccount {
    return { user: this.#user, password: serverPassword(this.#privateKey) };
  }

  /** With another passphrase: from the next connection on. */
  change(privateKey: Buffer): void {
    this.#privateKey.fill(0);
    this.#privateKey = privateKey;
  }

  get unitKeys(): ReadonlyMap<string, Buffer> {
    return this.#unitKeys;
  }

  async readKeys(db: Pick<ReadDb, 'all'>): Promise<void> {
    const rows = await db.all<WrappedKey>(sql`SELECT scope, wrapped FROM vigie.own_keys()`);
    this.adopt(openDataKeys(rows, this.userId, this.#privateKey));
  }

  adopt(keys: ReadonlyMap<string, Buffer>): void {
    this.#unitKeys = new Map([...this.#unitKeys, ...keys]);
  }

  /** At the end of what an administrator writes: a key for a unit that has none, and each key for those who are to have it, and no longer for others. */
  async shareKeys(tx: WriteTx): Promise<void> {
    await tx.run(sql`DELETE FROM vigie.data_key WHERE (scope, user_id) NOT IN (${due})`);
    const missing = await tx.all<KeyHolder & { readonly isNew: number }>(sql`SELECT due.scope AS "scope",
      due.user_id AS "userId", slot.public_key AS "publicKey",
      NOT EXISTS (SELECT 1 FROM vigie.data_key AS other WHERE other.scope = due.scope) AS "isNew"
      FROM (${due}) AS due JOIN key_slot AS slot ON slot.owner = due.user_id
      WHERE NOT EXISTS (SELECT 1 FROM vigie.data_key AS held WHERE held.scope = due.scope AND held.user_id = due.user_id)`);
    if (missing.length === 0) return;
    if (missing.some(({ scope }) => !this.#unitKeys.has(scope))) await this.readKeys(tx);
    const made = missing.filter(({ scope, isNew }) => isNew === 1 && !this.#unitKeys.has(scope));
    this.adopt(new Map(made.map(({ scope }) => [scope, newDataKey()])));
    for (const holder of missing) await this.give(tx, holder);
  }

  /** What this person has: another administrator gives the rest. */
  async give(tx: WriteTx, holder: KeyHolder): Promise<void> {
    const key = this.#unitKeys.get(holder.scope);
    if (key)
      await tx.run(sql`INSERT INTO vigie.data_key (scope, user_id, wrapped)
        VALUES (${holder.scope}, ${holder.userId}, ${wrapDataKey(holder, key)})`);
  }

  forget(): void {
    this.#privateKey.fill(0);
    for (const key of this.#unitKeys.values()) key.fill(0);
  }
}
