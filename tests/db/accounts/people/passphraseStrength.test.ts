import { expect, it } from 'vitest';
import { copyOfUnit } from '../../../support/store.ts';
import { judgePassphrase } from '../../../../db/store/passphrase.ts';

const about = ['Marie Roy', 'mroy', 'Unité de Gatineau'];

it.each([
  ['aaaaaaaaaaaaaaaa', 'repeats'],
  ['Vigie2026Vigie2026', 'repeats'],
  ['qwertyuiopasdf', 'common'],
  ['motdepasse2024', 'common'],
  ['marieroy2026', 'common'],
] as const)('%s is easy to guess', async (passphrase, weakness) => {
  expect(await judgePassphrase(passphrase, about)).toMatchObject({ isEnough: false, weakness });
});

it.each(['tomate nuage cravate lundi', 'correct horse battery staple', 'xT4-vRq!m2Lw9#'])(
  '%s is hard to guess',
  async (passphrase) => {
    expect(await judgePassphrase(passphrase, about)).toEqual({ score: 4, isEnough: true, weakness: null });
  },
);

it('what is known of the owner is easy to guess, and only of them', async () => {
  const names = ['Wenceslas Thibodeau-Quesnel', 'wthibodeau'];
  const [known, unknown] = [
    await judgePassphrase('wenceslasquesnel', names),
    await judgePassphrase('wenceslasquesnel', []),
  ];
  expect(known.isEnough).toBe(false);
  expect(known.score).toBeLessThanOrEqual(unknown.score);
});

it.each(['tomate nuage cravate lundi', 'nine green kites fly over the old orchard tonight'])(
  'what another person gave, "%s", is no new passphrase, nor with an end of its own',
  async (given) => {
    for (const next of [given, `${given}1`])
      expect(await judgePassphrase(next, ['mroy', given])).toMatchObject({ isEnough: false, weakness: 'names' });
  },
);

it('of a long passphrase no more than the first 40 characters are judged, since more could take seconds', async () => {
  const strong = 'Vq7#mZ2!pLx9&tRb4';
  expect(await judgePassphrase('a'.repeat(23) + strong, [])).toMatchObject({ isEnough: true });
  expect(await judgePassphrase('a'.repeat(40) + strong, [])).toMatchObject({ isEnough: false, weakness: 'repeats' });
});

it('every way of choosing a passphrase refuses one that is easy to guess, and changes nothing', async () => {
  const { test, unitId } = await copyOfUnit();
  const weak = 'motdepasse2024';
  const refused = { reason: 'passphrase_weak' };
  const judge = test.store.options as { judgePassphrase?: unknown };
  try {
    await test.signInAs('admin');
    judge.judgePassphrase = judgePassphrase;
    const { users } = await test.call('users.list', {});
    const other = users.find(({ login }) => login !== 'admin');
    expect(other).toBeDefined();
    const created = { login: 'new', displayName: 'New', roles: ['investigator' as const], unitIds: [unitId] };
    expect(await test.refusal('users.create', { ...created, passphrase: weak })).toMatchObject(refused);
    expect(await test.refusal('users.resetPassphrase', { userId: other!.id, passphrase: weak })).toMatchObject(refused);
    expect(
      await test.refusal('session.changePassphrase', { current: 'a long enough phrase', next: weak }),
    ).toMatchObject(refused);
    const { recoveryKey } = test;
    expect(
      await test.refusal('session.recover', { recoveryKey, login: 'admin', newPassphrase: weak, reason: 'lost' }),
    ).toMatchObject(refused);
    const parent = test.grant(test.parent) as never;
    const workspace = { parent, name: 'Second', kind: 'unit' as const, login: 'first', displayName: 'First' };
    expect(await test.refusal('workspace.create', { ...workspace, passphrase: weak })).toMatchObject(refused);
    expect((await test.call('users.list', {})).users).toEqual(users);
    expect(await test.call('passphrase.strength', { passphrase: weak, about: [] })).toMatchObject({ isEnough: false });
  } finally {
    test.dispose();
  }
});
