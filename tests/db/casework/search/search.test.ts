import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ReferralId } from '#contract/ground/ids';
import { toMatch } from '../../../../db/store/sqlite/search.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const log = async (facts: { summary?: string; externalNumber?: string }, into = unitId): Promise<ReferralId> =>
  (await test.call('referrals.log', { unitId: into, source: 'ncecc', receivedOn: '2026-10-02', ...facts })).id;
const find = async (text: string): Promise<readonly string[]> => {
  const { referrals, investigations } = await test.call('search.everywhere', { text });
  return [...referrals, ...investigations].map(({ id }) => id);
};

/** The same referral as often, each under an id and a number of its own. */
function repeat(id: ReferralId, times: number): void {
  const { raw } = test.store.requireUnlocked();
  const columns = raw.prepare("SELECT name FROM pragma_table_info('referral')").pluck().all() as string[];
  const own = new Map([
    ['id', "substr(id, 1, 24) || printf('%012x', value)"],
    ['number', "number || '-' || value"],
  ]);
  const values = columns.map((name) => own.get(name) ?? name);
  raw
    .prepare(
      `WITH RECURSIVE times (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM times WHERE value < ?)
       INSERT INTO referral (${columns.join(', ')}) SELECT ${values.join(', ')} FROM referral JOIN times WHERE id = ?`,
    )
    .run(times, id);
}

describe('search everywhere', () => {
  it('finds words that begin so, accents and capitals folded, newest entered first', async () => {
    const first = await log({ summary: 'Signalement de l’école Élan, compte fermé', externalNumber: 'FDR-2026-0042' });
    const second = await log({ summary: 'Second account, École du Nord' });
    expect(await find('ecole')).toEqual([second, first]);
    expect(await find('ÉCOLE elan')).toEqual([first]);
    expect(await find('compt ferm')).toEqual([first]);
    expect(await find('fermé école nord')).toEqual([]);
    expect(await find('fdr-2026-00')).toEqual([first]);
    expect(await find('FDR2026')).toEqual([first]);
    // The first letter of a word that is still being typed narrows nothing down.
    expect(await find('l’écol n')).toEqual([second, first]);
    expect(await find('l’écol no')).toEqual([second]);
    expect(await find('d’école')).toEqual([second, first]);
    expect(await find('2026-00001')).toEqual([first]);
  });

  it('takes what is typed as words, never as an operator', async () => {
    const id = await log({ summary: 'NEAR the "old mill" OR not (really)* ^now' });
    for (const text of ['"old', 'OR', 'NOT', '(really)*', 'near', '^now', 'mill"', 'words:NEAR'.slice(6)])
      expect(await find(text)).toEqual([id]);
    for (const text of ['*', '"', '""', '- -', '()']) expect(await find(text)).toEqual([]);
    expect(await find('words:old')).toEqual([]);
  });

  it('follows an edit, a waiting and a further file', async () => {
    const id = await log({ summary: 'first words' });
    await test.call('referrals.edit', {
      referralId: id,
      version: 1,
      externalNumber: 'X-77',
      priorityReceived: null,
      summary: 'other matter',
    });
    expect([await find('first'), await find('matter'), await find('x-77')]).toEqual([[], [id], [id]]);
    const file = await test.call('investigations.open', {
      unitId,
      openedOn: '2026-10-03',
      referralIds: [],
      lead: null,
    });
    expect(await find(file.number)).toContain(file.id);
    await test.call('investigations.wait', {
      files: [{ investigationId: file.id, version: 1 }],
      state: 'provider',
      on: 'Télécom du Fleuve',
      since: '2026-10-04',
    });
    expect(await find('telecom fleuve')).toEqual([file.id]);
  });

  it('shows nothing of other units, and a word that all their files have hides no file of one’s own', async () => {
    const own = await log({ summary: 'harbour' });
    await test.signInAs('admin');
    const west = await createUnitAndUser(test, { login: 'west', code: 'U02' });
    repeat(await log({ summary: 'harbour' }, west.unitId), 5_000);
    expect(await find('harbour')).toHaveLength(20);
    await test.signInAs('officer');
    expect(await find('harbour')).toEqual([own]);
  });

  it('finds a beginning that more words have than are asked for by name', async () => {
    const ids = [];
    for (let n = 0; n < 120; n += 1) ids.push(await log({ summary: `camp${'abcdefghij'[n % 10] ?? ''}${String(n)}` }));
    expect(await find('camp')).toEqual(ids.slice(-20).reverse());
    expect(await find('campb')).toEqual(ids.filter((_, n) => n % 10 === 1).reverse());
  });

  it('is audited once for all that is typed without a pause, and never by its words', async () => {
    await log({ summary: 'marker' });
    for (const text of ['ma', 'mar', 'mark', 'marker']) await find(text);
    await test.signInAs('admin');
    const { rows } = await test.call('audit.list', { size: 50 });
    const own = rows.filter(({ method }) => method === 'search.everywhere');
    expect(own).toHaveLength(1);
    expect(JSON.stringify(own)).not.toContain('mar');
  });

  it('agrees with reading every row, whatever the words', async () => {
    const word = fc.constantFrom('bay', 'Bayou', 'été', 'ete', 'north', 'nord', 'x-12', 'l’aube');
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const fold = (value: string): string[] =>
      value
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
    const texts = fc.sample(text, { numRuns: 25, seed: 5 });
    const ids = new Map<string, string>();
    for (const summary of texts) ids.set(await log({ summary }), summary);
    // A word with a hyphen or an apostrophe is its parts: all but the last whole, an elided letter left out.
    const has = (summary: string, asked: string): boolean => {
      const words = fold(summary);
      return asked
        .split(' ')
        .every((part) =>
          fold(part).every((each, n, all) =>
            n < all.length - 1
              ? each.length === 1 || words.includes(each)
              : words.some((word) => word.startsWith(each)),
          ),
        );
    };
    for (const asked of fc.sample(text, { numRuns: 30, seed: 6 })) {
      const expected = [...ids]
        .filter(([, summary]) => has(summary, asked))
        .map(([id]) => id)
        .reverse()
        .slice(0, 20);
      expect(await find(asked), asked).toEqual(expected);
    }
  });
});

describe('what was typed as a question to the index', () => {
  it('is null where there is nothing to look for, and asks for eight words at most', async () => {
    const none = () => Promise.resolve([]);
    expect(await toMatch(' - "" ', none)).toBeNull();
    expect(await toMatch('ab "bc l’école x', none)).toBe('"ab"* AND "bc"* AND "école"*');
    expect(await toMatch('x ab', none)).toBe('"x" AND "ab"*');
    expect(await toMatch('x', none)).toBe('"x"');
    expect((await toMatch('a b c d e f g h i j', none))?.split(' AND ')).toHaveLength(8);
  });

  it('names the words that begin so, folded, unless they are too many', async () => {
    const endings = (beginning: string) => Promise.resolve([beginning, `${beginning}s`]);
    expect(await toMatch('École nord', endings)).toBe('("ecole" OR "ecoles") AND ("nord" OR "nords")');
    expect(await toMatch('compte', () => Promise.resolve(null))).toBe('"compte"*');
  });
});
