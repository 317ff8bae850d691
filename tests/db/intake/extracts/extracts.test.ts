import { beforeEach, describe, expect } from 'vitest';
import { stored } from '../../../support/stored.ts';
import { newJob } from '../imports/support.ts';
import { extractsOf, header } from './support.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const { preview, apply, extract, rowsOf } = extractsOf(() => test);

async function fileOf(number: string) {
  const { rows } = await test.call('investigations.list', {
    filter: { numberStartsWith: number },
    sort: { column: 'number', descending: false },
    from: { at: 'start' },
    size: 5,
  });
  return rows[0]!;
}

const monthOf = async (measure: string, month: string): Promise<unknown> =>
  (
    await stored<{ value: number }>(
      test,
      `SELECT value FROM unit_month WHERE measure = '${measure}' AND month = '${month}'`,
    )
  )[0]?.value;

describe('an extract of investigations', () => {
  it('shows what is new, writes it, and is the same when it comes again', async () => {
    const lines = [
      header,
      '26-001,2026-01-05,2026-03-02',
      '26-002,2026-02-01,',
      '26-002,2026-02-01,',
      '26-003,2026-02-31,',
    ];
    const first = await preview('investigations', ...lines);
    expect(first).toMatchObject({
      counts: { new: 2, changed: 0, conflict: 0, gone: 0, unchanged: 0, invalid: 2 },
      reasons: { number_twice: 1, date_not_real: 1 },
      proactive: 2,
    });
    expect(await stored(test, 'SELECT id FROM investigation')).toEqual([]);
    expect(await apply(first.previewId)).toMatchObject({ written: 2 });
    expect(await fileOf('26-001')).toMatchObject({
      openedOn: '2026-01-05',
      concludedOn: '2026-03-02',
      proactive: true,
    });
    expect(await monthOf('concluded', '2026-03')).toBe(1);
    const again = await preview('investigations', ...lines);
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2, gone: 0 });
    // The number is the same however it is written.
    expect((await preview('investigations', header, '26 001,2026-01-05,2026-03-02')).counts).toMatchObject({
      unchanged: 1,
      gone: 1,
    });
  });

  it('shows fields old and new, row by row, and writes those that were not left out', async () => {
    await extract('investigations', header, 'A,2026-01-05,', 'B,2026-01-06,', 'C,2026-01-07,2026-02-01');
    const next = await preview(
      'investigations',
      header,
      'A,2026-01-04,2026-05-01',
      'B,2026-01-05,',
      'C,2026-01-07,2026-02-03',
    );
    expect(next.counts).toMatchObject({ changed: 3 });
    const rows = await rowsOf(next.previewId, 'changed');
    expect(
      rows.map(({ number, fields }) => [number, fields.map(({ field, before, after }) => [field, before, after])]),
    ).toEqual([
      [
        'A',
        [
          ['openedOn', '2026-01-05', '2026-01-04'],
          ['concludedOn', null, '2026-05-01'],
        ],
      ],
      ['B', [['openedOn', '2026-01-06', '2026-01-05']]],
      ['C', [['concludedOn', '2026-02-01', '2026-02-03']]],
    ]);
    expect(await apply(next.previewId, { except: [rows[1]!.index] })).toMatchObject({ written: 2 });
    expect(await fileOf('A')).toMatchObject({ openedOn: '2026-01-04', concludedOn: '2026-05-01' });
    expect(await fileOf('B')).toMatchObject({ openedOn: '2026-01-06' });
    expect(await fileOf('C')).toMatchObject({ concludedOn: '2026-02-03' });
    // What was left out is shown again the next time.
    expect((await preview('investigations', header, 'B,2026-01-05,')).counts).toMatchObject({ changed: 1, gone: 2 });
  });

  it('never writes over what was entered in Vigie, unless that row is taken', async () => {
    await test.call('investigations.open', {
      unitId,
      openedOn: '2026-01-09',
      number: 'A',
      referralIds: [],
      lead: null,
    });
    await extract('investigations', header, 'B,2026-01-06,');
    const held = await fileOf('B');
    await test.call('investigations.conclude', { investigationId: held.id, version: held.version, on: '2026-04-01' });
    const lines = [header, 'A,2026-01-08,', 'B,2026-01-06,2026-03-01'];
    const next = await preview('investigations', ...lines);
    expect(next.counts).toMatchObject({ conflict: 2, changed: 0 });
    expect(await rowsOf(next.previewId, 'conflict')).toMatchObject([
      { number: 'A', canTake: true, fields: [{ field: 'openedOn', before: '2026-01-09', isConflict: true }] },
      { number: 'B', canTake: true, fields: [{ field: 'concludedOn', before: '2026-04-01', after: '2026-03-01' }] },
    ]);
    expect(await apply(next.previewId)).toMatchObject({ written: 0 });
    expect(await fileOf('B')).toMatchObject({ concludedOn: '2026-04-01' });
    const again = await preview('investigations', ...lines);
    const [, second] = await rowsOf(again.previewId, 'conflict');
    expect(await apply(again.previewId, { except: [second!.index] })).toMatchObject({ written: 1 });
    expect(await fileOf('B')).toMatchObject({ concludedOn: '2026-03-01' });
    expect(await fileOf('A')).toMatchObject({ openedOn: '2026-01-09' });
    // The extract repeats itself: what Vigie says since stays without being asked again.
    const now = await fileOf('B');
    await test.call('investigations.reopen', { investigationId: now.id, version: now.version, on: '2026-06-01' });
    expect((await preview('investigations', header, 'B,2026-01-06,2026-03-01')).counts).toMatchObject({ unchanged: 1 });
  });

  it('carries the referral over that it names', async () => {
    const { id } = await test.call('referrals.log', {
      unitId,
      source: 'ncecc',
      receivedOn: '2026-01-02',
      externalNumber: 'NC-7',
    });
    const next = await preview('investigations', `${header},Referral number`, 'A,2026-01-05,,nc7', 'B,2026-01-05,,');
    expect(next.proactive).toBe(1);
    await apply(next.previewId);
    expect(await fileOf('A')).toMatchObject({ proactive: false });
    expect((await test.call('referrals.get', { referralId: id })).referral.state).toBe('linked');
    expect(await monthOf('proactive', '2026-01')).toBe(1);
  });

  it('refuses what the file cannot become', async () => {
    await extract('investigations', header, 'A,2026-01-05,2026-02-01', 'B,2026-01-05,', 'C,2026-01-05,');
    const charged = await fileOf('B');
    const charge = {
      laidOn: '2026-02-02',
      section: '163.1(4)',
      counts: 1,
      stage: 'laid',
      personId: null,
      offenceOn: null,
    } as const;
    await test.call('charges.record', { investigationId: charged.id, ...charge });
    const next = await preview(
      'investigations',
      header,
      'A,2026-01-05,',
      'B,2026-01-05,2026-03-01',
      'C,2026-01-05,2025-12-01',
      'B2,2027-01-01,',
    );
    expect(next).toMatchObject({
      counts: { invalid: 4 },
      reasons: { reopened_elsewhere: 1, still_open: 1, date_before_opening: 1, date_in_future: 1 },
    });
  });

  it('concludes a charged file whose clearance comes in an extract of its own', async () => {
    await extract('investigations', header, 'A,2026-01-05,');
    const columns = 'Occurrence number,Charge date,Section,Counts,Stage,Disposition,Disposition date';
    await extract('charges', columns, 'A,2026-02-02,163.1(4),2,Laid,Guilty,2026-02-20');
    const { id: investigationId } = await fileOf('A');
    const kinds = async () =>
      (await test.call('investigations.openItems', { investigationId })).items.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['offence', 'clearance']);
    await extract('investigations', header, 'A,2026-01-05,2026-03-01');
    expect(await fileOf('A')).toMatchObject({ concludedOn: '2026-03-01' });
    await extract('clearances', 'Occurrence number,Clearance date,Clearance', 'A,2026-03-01,Charged');
    expect(await kinds()).toEqual(['offence']);
  });

  it('is refused where someone changed a file since the preview', async () => {
    await extract('investigations', header, 'A,2026-01-05,');
    const { previewId } = await preview('investigations', header, 'A,2026-01-05,2026-03-01');
    const held = await fileOf('A');
    await test.call('investigations.conclude', { investigationId: held.id, version: held.version, on: '2026-04-01' });
    expect(
      await test.refusal('extracts.apply', { previewId, take: ['new', 'changed'], except: [], jobId: newJob() }),
    ).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
  });
});

