import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Input } from '#contract/index';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { stored } from '../../../support/stored.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, file } from '../../../support/fixtures/investigation.ts';

const list = async () => (await test.call('persons.list', { file })).persons;
const add = (role: 'subject' | 'victim' | 'witness', given: Partial<Input<'persons.add'>> = {}) =>
  test.call('persons.add', personInput(file, role, given));
const months = () =>
  stored<{ measure: string; month: string; value: number }>(
    test,
    "SELECT measure, month, value FROM unit_month WHERE measure LIKE 'victims%' AND value <> 0 ORDER BY measure, month",
  );

describe('a person of a file', () => {
  it('is kept with what the role needs and no more', async () => {
    await add('subject', { name: 'A. Tremblay', birthDate: '2010-02-28' });
    await add('victim', { ageBand: '12_13', gender: 'woman_girl', identifiedOn: '2026-10-05' });
    expect((await list()).map((each) => [each.role, each.name, each.ageBand, each.identifiedOn])).toEqual([
      ['subject', 'A. Tremblay', 'unknown', null],
      ['victim', null, '12_13', '2026-10-05'],
    ]);
    const wrong: [Parameters<typeof add>, string][] = [
      [['victim', { birthDate: '2013-01-01' }], 'birthDate'],
      [['witness', { identifiedOn: '2026-10-05' }], 'identifiedOn'],
      [['victim', { identifiedOn: '2026-11-25' }], 'date_in_future'],
      [['victim', { identifiedOn: '2026-10-05', safeguardedOn: '2026-10-06' }], 'safeguardedBy'],
      [['victim', { safeguardedOn: '2026-10-06', safeguardedBy: 'Agency' }], 'identifiedOn'],
      [['victim', { identifiedOn: '2026-10-05', safeguardedOn: '2026-10-04', safeguardedBy: 'A' }], 'safeguardedOn'],
    ];
    for (const [given, path] of wrong) await expect(add(...given)).rejects.toThrow(path);
  });

  it('moves the months of victims when the dates are corrected or the person is removed', async () => {
    const { id } = await add('victim', {
      identifiedOn: '2026-10-05',
      safeguardedOn: '2026-11-02',
      safeguardedBy: 'Agency',
    });
    const counted = (measure: string, month: string) => ({ measure, month, value: 1 });
    expect(await months()).toEqual([
      counted('victims_identified', '2026-10'),
      counted('victims_safeguarded', '2026-11'),
    ]);
    const later = personInput(file, 'victim', { identifiedOn: '2026-11-01' });
    await test.call('persons.change', { reason, ...later, personId: id, version: 1 });
    expect(await months()).toEqual([counted('victims_identified', '2026-11')]);
    const stale = struck(file, 'person', id);
    expect(await test.refusal('corrections.strike', stale)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    await test.call('corrections.strike', { ...stale, version: 2 });
    expect(await months()).toEqual([]);
  });

  it('leaves the identifiers with the file when removed, and they return with it', async () => {
    const { id } = await add('subject');
    await test.call('identifiers.add', { ...identifierInput(file, 'handle', 'north'), personId: id });
    await test.call('corrections.strike', struck(file, 'person', id));
    const { identifiers } = await test.call('identifiers.list', { file });
    expect(identifiers.map((each) => each.personId)).toEqual([id]);
  });
});

describe('the months of victims', () => {
  it('equal a naive recount of the rows after any series of changes', { timeout: 60_000 }, async () => {
    const day = fc.constantFrom('2026-08-31', '2026-09-01', '2026-10-15', '2026-11-24');
    const facts = fc
      .record({ role: fc.constantFrom('victim', 'witness'), first: fc.option(day), second: fc.option(day) })
      .map(({ role, first, second }) => {
        const safe = role === 'victim' && first !== null && second !== null && second >= first;
        return {
          role,
          identifiedOn: role === 'victim' ? first : null,
          safeguardedOn: safe ? second : null,
          safeguardedBy: safe ? 'Agency' : null,
        } as const;
      });
    const step = fc.record({ kind: fc.constantFrom('add', 'change', 'remove'), at: fc.nat(), facts });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        for (const { kind, at, facts: given } of steps) {
          const held = await list();
          const one = held[at % Math.max(held.length, 1)];
          const input = personInput(file, given.role, given);
          if (kind === 'add' || !one) await test.call('persons.add', input);
          else if (kind === 'change')
            await test.call('persons.change', { reason, ...input, personId: one.id, version: one.version });
          else await test.call('corrections.strike', struck(file, 'person', one.id, one.version));
        }
        const rows = (await list()).filter((each) => each.role === 'victim');
        const dates = [
          ...rows.map((each) => ['victims_identified', each.identifiedOn] as const),
          ...rows.map((each) => ['victims_safeguarded', each.safeguardedOn] as const),
        ];
        const naive = new Map<string, number>();
        for (const [measure, on] of dates) {
          const key = `${measure} ${on?.slice(0, 7) ?? ''}`;
          if (on !== null) naive.set(key, (naive.get(key) ?? 0) + 1);
        }
        expect(new Map((await months()).map((each) => [`${each.measure} ${each.month}`, each.value]))).toEqual(naive);
      }),
      { numRuns: 15 },
    );
  });
});
