import { expectSame, type Answer } from './bothEngines.ts';
import { onServer } from './onServer.ts';
import { createTestStore, today, type TestStore } from './store.ts';
import { createTwoUnits, type TwoUnits } from './twoUnits.ts';

/** What the work of two units is answered in a folder, after the same on a server was answered alike. */
export async function answersOfBoth(
  work: (store: TestStore, units: TwoUnits) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const folder = await createTestStore();
  const units = await createTwoUnits(folder);
  const server = await onServer(folder);
  try {
    const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), today: () => today };
    for (const { store } of [folder, server]) Object.assign(store.options, { clock });
    const [here, there] = [await work(folder, units), await work(server, units)];
    expectSame(here, there);
    return here;
  } finally {
    server.dispose();
    folder.dispose();
  }
}
