import { describe, expect } from 'vitest';
import type { ListQuery } from '#contract/casework/lists';
import { administrator } from '../../../support/store.ts';
import { it, test, userId } from '../../../support/fixtures/unit.ts';

const mine = (): ListQuery => ({
  list: 'referrals',
  filter: { openOnly: true, assignedTo: userId },
  sort: { column: 'stateOn', descending: false },
});
const columns = [
  { id: 'number', isShown: true, width: 120 },
  { id: 'band', isShown: null, width: null },
  { id: 'summary', isShown: false, width: null },
];
const held = (list: 'referrals' | 'due' = 'referrals') => test.call('lists.get', { list });

describe('views of a list', () => {
  it('are kept with their filter, order and columns, renamed, and deleted', async () => {
    const { id } = await test.call('lists.saveView', { held: null, name: ' Mine, oldest ', query: mine(), columns });
    await test.call('lists.saveView', {
      held: null,
      name: 'Overdue',
      query: { list: 'due', filter: { urgency: 'overdue' } },
      columns: null,
    });
    expect((await held()).views).toEqual([{ id, version: 1, name: 'Mine, oldest', query: mine(), columns }]);
    expect((await held('due')).views.map(({ name, query }) => [name, query])).toEqual([
      ['Overdue', { list: 'due', filter: { urgency: 'overdue' } }],
    ]);
    const renamed = { held: { id, version: 1 }, name: 'Oldest', query: mine(), columns: null };
    await test.call('lists.saveView', renamed);
    expect((await held()).views).toEqual([{ id, version: 2, name: 'Oldest', query: mine(), columns: null }]);
    expect(await test.refusal('lists.saveView', renamed)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    await test.call('lists.openWith', { list: 'referrals', view: id });
    await test.call('lists.deleteView', { viewId: id });
    expect(await held()).toEqual({ views: [], columns: null, opensWith: null });
  });

  it('have each their own name in a list', async () => {
    await test.call('lists.saveView', { held: null, name: 'Mine', query: mine(), columns });
    const twice = { held: null, name: 'Mine', query: mine(), columns: null };
    expect(await test.refusal('lists.saveView', twice)).toEqual({ code: 'conflict', reason: 'name_taken' });
  });

  it('are seen and changed by their user alone, and so are the columns', async () => {
    const { id } = await test.call('lists.saveView', { held: null, name: 'Mine', query: mine(), columns });
    await test.call('lists.keepColumns', { list: 'referrals', columns });
    await test.call('lists.openWith', { list: 'referrals', view: 'mine' });
    expect(await held()).toMatchObject({ columns, opensWith: 'mine' });
    await test.signInAs(administrator.login);
    expect(await held()).toEqual({ views: [], columns: null, opensWith: null });
    expect(await test.refusal('lists.deleteView', { viewId: id })).toEqual({ code: 'not_found' });
    const over = { held: { id, version: 1 }, name: 'Theirs', query: mine(), columns: null };
    expect(await test.refusal('lists.saveView', over)).toEqual({ code: 'not_found' });
    await test.signInAs('officer');
    await test.call('lists.keepColumns', { list: 'referrals', columns: null });
    expect((await held()).columns).toBeNull();
  });

  it('hold no filter that the list does not know', async () => {
    const query = { list: 'referrals', filter: { state: 'lost' }, sort: mine } as unknown as ListQuery;
    expect(await test.refusal('lists.saveView', { held: null, name: 'X', query, columns: null })).toEqual({
      code: 'invalid_input',
    });
  });
});
