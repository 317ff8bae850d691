import { describe, expect } from 'vitest';
import { today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const found = async (text: string) => (await test.call('search.everywhere', { text })).investigations;

describe('the title of an investigation', () => {
  it('is given at its opening or later, shown in the list, and found by its words and those of its subject', async () => {
    const opened = { unitId, openedOn: today, referralIds: [], lead: null, title: 'Blue lantern' };
    const { id } = await test.call('investigations.open', opened);
    await test.call('investigations.open', { unitId, openedOn: today, referralIds: [], lead: null });
    expect(await found('lantern')).toMatchObject([{ id, title: 'Blue lantern' }]);
    const facts = { investigationId: id, title: 'Red harbour', subject: 'Uploads of one account' };
    const { version } = await test.call('investigations.describe', { ...facts, version: 1 });
    expect(await found('lantern')).toEqual([]);
    expect(await found('harbour')).toMatchObject([{ id }]);
    expect(await found('uploads')).toMatchObject([{ id }]);
    const { rows } = await test.call('investigations.list', {
      ...{ filter: {}, sort: { column: 'number', descending: false }, from: { at: 'start' }, size: 9 },
    });
    expect(rows.map(({ title, subject }) => [title, subject])).toEqual([
      ['Red harbour', 'Uploads of one account'],
      [null, null],
    ]);
    await test.call('investigations.describe', { ...facts, title: null, subject: null, version });
    expect(await found('harbour')).toEqual([]);
    expect((await test.refusal('investigations.describe', { ...facts, version })).reason).toBe('version_conflict');
  });
});
