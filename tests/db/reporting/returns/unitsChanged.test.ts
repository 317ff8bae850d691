import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { languages } from '../../../../db/documents/page/language.ts';
import { indicatorTable } from '../../../../db/reporting/returns/files/tidy.ts';
import { resolve } from '../../../../db/reporting/returns/templates/resolve.ts';
import { indicatorsPart } from '../../../../db/reporting/returns/parts/indicators.ts';
import { notes } from '../../../../db/reporting/returns/parts/notes.ts';
import { newSender, quarterOne, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const [stays, leaves, joins] = [newSender('U01'), newSender('U02'), newSender('U03')];
const newcomer = newSender('U04');
let content: ReturnContent;
let which: { readonly agreementId: never; readonly quarter: typeof quarterTwo };

const prepare = async () =>
  (await coordination.test.call('returns.prepare', { ...which, jobId: randomUUID() })).content;
const between = (from: string, to: string | null, { unitId }: typeof stays) => ({ unitId, from, to });

it.beforeAll(async () => {
  const { test, receive, agreementFor } = coordination;
  for (const sender of [stays, leaves, joins]) await receive(sender, quarterOne, 10);
  for (const sender of [stays, leaves, joins]) await receive(sender, quarterTwo, 20);
  const id = await agreementFor([stays]);
  which = { agreementId: id as never, quarter: quarterTwo };
  const [own] = (await test.call('agreements.list', {})).agreements;
  await test.call('agreements.save', {
    ...own!,
    units: [
      between('2025-04-01', null, stays),
      between('2025-04-01', '2026-06-30', leaves),
      between('2026-07-01', null, joins),
    ],
  });
  content = await prepare();
});

const en =
  'Since the previous quarter: U03 added, U02 removed (2 units then, 2 now); both quarters count the units of now';
const fr =
  'Depuis le trimestre précédent : ajout de U03, retrait de U02 (2 unités alors, 2 maintenant); les deux trimestres comptent les unités actuelles';

it('says beside the previous quarter which units joined and left, in every file', () => {
  expect(content.unitsMoved).toEqual({ joined: ['U03'], left: ['U02'], before: 2 });
  const row = indicatorsPart(content).sheets[0]!.rows.find(([code]) => code === 'R1');
  expect(
    row?.filter((cell) => String(cell).endsWith('\nU03 added, U02 removed / ajout de U03, retrait de U02')),
  ).toHaveLength(1);
  expect(notes(content)).toContainEqual({ en: `${en}.`, fr: `${fr}.` });
  expect(indicatorsPart(content).page(languages.en).text).toContain(en);
  expect(indicatorsPart(content).page(languages.fr).text.replaceAll('\u00a0', ' ')).toContain(fr);
  const rows = indicatorTable(content).filter((each) => each.indicator_code === 'R1' && each.disaggregation === null);
  expect(rows.map((each) => [each.unit_code, each.covered, each.covered_before, each.units_changed])).toEqual([
    ['U01', 1, 1, null],
    ['U03', 1, 1, null],
    [null, 2, 2, 'joined:U03;left:U02'],
  ]);
  const part = (name: 'comparison' | 'covered_before') =>
    resolve(
      { content, locked: {} as never, stored: null },
      {
        kind: 'indicator',
        code: 'R1',
        unitCode: null,
        part: name,
        language: 'en',
      },
    );
  expect([part('comparison'), part('covered_before')]).toEqual([en, 2]);
});

it('says both coverages where a newcomer has no earlier figure, and nothing where the units are the same', async () => {
  const { test, receive } = coordination;
  await receive(newcomer, quarterTwo, 20, wholeCells(newcomer.unitId, '2026-07' as Month, '2026-09' as Month));
  const save = async (units: readonly object[]) => {
    const [own] = (await test.call('agreements.list', {})).agreements;
    await test.call('agreements.save', { ...own!, units: units as never });
    return prepare();
  };
  const withNewcomer = await save([between('2025-04-01', null, stays), between('2026-07-01', null, newcomer)]);
  const paper = indicatorsPart(withNewcomer).page(languages.en).text;
  expect(paper).toContain('Not comparable: coverage differs (1 before, 2 now, of 2)');
  expect(paper).toContain('Since the previous quarter: U04 added (1 unit then, 2 now)');
  const same = await save([between('2025-04-01', null, stays), between('2025-04-01', null, joins)]);
  expect(same).not.toHaveProperty('unitsMoved');
});