describe('extracts of arrests and charges', () => {
  const charges = 'Occurrence number,Charge date,Section,Counts,Stage,Disposition,Disposition date';
  beforeEach(() => extract('investigations', header, 'A,2026-01-05,', 'B,2026-01-05,'));

  it('keep the three counters apart and follow each record through its stages', async () => {
    await extract(
      'arrests',
      'Occurrence number,Arrest date,Youth',
      'A,2026-02-01,no',
      'A,2026-02-01,no',
      'B,2026-02-03,Adolescent',
    );
    expect(await monthOf('arrests', '2026-02')).toBe(3);
    await extract('charges', charges, 'A,2026-02-02,163.1(4),2,Laid,,', 'A,2026-02-02,163.1(4.1),1,Recommended,,');
    expect(await monthOf('charges_laid', '2026-02')).toBe(2);
    const next = await preview(
      'charges',
      charges,
      'A,2026-02-02,163.1(4),2,Laid,Guilty,2026-06-01',
      'A,2026-02-02,163.1(4.1),3,Laid,,',
    );
    expect(next.counts).toMatchObject({ changed: 2, new: 0, gone: 0 });
    await apply(next.previewId);
    expect(await monthOf('charges_laid', '2026-02')).toBe(5);
    expect(await monthOf('dispositions', '2026-06')).toBe(2);
    const { charges: held } = await test.call('investigations.get', { investigationId: (await fileOf('A')).id });
    expect(held.map(({ stage, counts, disposition }) => [stage, counts, disposition]).sort()).toEqual([
      ['laid', 2, 'guilty'],
      ['laid', 3, null],
    ]);
  });

  it('take out what is gone only where it was chosen, and not what was changed since', async () => {
    const arrests = 'Occurrence number,Arrest date,Youth';
    await extract('arrests', arrests, 'A,2026-02-01,no', 'B,2026-02-03,no');
    const next = await preview('arrests', arrests, 'A,2026-02-02,no', 'B,2026-02-03,no');
    expect(next.counts).toMatchObject({ new: 1, gone: 1, unchanged: 1 });
    const [gone] = await rowsOf(next.previewId, 'gone');
    expect(gone).toMatchObject({ number: 'A', line: null, canTake: true });
    await apply(next.previewId, { except: [gone!.index] });
    expect(await monthOf('arrests', '2026-02')).toBe(2);
  });

  it('find a record again by its own number when its date was mended', async () => {
    const arrests = 'Occurrence number,Arrest number,Arrest date';
    await extract('arrests', arrests, 'A,77,2026-02-01');
    const next = await preview('arrests', arrests, 'A,77,2026-03-01');
    expect(next.counts).toMatchObject({ changed: 1, new: 0, gone: 0 });
    await apply(next.previewId);
    expect([await monthOf('arrests', '2026-02'), await monthOf('arrests', '2026-03')]).toEqual([0, 1]);
  });

  it('know a record that was entered by hand', async () => {
    const { id } = await fileOf('A');
    await test.call('arrests.record', { investigationId: id, arrestedOn: '2026-02-01', youth: false });
    const next = await preview('arrests', 'Occurrence number,Arrest date,Youth', 'A,2026-02-01,no', 'A,2026-02-01,yes');
    expect(next.counts).toMatchObject({ unchanged: 1, new: 1 });
  });

  it('refuse a file that Vigie does not hold, and an outcome that cannot be', async () => {
    const next = await preview(
      'charges',
      charges,
      'Z,2026-02-02,163.1(4),1,Laid,,',
      'A,2025-02-02,163.1(4),1,Laid,,',
      'A,2026-02-02,163.1(4),1,Recommended,Guilty,2026-03-03',
      'A,2026-02-02,163.1(4),1,Laid,Guilty,',
      'A,2026-02-02,163.1(4),x,Laid,,',
    );
    expect(next).toMatchObject({
      counts: { invalid: 5 },
      reasons: { file_unknown: 1, date_before_opening: 1, outcome_incomplete: 2, value_unknown: 1 },
    });
  });
});

