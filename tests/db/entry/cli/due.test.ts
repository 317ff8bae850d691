import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { authorityInput } from '../../../support/authorities.ts';
import { directly, makeWorkspace, valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;
let number: string;

it.beforeAll(async () => {
  unit = await makeWorkspace(place, 'unit', ['U01', 'U02']);
  await directly(unit.folder, 'worker', async ({ call }) => {
    const open = { unitId: unit.unitIds[0] as UnitId, openedOn: '2026-10-01', referralIds: [], lead: null };
    const file = await call('investigations.open', open);
    number = file.number;
    await call('authorities.record', authorityInput(file.id, 'search_warrant', '2026-11-10', { dueOn: '2026-11-20' }));
    await call('authorities.record', authorityInput(file.id, 'seizure', '2026-11-10', { heldBy: 'MARKER person' }));
  });
});

describe('vigie due', () => {
  it('shows the dates under their references, overdue first, and no file', async () => {
    const { counts, rows } = await valueOf<{ counts: object; rows: { dueOn: string; urgency: string }[] }>([
      'due',
      ...unit.access,
    ]);
    expect(counts).toEqual({ overdue: 1, today: 0, reminder: 0 });
    expect(rows.map((row) => [row.dueOn, row.urgency])).toEqual([
      ['2026-11-20', 'overdue'],
      ['2027-02-10', 'ahead'],
      ['2027-11-10', 'ahead'],
    ]);
    const french = await vigie(['due', ...unit.access, '--lang', 'fr']);
    expect(french.out).toMatch(/2026-11-20 {2}[0-9A-F]{8} {2}Mandat de perquisition à exécuter +-4 j\n/);
    expect(french.out).toContain('En retard\u00a0: 1; aujourd’hui\u00a0: 0; avec rappel\u00a0: 0');
    for (const secret of [number, 'MARKER']) expect(french.out).not.toContain(secret);
    expect((await valueOf<{ rows: object[] }>(['due', ...unit.access, '--unit', 'U02'])).rows).toEqual([]);
  });

  it('writes a calendar where none was, and never over another file', async () => {
    const calendar = place.at('due.ics');
    expect(await valueOf(['due', ...unit.access, '--calendar', calendar])).toMatchObject({ events: 2 });
    expect(readFileSync(calendar, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const again = await vigie(['due', ...unit.access, '--calendar', calendar]);
    expect(again.exitCode).not.toBe(0);
  });
});

it('of a coordination workspace shows the reports that agreements ask for', async () => {
  const office = await makeWorkspace(place, 'coordination', []);
  await directly(office.folder, 'worker', async ({ call }) => {
    const { id } = await call('agreements.save', {
      code: 'AG-1',
      recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
      programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
      signaturePlannedOn: null,
      signedOn: null,
      startsOn: '2025-04-01',
      endsOn: '2028-03-31',
      languages: ['en', 'fr'],
      asksBacklogAvoided: false,
      units: [],
    });
    const report = { languages: 'both', state: 'not_begun' };
    await call('funding.save', {
      agreementId: id,
      register: 'reports',
      fiscalYear: 2026,
      changes: [
        { do: 'add', cells: { ...report, code: 'A', kind: 'cash_flow', dueOn: '2026-11-20' } },
        { do: 'add', cells: { ...report, code: 'B', kind: 'progress', dueOn: '2026-12-30' } },
      ],
    });
  });
  const calendar = place.at('reports.ics');
  const { counts, rows, events } = await valueOf<{ counts: object; rows: { dueOn: string }[]; events: number }>([
    'due',
    ...office.access,
    '--calendar',
    calendar,
  ]);
  expect(counts).toEqual({ overdue: 1, today: 0, reminder: 0 });
  expect(rows.map((row) => row.dueOn)).toEqual(['2026-11-20', '2026-12-30', '2028-03-31']);
  expect(events).toBe(2);
  expect((await vigie(['due', ...office.access, '--lang', 'fr'])).out).toMatch(
    /2026-12-30 {2}AG-1 {2}Rapport d’étape +36 j\n/,
  );
});
