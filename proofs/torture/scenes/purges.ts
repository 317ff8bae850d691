import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from '../../../db/store/signIn.ts';
import { noChildIdentified } from '../../../tests/support/danger.ts';
import { administrator, choosePassphrase } from '../../../tests/support/store.ts';
import { buildTemplate, openAfter } from '../workload.ts';
import { signedIn, type Scene } from './scene.ts';

/** Approved by one person, carried out by another. */
export const purges: Scene = {
  name: 'purges',
  share: 0.12,
  lasts: 400,
  prepare: async () => {
    const { test, unitId } = await buildTemplate();
    openFolder(test.store, test.folder);
    await test.signInAs(administrator.login);
    await test.call('users.create', {
      login: 'second',
      displayName: 'Second',
      roles: ['supervisor'],
      unitIds: [unitId],
      passphrase: administrator.passphrase,
    });
    await test.call('retention.setRule', { unitId, class: 'any', offence: null, validFrom: '2020-01-01', years: 1 });
    const { id: referralId } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2024-05-02' });
    await test.call('referrals.decideDanger', noChildIdentified(referralId));
    const { referral } = await test.call('referrals.get', { referralId });
    await test.call('referrals.move', {
      referralId,
      version: referral.version,
      to: 'information_only',
      on: '2024-06-03',
    });
    await test.signInAs('second');
    await choosePassphrase(test);
    await test.call('purges.approve', { investigationIds: [], referralIds: [referralId] });
    const { requests } = await test.call('purges.list', { filter: {} });
    const requestIds = requests.map(({ id }) => id);
    test.store.close();
    return {
      folder: () => test.folder,
      lead: (running, folder) => signedIn(running, folder, administrator),
      act: (running) => running.ask('purges.carryOut', { requestIds }),
      look: (folder, answered) =>
        openAfter(folder, [administrator.passphrase], ({ store }) => {
          const { raw } = store.requireUnlocked();
          const count = (sql: string) => raw.prepare(sql).pluck().get(referralId) as number;
          const rows = count('SELECT count(*) FROM referral WHERE id = ?');
          const events = count('SELECT count(*) FROM referral_event WHERE referral_id = ?');
          const known = raw.prepare('SELECT count(*) FROM purge').pluck().get();
          const marks = existsSync(join(folder, 'purged.json'))
            ? (JSON.parse(readFileSync(join(folder, 'purged.json'), 'utf8')) as { marks: unknown[] }).marks.length
            : 0;
          const isGone = rows === 0 && events === 0 && known === 1 && marks === 1;
          const isThere = rows === 1 && events > 0 && known === 0 && marks === 0;
          return Promise.resolve([
            ...(isGone || isThere ? [] : [`rows ${String(rows)}, events ${String(events)}, marks ${String(marks)}`]),
            ...(answered && !isGone ? ['what was purged is there'] : []),
          ]);
        }),
      dispose: test.dispose,
    };
  },
};