describe('extracts of clearances', () => {
  const clearances = 'Occurrence number,Clearance,Clearance date';
  beforeEach(() => extract('investigations', header, 'A,2026-01-05,', 'B,2026-01-05,'));

  it('take the unit’s reasons by their code, name or letter, one for each file', async () => {
    const reason = {
      code: 'own',
      outcome: 'otherwise',
      name: { en: 'Own way', fr: 'À sa façon' },
      letter: 'Q',
    } as const;
    await test.call('clearanceReasons.save', { ...reason, active: true, version: null });
    const first = await preview(
      'clearances',
      clearances,
      'A,Insufficient evidence to proceed,2026-03-01',
      'B,q,2026-03-02',
      'B,unfounded,2026-03-03',
      'Z,q,2026-03-02',
    );
    expect(first).toMatchObject({ counts: { new: 2, invalid: 2 }, reasons: { number_twice: 1, file_unknown: 1 } });
    const { importId } = await apply(first.previewId);
    const held = async (number: string) =>
      (await test.call('clearance.get', { investigationId: (await fileOf(number)).id })).clearance;
    expect(await held('A')).toMatchObject({ founded: true, reason: 'insufficient_evidence', on: '2026-03-01' });
    expect(await held('B')).toMatchObject({ reason: 'own' });
    const next = await preview('clearances', clearances, 'A,Non fondé,2026-03-05', 'B,nonsense,2026-03-02');
    expect(next).toMatchObject({ counts: { changed: 1, invalid: 1, gone: 0 }, reasons: { value_unknown: 1 } });
    const second = await apply(next.previewId);
    expect(await held('A')).toMatchObject({ founded: false, reason: null });
    await test.call('imports.undo', { importId: second.importId, jobId: newJob() });
    expect(await held('A')).toMatchObject({ founded: true, reason: 'insufficient_evidence', on: '2026-03-01' });
    await test.call('imports.undo', { importId, jobId: newJob() });
    expect(await held('A')).toBeNull();
  });

  it('never write over what the unit recorded itself', async () => {
    const status = { founded: false, reason: null, on: '2026-02-01' } as const;
    await test.call('clearance.record', { investigationId: (await fileOf('A')).id, version: null, status });
    const next = await preview('clearances', clearances, 'A,Insufficient evidence to proceed,2026-03-01');
    expect(next.counts).toMatchObject({ conflict: 1 });
  });
});
