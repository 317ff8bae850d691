import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Role } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { administrator, choosePassphrase, copyOfUnit, createTestStore } from '../../../support/store.ts';

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

describe('a user of a unit workspace', () => {
  const noUnit = { code: 'invalid_input', reason: 'unit_needed' };
  const { passphrase } = administrator;

  it('has a unit for each role that works in one, when made and when changed', async () => {
    const { test, userId } = await copyOfUnit();
    try {
      await test.signInAs('admin');
      const person = { login: 'someone', displayName: 'Someone', unitIds: [], passphrase };
      for (const role of ['investigator', 'supervisor', 'records_officer'] as const) {
        expect(await test.refusal('users.create', { ...person, roles: [role] })).toEqual(noUnit);
        expect(await test.refusal('users.create', { ...person, roles: ['administrator', role] })).toEqual(noUnit);
        expect(await test.refusal('users.grant', { userId, version: 1, roles: [role], unitIds: [] })).toEqual(noUnit);
      }
      expect((await test.call('users.list', {})).users.map(({ login }) => login)).not.toContain('someone');
      expect((await test.call('users.create', { ...person, roles: ['administrator'] })).awaitsApproval).toBe(true);
    } finally {
      test.dispose();
    }
  });

  it('has units that are there, and a role that this kind of workspace has', async () => {
    const { test, userId, unitId } = await copyOfUnit();
    try {
      await test.signInAs('admin');
      const person = { login: 'someone', displayName: 'Someone', passphrase };
      const otherUnit = randomUUID() as UnitId;
      const rights = [
        { roles: ['investigator' as const], unitIds: [unitId, otherUnit] },
        { roles: ['coordinator' as const], unitIds: [] },
        { roles: ['supervisor' as const, 'coordinator' as const], unitIds: [unitId] },
      ];
      for (const each of rights) {
        expect((await test.refusal('users.create', { ...person, ...each })).code).toBe('invalid_input');
        expect((await test.refusal('users.grant', { userId, version: 1, ...each })).code).toBe('invalid_input');
      }
    } finally {
      test.dispose();
    }
  });

  it('who was asked for without one, before a unit was asked for, is not approved', async () => {
    const { test, unitId } = await copyOfUnit();
    try {
      await choosePassphrase(test);
      await test.signInAs('admin');
      const roles: Role[] = ['records_officer'];
      const person = { login: 'someone', displayName: 'Someone', roles, unitIds: [unitId], passphrase };
      expect((await test.call('users.create', person)).awaitsApproval).toBe(true);
      test.store.requireUnlocked().raw.exec("UPDATE approval SET unit_ids = '[]'");
      await test.signInAs('officer');
      const [item] = (await test.call('users.waiting', {})).items;
      expect(await test.refusal('users.approve', { approvalId: item!.id, accept: true })).toEqual(noUnit);
      await test.call('users.approve', { approvalId: item!.id, accept: false });
    } finally {
      test.dispose();
    }
  });
});

it('a unit that takes no more files keeps its code where its files are read', async () => {
  const { test, unitId } = await copyOfUnit();
  try {
    await test.signInAs('admin');
    const [unit] = (await test.call('units.list', {})).units;
    await test.call('units.save', { ...unit!, active: false });
    await test.signInAs('officer');
    expect((await test.call('units.list', {})).units).toMatchObject([{ id: unitId, code: unit!.code, active: false }]);
  } finally {
    test.dispose();
  }
});

it('a coordination workspace has no files, and asks for no unit', async () => {
  const test = await createTestStore('coordination');
  try {
    const person = { login: 'records', displayName: 'Records', unitIds: [], passphrase: administrator.passphrase };
    expect((await test.call('users.create', { ...person, roles: ['records_officer'] })).awaitsApproval).toBe(false);
  } finally {
    test.dispose();
  }
});
