import { beforeEach, describe, expect } from 'vitest';
import type { Quarter } from '#contract/ground/dates';
import type { CaseFile } from '#contract/ground/ids';
import { newJob } from '../imports/support.ts';
import { extractsOf, header } from './support.ts';
import { it, test } from '../../../support/fixtures/unit.ts';

beforeEach(async () => {
  await extract('investigations', header, '26-001,2026-07-31,');
});

const { preview, apply, extract } = extractsOf(() => test);

async function file(): Promise<CaseFile> {
  const sort = { column: 'number', descending: false } as const;
  const { rows } = await test.call('investigations.list', { filter: {}, sort, from: { at: 'start' }, size: 5 });
  return { kind: 'investigation', id: rows[0]!.id };
}
/** What the file lists as put right, the latest first. */
async function listed() {
  const { corrections } = await test.call('corrections.list', { file: await file() });
  return corrections.map(({ act, record, reason, changes }) => [
    ...[act, record, reason],
    ...changes.map(({ field, before, after }) => `${field} ${before?.en ?? '-'} > ${after?.en ?? '-'}`),
  ]);
}
const undo = (importId: string) => test.call('imports.undo', { importId, jobId: newJob() });

describe('what an extract takes the place of', () => {
  it('is kept with the file: its opening, and the pack of that quarter is said to have changed', async () => {
    const quarter = { fiscalYear: 2026, quarter: 2 } as Quarter;
    await test.call('packs.export', { quarter, file: test.grant(`${test.parent}/q2.vigiepack`) });
    const { importId } = await extract('investigations', header, '26-001,2026-10-01,');
    const moved = ['corrected', 'investigation', 'extract.csv', 'openedOn 2026-07-31 > 2026-10-01'];
    expect(await listed()).toEqual([moved]);
    expect((await test.call('packs.preview', { quarter })).corrected).toEqual([
      { quarter, corrections: 1, notReviewed: 1 },
    ]);
    await undo(importId);
    expect(await listed()).toEqual([
      [
        ...['corrected', 'investigation', 'Undo an import / Annuler une importation : extract.csv'],
        'openedOn 2026-10-01 > 2026-07-31',
      ],
      moved,
    ]);
  });

  it('is kept of an arrest, which goes out and comes back', async () => {
    const arrests = 'Occurrence number,Arrest number,Arrest date';
    await extract('arrests', arrests, '26-001,1,2026-08-02');
    await extract('arrests', arrests, '26-001,1,2026-08-03');
    const { previewId } = await preview('arrests', arrests, '26-001,2,2026-09-01');
    const { importId } = await apply(previewId, { take: ['gone'] });
    expect(
      (await listed()).map(([act, , , ...changes]) => [act, ...changes.filter((each) => each.startsWith('arr'))]),
    ).toEqual([
      ['entered_in_error', 'arrestedOn 2026-08-03 > -'],
      ['corrected', 'arrestedOn 2026-08-02 > 2026-08-03'],
    ]);
    await undo(importId);
    expect((await listed()).map(([act]) => act)).toEqual(['restored', 'entered_in_error', 'corrected']);
  });

  it('is not what a charge goes on from, nor what is only added', async () => {
    const charges = 'Occurrence number,Charge number,Charge date,Section,Stage,Disposition,Disposition date';
    await extract('charges', charges, '26-001,1,2026-08-02,163.1(4),recommended,,');
    await extract('charges', charges, '26-001,1,2026-08-20,163.1(4),laid,,');
    await extract('charges', charges, '26-001,1,2026-08-20,163.1(4),laid,Guilty,2026-09-01');
    expect(await listed()).toEqual([]);
    await extract('charges', charges, '26-001,1,2026-08-20,172.1(1),laid,Guilty,2026-09-01');
    expect(await listed()).toEqual([['corrected', 'charge', 'extract.csv', 'section 163.1(4) > 172.1(1)']]);
  });
});
