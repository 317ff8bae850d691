import { expect } from 'vitest';
import { importRegister } from '../../../support/importRegister.ts';
import { createUnitAndUser, today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

it('knows the providers and agencies that were imported or entered, the most used first', async () => {
  const register = [
    'Reçu le;Source;Unité;Pseudonyme;Plateforme',
    '2026-03-05;Citoyen;U01;un;Exemple Réseau',
    '2026-03-06;Citoyen;U01;deux;Exemple Clavardage',
    '2026-03-07;Citoyen;U01;trois;Exemple Clavardage',
    '',
  ].join('\n');
  expect(await importRegister(test, register)).toBe(3);
  const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today });
  const made = { required: true, agency: 'Protection de l’enfance du Nord', person: 'B. Exemple' } as const;
  await test.call('referrals.notifyProtection', {
    referralId: id,
    notice: { ...made, notifiedAt: Date.parse(`${today}T10:00:00Z`) },
  });
  const file = await test.call('investigations.open', { unitId, openedOn: today, referralIds: [], lead: null });
  const at = (version: number) => ({ files: [{ investigationId: file.id, version }], since: today });
  await test.call('investigations.wait', { ...at(1), state: 'provider', on: 'Exemple Hébergement' });
  // Whom a laboratory is asked for is no provider.
  await test.call('investigations.wait', { ...at(2), state: 'lab', on: 'Laboratoire' });
  expect(await test.call('partners.names', { unitId })).toEqual({
    providers: ['Exemple Clavardage', 'Exemple Hébergement', 'Exemple Réseau'],
    agencies: ['Protection de l’enfance du Nord'],
  });
  await test.signInAs('admin');
  const other = await createUnitAndUser(test, { login: 'second', code: 'U09' });
  await test.signInAs('second');
  for (const asked of [{ unitId: other.unitId }, {}])
    expect(await test.call('partners.names', asked)).toEqual({ providers: [], agencies: [] });
});
