import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatch } from '../../../../db/store/dispatch.ts';
import type { Store } from '../../../../db/store/store.ts';
import { questionsTo } from '../../../support/coordinatorsReads.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { secretsIn } from '../../../support/secrets.ts';
import type { TestStore } from '../../../support/store.ts';
import { createTwoAgreements, type TwoAgreements } from '../../../support/twoAgreements.ts';

/** Each takes long, and reads what the others read. */
const long = /^(counterfactual|plans)\.|^rollup\.national$/;

async function answer(store: Store, name: string, input: object): Promise<unknown> {
  const reply = await dispatch(store, name, input);
  return reply.ok ? reply.value : { refused: reply.error.code };
}

describe.skipIf(postgresMissing !== '')(`a coordinator of one agreement on a server ${postgresMissing}`.trim(), () => {
  let two: TwoAgreements;
  let server: TestStore;
  beforeAll(async () => {
    two = await createTwoAgreements();
    server = await onServer(two.test);
    for (const test of [two.test, server]) await test.signInAs('alpha');
  });
  afterAll(() => {
    server.dispose();
  });

  it('is told nothing of the other, and of theirs as in a folder but for packs and templates', async () => {
    const differing = new Set<string>();
    const questions = questionsTo(two).filter(([name]) => !long.test(name));
    expect(questions.length).toBeGreaterThan(50);
    for (const [name, input] of questions) {
      const [there, here] = [await answer(server.store, name, input), await answer(two.test.store, name, input)];
      if (secretsIn(there).length > 0) differing.add(`${name} tells ${secretsIn(there).join()}`);
      if (JSON.stringify(here) !== JSON.stringify(there)) differing.add(name);
    }
    // A pack that speaks of the other's units too is hidden whole, with its key; so is a template, whose cells may name them.
    expect([...differing].filter((name) => name !== 'clock.state').sort()).toEqual([
      ...['keys.confirmed', 'packs.get', 'packs.list', 'returns.list', 'returns.prepare'],
      ...['rollup.coverage', 'templates.list'],
    ]);
  });

  it('reads and writes their own rows by SQL, and none of the other', async () => {
    const { tx } = server.store.requireUnlocked().engine;
    const rowsOf = (column: string, table: string) =>
      tx.values<[string]>(`SELECT DISTINCT ${column} FROM ${table}` as never);
    expect(await rowsOf('agreement_id', 'budget_line')).toEqual([[two.alpha]]);
    expect(await rowsOf('id', 'agreement')).toEqual([[two.alpha]]);
    const units = (await rowsOf('unit_id', 'unit_month')).flat();
    expect(units).toContain(two.units.ALPHA1.unitId);
    expect(units).not.toContain(two.units.BETA1.unitId);
    const moved = `unit_month WHERE unit_id = '${two.units.MOVED.unitId}'`;
    expect((await rowsOf('max(month)', moved)).flat()[0]! <= '2026-09').toBe(true);
    const packs = (await rowsOf('id', 'pack')).flat();
    expect(packs).toContain(two.packs.shared);
    expect(packs.filter((id) => [two.packs.joint, two.packs.beta, two.packs.movedLater].includes(id))).toEqual([]);
    expect(await rowsOf('user_id', 'user_agreements')).toEqual([[two.users.alpha]]);
    const moveLine = (to: string) => tx.run(`UPDATE budget_line SET agreement_id = '${to}'` as never);
    expect((await moveLine(two.alpha)).changes).toBe(1);
    await expect(moveLine(two.beta)).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
