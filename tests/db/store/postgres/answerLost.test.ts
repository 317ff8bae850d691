import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { Engine } from '../../../../db/store/engine.ts';
import { cutProxy, type CutProxy } from '../../../support/cutProxy.ts';
import { newOffice, one, through, type Office } from '../../../support/desks.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';

const long = { timeout: 60_000 };
const tip = { unitId: one, source: 'ncecc', receivedOn: '2026-03-02' as CivilDate } as const;

describe.skipIf(postgresMissing !== '')(`a write whose answer is lost ${postgresMissing}`.trim(), () => {
  let office: Office;
  let network: CutProxy;
  let desk: TestStore;
  beforeEach(async () => {
    office = await newOffice();
    network = await cutProxy(office.database.server);
    desk = await office.desk('officer', [one], through(network.port));
  });
  afterEach(async () => {
    await office.close();
    network.close();
  });

  /** Does so once, when everything of the next write is said but its entry in the audit and COMMIT, which are sent together. */
  function beforeCommit(act: (port: number) => void): void {
    const { engine } = desk.store.requireUnlocked();
    const { end } = engine;
    let isDone = false;
    const acting: Engine['end'] = async (...last) => {
      const at = await last[0].get<{ port: number }>(sql`SELECT inet_client_port() AS port`);
      if (!isDone) act(at.port);
      isDone = true;
      return end.apply(engine, last);
    };
    Object.assign(engine, { end: acting });
  }

  /** Reconnection takes what it takes. */
  async function awaited(error: unknown): Promise<''> {
    expect(error).toMatchObject({ failure: { code: 'busy' } });
    await setTimeout(20);
    return '';
  }

  async function expectOnce(id: string): Promise<void> {
    expect(await office.rowsOf('referral')).toMatchObject([{ id, number: expect.stringMatching(/0001$/) as string }]);
    expect(await office.rowsOf('audit_entry')).toMatchObject([{ method: 'referrals.log', subject_id: id }]);
  }

  it('is not done again, and answers as the first time', async () => {
    beforeCommit(network.cutNextAnswer);
    const { id } = await desk.call('referrals.log', tip);
    expect(network.keptBack()).toBe(1);
    await expectOnce(id);
  });

  it('is done where it did not arrive', async () => {
    beforeCommit(() => {
      network.cut();
    });
    const { id } = await desk.call('referrals.log', tip);
    await expectOnce(id);
  });

  it('says that it may be done while the server stays away, and is then done once however often it is asked', async () => {
    beforeCommit((port) => {
      network.cutNextAnswer(port);
      network.refuse(true);
    });
    expect(await desk.refusal('referrals.log', tip)).toEqual({ code: 'busy', reason: 'server_answer_lost' });
    expect(await desk.refusal('referrals.log', tip)).toEqual({ code: 'busy', reason: 'server_answer_lost' });
    await expectOnce(String((await office.rowsOf('referral'))[0]?.id));
    const other = { ...tip, source: 'public' } as const;
    expect(await desk.refusal('referrals.log', other)).toEqual({ code: 'busy', reason: 'server_away' });
    // The page says so, and that it is over.
    network.cut();
    await expect.poll(() => desk.events, long).toContainEqual({ type: 'server', isAway: true });
    network.refuse(false);
    let id = '';
    while (id === '') id = await desk.call('referrals.log', tip).then((made) => made.id, awaited);
    await expectOnce(id);
    await expect.poll(() => desk.events, long).toContainEqual({ type: 'server', isAway: false });
  });
});
