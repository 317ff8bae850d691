import { expect } from 'vitest';
import { auditEntry } from '../../../../db/ground/schema/common/audit.ts';
import { directly, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

const create = (name: string, kind: string, ...more: readonly string[]) =>
  vigie(['workspace', 'create', '--kind', kind, '--workspace', place.at(name), '--login', 'admin', ...more]);

it('gives who creates a coordination workspace the role of its coordinator at once, where asked', async () => {
  expect(await create('both.vigie', 'coordination', '--coordinator')).toMatchObject({ exitCode: 0, err: '' });
  await directly(place.at('both.vigie'), 'admin', async ({ call, store }) => {
    const { session } = await call('session.current', {});
    expect(session?.roles.toSorted()).toEqual(['administrator', 'coordinator']);
    expect(session?.agreementIds).toBeNull();
    // What only a coordinator may do.
    expect(await call('packs.list', {})).toBeDefined();
    const [entry] = await store.requireUnlocked().read.select().from(auditEntry);
    expect(JSON.parse(entry!.facts)).toEqual({ kind: 'coordination', roles: 'administrator coordinator' });
  });
});

it('otherwise makes an administrator alone, and no coordinator of a unit', async () => {
  expect((await create('alone.vigie', 'coordination')).exitCode).toBe(0);
  await directly(place.at('alone.vigie'), 'admin', async ({ call }) => {
    expect((await call('session.current', {})).session?.roles).toEqual(['administrator']);
  });
  const refused = await create('unit.vigie', 'unit', '--coordinator');
  expect([refused.exitCode, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('--coordinator is for a coordination workspace only.');
});
