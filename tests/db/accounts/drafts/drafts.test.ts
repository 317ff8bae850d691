import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { DraftPlace } from '#contract/accounts/drafts';
import { addUnit, administrator } from '../../../support/store.ts';
import { it, test, unitId, userId } from '../../../support/fixtures/unit.ts';

const blank: DraftPlace = { form: 'referral', subject: '', unitId: null };
const valuesAt = async (place: DraftPlace) => (await test.call('drafts.get', place)).draft?.values ?? null;

describe('a draft', () => {
  it('is kept as it was typed last, through a lock, until it is discarded', async () => {
    expect(await valuesAt(blank)).toBeNull();
    await test.call('drafts.save', { ...blank, values: { externalNumber: 'R-', receivedOn: 'not a day' } });
    await test.call('drafts.save', {
      ...blank,
      values: { externalNumber: 'R-1', acceptDuplicate: false, codes: ['a'] },
    });
    await test.signInAs('officer');
    expect(await valuesAt(blank)).toEqual({ externalNumber: 'R-1', acceptDuplicate: false, codes: ['a'] });
    await test.call('drafts.discard', blank);
    expect(await valuesAt(blank)).toBeNull();
  });

  it('keeps the record with which it was begun', async () => {
    const place: DraftPlace = { form: 'referral_edit', subject: 'one', unitId };
    const begun = { version: 3, values: { summary: 'as it was', codes: ['a'] } };
    await test.call('drafts.save', { ...place, values: { summary: 'typed' }, begun });
    await test.signInAs('officer');
    const { draft } = await test.call('drafts.get', place);
    expect(draft).toMatchObject({ values: { summary: 'typed' }, begun });
    expect(Object.keys(draft!.values)).toEqual(['summary']);
    await test.call('drafts.save', { ...place, values: { summary: 'typed' } });
    expect((await test.call('drafts.get', place)).draft).toMatchObject({ values: { summary: 'typed' }, begun: null });
  });

  it('stands beside those of other files and forms', async () => {
    const of = (form: DraftPlace['form'], subject: string): DraftPlace => ({ form, subject, unitId });
    await test.call('drafts.save', { ...of('authority', 'one'), values: { kind: 'a' } });
    await test.call('drafts.save', { ...of('authority', 'two'), values: { kind: 'b' } });
    await test.call('drafts.save', { ...of('referral_edit', 'one'), values: { reason: 'c' } });
    await test.call('drafts.discard', of('authority', 'two'));
    expect(await valuesAt(of('authority', 'one'))).toEqual({ kind: 'a' });
    expect(await valuesAt(of('authority', 'two'))).toBeNull();
    expect(await valuesAt(of('referral_edit', 'one'))).toEqual({ reason: 'c' });
  });

  it('is seen by nobody else, and not by its author once he has left the unit', async () => {
    const place: DraftPlace = { form: 'authority', subject: 'one', unitId };
    await test.call('drafts.save', { ...place, values: { kind: 'a' } });
    await test.call('drafts.save', { ...blank, values: { externalNumber: 'R-1' } });
    await test.signInAs(administrator.login);
    expect(await valuesAt(blank)).toBeNull();
    const unitIds = [await addUnit(test, 'U02')];
    await test.call('users.grant', { userId, version: 1, roles: ['investigator', 'supervisor'], unitIds });
    await test.signInAs('officer');
    expect(await test.refusal('drafts.get', place)).toEqual({ code: 'forbidden' });
    expect(await valuesAt({ ...place, unitId: null })).toBeNull();
    expect(await valuesAt(blank)).toEqual({ externalNumber: 'R-1' });
  });

  it('hides no image and is no store for anything else', async () => {
    const image = `data:image/png;base64,${'A'.repeat(400)}`;
    expect(await test.refusal('drafts.save', { ...blank, values: { summary: image } })).toEqual({
      code: 'invalid_input',
    });
    const long = { summary: 'word '.repeat(20_000) };
    expect(await test.refusal('drafts.save', { ...blank, values: long })).toEqual({ code: 'invalid_input' });
  });

  it('is encrypted on the disk, and the audit does not repeat it', async () => {
    await test.call('drafts.save', { ...blank, values: { summary: 'a word that is nowhere else' } });
    test.store.close();
    for (const name of ['store.db', 'store.db-wal'])
      expect(readIfThere(join(test.folder, name)).includes('nowhere else')).toBe(false);
  });
});

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
