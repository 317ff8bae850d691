import { describe, expect } from 'vitest';
import { z } from 'zod';
import { storeContract, type StoreMethodName } from '#contract/index';
import { role, type Role } from '#contract/ground/codes';
import { dispatch } from '../../../db/store/dispatch.ts';
import { administrator, choosePassphrase, createUnitAndUser } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

const log = (unitId: never, externalNumber?: string) =>
  test.call('referrals.log', {
    unitId,
    source: 'ncecc',
    receivedOn: '2026-10-02',
    ...(externalNumber && { externalNumber }),
  });

describe('unit scope', () => {
  it('hides the other unit from lists, counts, files, board and writes', async () => {
    const east = await createUnitAndUser(test, { login: 'east', code: 'U01' });
    const own = await log(east.unitId as never, 'FDR-1');
    await test.signInAs('admin');
    const west = await createUnitAndUser(test, { login: 'west', code: 'U02' });
    const other = await log(west.unitId as never, 'FDR-2');
    const file = await test.call('investigations.open', {
      unitId: west.unitId,
      openedOn: '2026-10-03',
      referralIds: [],
      lead: null,
    });

    await test.signInAs('east');
    const all = { sort: { column: 'receivedOn', descending: true }, from: { at: 'start' }, size: 50 } as const;
    const list = await test.call('referrals.list', { filter: {}, ...all });
    expect([list.rows.map((row) => row.id), list.total]).toEqual([[own.id], { value: 1, exact: true }]);
    const board = await test.call('backlog.board', { from: '2026-09', to: '2026-10' });
    expect([board.units.map((unit) => unit.code), board.total.closing, board.waiting?.unassigned]).toEqual([
      ['U01'],
      1,
      1,
    ]);
    expect((await test.call('referrals.duplicates', { externalNumber: 'FDR-2' })).files).toEqual([]);
    expect((await test.call('units.list', {})).units.map((unit) => unit.code)).toEqual(['U01']);
    const refusals = await Promise.all([
      test.refusal('referrals.list', { filter: { unitId: west.unitId }, ...all }),
      test.refusal('referrals.get', { referralId: other.id }),
      test.refusal('referrals.move', { referralId: other.id, version: 1, to: 'triaged', on: '2026-10-04' }),
      test.refusal('referrals.assign', { referralIds: [own.id, other.id], userId: null, on: '2026-10-04' }),
      test.refusal('referrals.bundle', { headId: own.id, referralIds: [other.id], on: '2026-10-04' }),
      test.refusal('investigations.get', { investigationId: file.id }),
      test.refusal('investigations.open', {
        unitId: east.unitId,
        openedOn: '2026-10-04',
        referralIds: [other.id],
        lead: null,
      }),
      test.refusal('backlog.board', { unitIds: [west.unitId], from: '2026-09', to: '2026-10' }),
      test.refusal('referrals.log', { unitId: west.unitId, source: 'ncecc', receivedOn: '2026-10-02' }),
    ]);
    const [denied, absent] = [{ code: 'forbidden' }, { code: 'not_found' }];
    expect(refusals).toEqual([denied, absent, absent, absent, absent, absent, absent, denied, denied]);
    expect(
      await test.call('backlog.files', {
        term: 'received',
        from: '2026-10',
        to: '2026-10',
        offset: 0,
        size: 10,
      }),
    ).toMatchObject({
      total: 1,
    });
  });

  it('is declared by every method that takes the id of a unit or a file', () => {
    const takes = /^(unitId|unitIds|referralId|referralIds|headId|investigationId)$/;
    const undeclared = Object.entries(storeContract).filter(([, method]) => {
      const shape = 'shape' in method.input ? (method.input.shape as Record<string, unknown>) : {};
      const fields = Object.keys(shape).filter((field) => takes.test(field));
      const declared = 'scope' in method ? Object.values(method.scope as object).map(String) : [];
      return fields.some((field) => !declared.includes(field));
    });
    // Rights over units are given by an administrator, who is not of any unit.
    expect(undeclared.map(([name]) => name).sort()).toEqual(['users.create', 'users.grant']);
  });

  it('is declared by every method that takes the id of an agreement or of what belongs to one', () => {
    const takes = /^(agreementId|returnId|packId|changeId|rowId)$/;
    const fieldsOf = (schema: unknown, path = ''): readonly string[] => {
      if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
        return fieldsOf(schema.unwrap(), path);
      if (schema instanceof z.ZodArray) return fieldsOf(schema.element, path);
      if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => fieldsOf(each, path));
      if (!(schema instanceof z.ZodObject)) return [path];
      return Object.entries(schema.shape).flatMap(([key, each]) =>
        fieldsOf(each, path === '' ? key : `${path}.${key}`),
      );
    };
    const undeclared = Object.entries(storeContract).flatMap(([name, method]) => {
      const named = fieldsOf(method.input).filter((path) => takes.test(path.split('.').at(-1)!));
      const declared = 'scope' in method ? Object.values(method.scope as object).map(String) : [];
      return named.filter((path) => !declared.includes(path)).map((path) => `${name} ${path}`);
    });
    expect(undeclared).toEqual([]);
  });
});

describe('roles', () => {
  it('are asked of every method, as the contract says', async () => {
    const { unitId } = await createUnitAndUser(test, { login: 'second', roles: ['supervisor'] });
    await choosePassphrase(test);
    for (const own of role.options.filter((each): each is Exclude<Role, 'coordinator'> => each !== 'coordinator')) {
      await test.signInAs('admin');
      const login = `only-${own}`;
      await test.call('users.create', {
        login,
        displayName: login,
        roles: [own],
        unitIds: [unitId],
        passphrase: administrator.passphrase,
      });
      // An administrator's role waits for the officer, who is the second person here.
      await approveAs('second', login);
      await test.signInAs(login);
      await expectRoleRule(own);
    }
  });
});

async function approveAs(second: string, login: string): Promise<void> {
  const { items } = await test.call('users.waiting', {});
  if (items.length === 0) return;
  expect(items.map(({ displayName }) => displayName)).toEqual([login]);
  await test.signInAs(second);
  await test.call('users.approve', { approvalId: items[0]!.id, accept: true });
}

/** With an input that is no input, a method that the role may use complains of the input; any other refuses before it looks. */
async function expectRoleRule(own: Role): Promise<void> {
  for (const name of Object.keys(storeContract) as StoreMethodName[]) {
    const { roles, ...method } = storeContract[name];
    if (roles === 'nobody' || name === 'audit.verify') continue;
    const reply = await dispatch(test.store, name, { rubbish: 1 });
    const elsewhere = 'workspace' in method && method.workspace === 'coordination';
    const allowed = !elsewhere && (roles === 'anyone' || roles.some((each) => each === own));
    const answer = reply.ok ? 'answered' : reply.error.code;
    expect([own, name, answer === 'forbidden']).toEqual([own, name, !allowed]);
  }
}
