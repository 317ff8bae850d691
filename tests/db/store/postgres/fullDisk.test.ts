import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { newOffice, one, readBy } from '../../../support/desks.ts';
import { newServerFolder, postgresMissing, startServer } from '../../../support/postgresServer.ts';
import { Refused } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';

const notRun = postgresMissing || (process.getuid?.() === 0 ? '' : 'a disk of its own is made by root alone');
const received = { unitId: one, source: 'ncecc', receivedOn: '2026-03-02' as CivilDate } as const;
/** Of free room, in bytes: some writes still fit. */
const left = 300_000;

/** A server of its own: `npm run test:all`. */
describe.skipIf(notRun || !isWhole)(`a server whose disk fills up [${notRun || 'PostgreSQL'}]`, () => {
  let folder = '';
  afterEach(() => execFileSync('umount', ['--lazy', folder]));

  it('refuses by its own reason, keeps what it confirmed, and goes on once there is room', async () => {
    folder = newServerFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', folder]);
    const server = await startServer(folder, { durable: true });
    const office = await newOffice(server);
    const desk = await office.desk('officer', [one]);
    const confirmed: string[] = [];
    const log = async (): Promise<unknown> => {
      const summary = `${crypto.randomUUID()} ${'word '.repeat(300)}`.trim();
      const failure = await desk.call('referrals.log', { ...received, summary }).then(
        () => null,
        (error: unknown) => (error instanceof Refused ? error.failure.reason : error),
      );
      if (failure === null) confirmed.push(summary);
      return failure;
    };
    expect(await log()).toBeNull();
    const filler = join(folder, 'filler');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - left));
    const refusals = new Set<unknown>();
    for (let refused = 0; refused < 20;) {
      const failure = await log();
      if (failure === null) continue;
      refused += 1;
      refusals.add(failure);
    }
    expect([...refusals]).toEqual(['server_full']);
    rmSync(filler);
    while ((await log()) !== null) await setTimeout(50);
    const kept = (await readBy(desk)('referral')).map(({ summary }) => String(summary));
    expect(kept.toSorted()).toEqual(confirmed.toSorted());
    await office.close();
    process.kill(server.pid, 'SIGQUIT');
  });
});
