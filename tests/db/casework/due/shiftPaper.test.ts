import { expect, it } from 'vitest';
import type { ReferralId, UnitId } from '#contract/ground/ids';
import { shiftPaper } from '../../../../db/casework/due/shiftPaper.ts';
import { languages } from '../../../../db/documents/page/language.ts';

const now = Date.parse('2026-11-29T12:00:00Z');
const hour = 3_600_000;
const clock = {
  id: '01a1f8d3-ea00-75cf-8e42-a07cfdce7067' as ReferralId,
  number: '2026-00658',
  unitId: '01a1f8d3-ea02-72f4-8e04-785ea12260a6' as UnitId,
  what: 'action',
  inDanger: true,
  assignedTo: null,
  isReported: false,
} as const;

it.each([
  ['en', 'Unassigned', 'Overdue', 'Decision about imminent danger'],
  ['fr', 'Non attribué', 'En retard', 'Décision sur le danger imminent'],
] as const)('says who has nobody, and what has passed (%s)', (locale, unassigned, overdue, decision) => {
  const { html } = shiftPaper({
    language: languages[locale],
    marking: 'PROTECTED B',
    by: 'A',
    now,
    clocks: [
      { ...clock, dueAt: now - hour },
      { ...clock, dueAt: now + hour },
      { ...clock, dueAt: now + 2 * hour, what: 'decision', inDanger: false },
    ],
    unitCode: () => 'U01',
    person: () => 'B',
  });
  const rows = html.split('<tr class="line">').slice(1);
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => row.includes(`>${unassigned}<`))).toBe(true);
  expect(rows.map((row) => row.includes(overdue))).toEqual([true, false, false]);
  expect(rows.map((row) => row.includes(decision))).toEqual([false, false, true]);
  expect(rows.every((row) => row.includes('<td class="code">2026-00658<'))).toBe(true);
});

it.each([
  ['en', 'First action on a referral', 'Child in danger', 'Risk band: Imminent danger', 'To be decided'],
  ['fr', 'Première mesure pour un signalement', 'Enfant en danger', 'Niveau de risque : Danger imminent', 'À décider'],
] as const)(
  'says what is to be done and what the danger is, each under its own heading (%s)',
  (locale, action, ...dangers) => {
    const { html } = shiftPaper({
      language: languages[locale],
      marking: 'PROTECTED B',
      by: 'A',
      now,
      clocks: [
        { ...clock, dueAt: now + hour },
        { ...clock, dueAt: now + hour, inDanger: false },
        { ...clock, dueAt: now + hour, inDanger: false, what: 'decision' },
      ],
      unitCode: () => 'U01',
      person: () => 'B',
    });
    const cellsOf = (row: string) => [...row.matchAll(/<t[hd][^>]*>([^<]*)/g)].map(([, cell = '']) => cell);
    const [heads = [], ...rows] = html.split('<tr').slice(1).map(cellsOf);
    const under = (heading: string) => rows.map((cells) => cells[heads.indexOf(heading)]?.replace('\u00a0', ' '));
    const [subject, danger] = locale === 'en' ? ['Subject matter', 'Danger'] : ['Objet', 'Danger'];
    expect(under(subject).slice(0, 2)).toEqual([action, action]);
    expect(under(danger)).toEqual(dangers);
  },
);
