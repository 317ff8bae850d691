import type { WriteTx } from '../../ground/kernel/database.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { recordsOf } from '../../store/engineRecords.ts';

/** Numbers asked for in one query: well under SQLite's limit of parameters. */
export const numbersAtOnce = 500;

export interface HeldNumber {
  readonly unitId: string;
  readonly receivedOn: string;
}

interface Numbered {
  readonly key: string;
  readonly receivedOn: string;
}

/**
 * Who holds these numbers already, over the whole workspace: another unit's file is the duplicate that matters most. A sealed one is not
 * disclosed. In a transaction of a server, who asks for one of them next waits until it ends, so that two units do not both find nobody.
 */
export async function heldNumbers(
  tx: WriteTx,
  asked: readonly Numbered[],
): Promise<ReadonlyMap<string, readonly HeldNumber[]>> {
  const rows: (HeldNumber & { readonly key: string | null })[] = [];
  for (let first = 0; first < asked.length; first += numbersAtOnce) {
    rows.push(...(await recordsOf(tx).knownNumbers(asked.slice(first, first + numbersAtOnce))));
  }
  return groupsBy(rows, ({ key }) => key ?? '');
}
