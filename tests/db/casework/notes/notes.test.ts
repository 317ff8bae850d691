import { describe, expect } from 'vitest';
import type { NoteId } from '#contract/ground/ids';
import { it, test, investigationId as file } from '../../../support/fixtures/investigation.ts';

const input = (text: string, seen: number, corrects: NoteId | null = null) => ({
  investigationId: file,
  text,
  corrects,
  seen,
});

describe('notes', () => {
  it('are added and never changed: a correction names what it corrects, once', async () => {
    const first = await test.call('notes.add', input('Seen on Monday.', 0));
    const second = await test.call('notes.add', input('Seen on Tuesday.', 1, first.id));
    const { notes } = await test.call('notes.list', { investigationId: file });
    expect(notes.map(({ text, corrects, correctedBy, by }) => [text, corrects, correctedBy, by])).toEqual([
      ['Seen on Monday.', null, 2, 'Officer officer'],
      ['Seen on Tuesday.', 1, null, 'Officer officer'],
    ]);
    expect(await test.refusal('notes.add', input('Again', 2, first.id))).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    await test.call('notes.add', input('On Wednesday.', 2, second.id));
  });

  it('tell a writer who has not seen the last one', async () => {
    await test.call('notes.add', input('Theirs', 0));
    expect(await test.refusal('notes.add', input('Mine', 0))).toEqual({
      code: 'conflict',
      reason: 'note_added_meanwhile',
    });
    expect((await test.call('notes.list', { investigationId: file })).notes).toHaveLength(1);
    await test.call('notes.add', input('Mine', 1));
  });

  it.each([
    ['a data URI', 'see data:image/png;base64,iVBORw0KGgo='],
    ['a data URI that is not base64', 'see data:image/svg+xml,%3Csvg'],
    ['a block of base64', 'A'.repeat(400)],
    [
      'base64 cut into lines',
      Array.from({ length: 6 }, () => 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA').join('\n'),
    ],
    ['the bytes of a file', 'PNG\u0000\u0001\u0002'],
    ['bytes that were no text', 'JFIF \ufffd\ufffd'],
  ])('take no %s', async (_, text) => {
    expect(await test.refusal('notes.add', input(text, 0))).toEqual({ code: 'invalid_input' });
  });

  it('take long writing in both languages', async () => {
    const text = 'Entretien téléphonique avec le fournisseur.\r\n\tSuivi : lundi.\n'.repeat(200);
    await test.call('notes.add', input(text, 0));
    expect((await test.call('notes.list', { investigationId: file })).notes[0]?.text).toBe(text.trim());
  });

  it('leave the audit a hash of what was written, and its text where it can be forgotten', async () => {
    await test.call('notes.add', input('Unlikely words', 0));
    const { raw } = test.store.requireUnlocked();
    const facts = raw.prepare("SELECT facts FROM audit_entry WHERE method = 'notes.add'").pluck().get();
    expect(facts).not.toContain('Unlikely');
  });
});
