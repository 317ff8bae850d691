import type { ClientBase } from 'pg';

/**
 * The only place that opens a transaction on PostgreSQL: undone as a whole on any failure.
 * @param first is sent to the server together with BEGIN; its answer is given to the work
 * @param commit the answer to a COMMIT that the work has sent itself
 */
export async function inTransaction<T, F = void>(
  client: ClientBase,
  work: (known: F) => Promise<T>,
  first: () => Promise<F> = () => Promise.resolve() as Promise<F>,
  commit: () => Promise<unknown> | null = () => null,
): Promise<T> {
  try {
    const [, known] = await Promise.all([client.query('BEGIN ISOLATION LEVEL READ COMMITTED'), first()]);
    const output = await work(known);
    await (commit() ?? client.query('COMMIT'));
    return output;
  } catch (error) {
    // A connection that is gone has undone everything itself, and a second failure would hide the first.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
