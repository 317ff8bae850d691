import { expect, it } from 'vitest';
import { administrator, copyOfUnit } from '../../../support/store.ts';

it('a role or a unit that is named twice is given once', async () => {
  const { test, unitId } = await copyOfUnit();
  try {
    await test.signInAs('admin');
    const twice = { roles: ['supervisor' as const, 'supervisor' as const], unitIds: [unitId, unitId] };
    const { id } = await test.call('users.create', {
      login: 'twice',
      displayName: 'Twice',
      passphrase: administrator.passphrase,
      ...twice,
    });
    await test.call('users.grant', { userId: id, version: 1, ...twice });
    const { users } = await test.call('users.list', {});
    expect(users.find((each) => each.id === id)).toMatchObject({ roles: ['supervisor'], unitIds: [unitId] });
  } finally {
    test.dispose();
  }
});
