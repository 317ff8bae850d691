import type { ClientBase } from 'pg';

/** The only place that opens a transaction on PostgreSQL: undone as a whole on any failure. */
export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    const output = await work();
    await client.query('COMMIT');
    return output;
  } catch (error) {
    // A connection that is gone has undone everything itself, and a second failure would hide the first.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
