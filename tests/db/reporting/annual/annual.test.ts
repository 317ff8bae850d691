import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect } from 'vitest';
import type { FiscalQuarter, FiscalYear, Month, Quarter } from '#contract/ground/dates';
import type { PrintedPage } from '#contract/ground/printedPage';
import { isInProgress, type AnnualContent } from '#contract/reporting/annual';
import { verifyAnnual } from '../../../../db/reporting/annual/verify.ts';
import { readDataPackage } from '../../../support/dataPackage.ts';
import { newSender, wholeCells, type Coordination } from '../../../support/packs.ts';
import { readers } from '../../../support/readers.ts';
import { vigie } from '../../entry/cli/support.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

// Over by the day of the tests, 24 November 2026.
const fiscalYear = 2025 as FiscalYear;
const quarterOf = (quarter: number): Quarter => ({ fiscalYear, quarter: quarter as FiscalQuarter });
const lastMonths = ['2025-06' as Month, '2025-09' as Month] as const;
const sender = newSender();
const why = { en: 'The unit had no analyst.', fr: 'L’unité n’avait pas d’analyste.' };
let year: { readonly agreementId: never; readonly fiscalYear: FiscalYear };
let exportedAt: number;

const call: Coordination['test']['call'] = (method, input) => coordination.test.call(method, input);
const prepare = () => call('annual.prepare', year);
const valueOf = ({ indicators }: AnnualContent, code: string) => indicators.find((each) => each.code === code)!;

async function send(quarter: number, arrests = 2): Promise<void> {
  exportedAt += 1;
  const last = lastMonths[quarter - 1]!;
  const cells = wholeCells(sender.unitId, '2025-01' as Month, last, (month, measure) =>
    measure === 'arrests' && month === last ? arrests : undefined,
  );
  await coordination.receive(sender, quarterOf(quarter), exportedAt, cells);
}

async function lockReturn(quarter: number, restate = false) {
  const which = { agreementId: year.agreementId, quarter: quarterOf(quarter), restate, jobId: randomUUID() };
  const { contentHash } = await call('returns.prepare', which);
  return call('returns.lock', { ...which, contentHash });
}

async function giveReasons(quarters: readonly number[]): Promise<void> {
  for (const quarter of quarters)
    await call('annual.saveText', {
      ...{ ...year, id: null, version: null, kind: 'missing_quarter' },
      ...{ quarter: quarter, text: why },
    });
}

const lockYear = async () => call('annual.lock', { ...year, contentHash: (await prepare()).contentHash });

beforeEach(async () => {
  exportedAt = 10;
  await send(1);
  year = { agreementId: (await coordination.agreementFor([sender])) as never, fiscalYear };
});

describe('an annual report', () => {
  it('adds up the locked returns of its quarters, and is not locked while a quarter is missing without a reason', async () => {
    expect(
      await coordination.test.refusal('annual.lock', { ...year, contentHash: (await prepare()).contentHash }),
    ).toEqual({ code: 'conflict', reason: 'return_not_locked' });
    await lockReturn(1);
    await send(2, 5);
    await lockReturn(2);
    const { content, unexplained, locked } = await prepare();
    expect([unexplained, locked]).toEqual([[3, 4], null]);
    expect(
      await coordination.test.refusal('annual.lock', { ...year, contentHash: (await prepare()).contentHash }),
    ).toEqual({ code: 'conflict', reason: 'quarter_without_reason' });
    const arrests = valueOf(content, 'C3');
    const cells = arrests.cells.map(({ value }) => value);
    expect(cells).toHaveLength(2);
    expect(arrests).toMatchObject({ value: cells[0]! + cells[1]!, status: 'partial', quarters: 2, basis: 'sum' });
    expect(arrests.cells).toMatchObject([
      { quarter: 1, covered: 1, asked: 1 },
      { quarter: 2, covered: 1, asked: 1 },
    ]);
    expect(valueOf(content, 'B1').value).toBe(valueOf(content, 'B1').cells[0]!.value);
    expect(valueOf(content, 'B2')).toMatchObject({ value: null, status: 'not_available', basis: 'closing' });

    await giveReasons([3, 4]);
    const first = await lockYear();
    expect(first).toMatchObject({ sequence: 1, lockedBy: 'Coordinator' });
    expect(await prepare()).toMatchObject({ isCurrent: true, unexplained: [] });
    expect(
      await coordination.test.refusal('annual.lock', { ...year, contentHash: (await prepare()).contentHash }),
    ).toEqual({ code: 'conflict', reason: 'return_unchanged' });
    expect(await coordination.test.refusal('annual.lock', { ...year, contentHash: first.contentHash })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
  });

  it('owes nothing for quarters to come or outside the agreement, and is drafted but not locked until the year ends', async () => {
    const { test } = coordination;
    const last = '2026-06' as Month;
    await coordination.receive(
      sender,
      { fiscalYear: 2026, quarter: 1 } as Quarter,
      20,
      wholeCells(sender.unitId, '2026-01' as Month, last),
    );
    year = { ...year, fiscalYear: 2026 as FiscalYear };
    const which = {
      agreementId: year.agreementId,
      quarter: { fiscalYear: 2026, quarter: 1 },
      jobId: randomUUID(),
    } as const;
    await call('returns.lock', { ...which, contentHash: (await call('returns.prepare', which)).contentHash });
    const { content, unexplained } = await prepare();
    expect(content.quarters.map(({ notDue }) => notDue)).toEqual([null, null, 'not_ended', 'not_ended']);
    expect([unexplained, isInProgress(content)]).toEqual([[2], true]);
    await giveReasons([2]);
    const refused = { ...year, contentHash: (await prepare()).contentHash };
    expect(await test.refusal('annual.lock', refused)).toEqual({ code: 'conflict', reason: 'year_not_ended' });

    const pages: PrintedPage[] = [];
    Object.assign(test.store.options, {
      print: (page: PrintedPage) => Promise.resolve((pages.push(page), Buffer.from('%PDF-1.4'))),
    });
    const written = await call('annual.draft', { ...year, folder: test.grant(test.parent) });
    expect(written.folderName).toBe('AG-1-FY2026-27-annual-draft');
    expect(written.files.map(({ name }) => name)).toEqual([
      ...['draft-annual-report.xlsx', 'draft-annual-report.pdf', 'draft-annual-indicators.csv'],
    ]);
    for (const words of [
      'DRAFT',
      'ÉBAUCHE',
      'Year in progress',
      'Exercice en cours',
      'Not ended yet',
      'Pas encore terminé',
    ])
      expect(pages[0]!.html).toContain(words);
    expect(pages[0]!.html).not.toContain('SHA-256');
    const csv = readFileSync(join(test.parent, written.folderName, 'draft-annual-indicators.csv'), 'utf8');
    expect(csv).toContain(',not_ended');

    const { content: before } = await call('annual.prepare', { ...year, fiscalYear: 2024 });
    expect(before.quarters.map(({ notDue }) => notDue)).toEqual(['outside', 'outside', 'outside', 'outside']);
  });

  it('keeps one reason for a quarter, whichever text is written over', async () => {
    await giveReasons([3, 4]);
    const { texts } = await prepare();
    const [third] = texts.filter(({ quarter }) => quarter === 3);
    const moved = { ...year, id: third!.id, version: third!.version, kind: 'missing_quarter', quarter: 4 } as const;
    expect(await coordination.test.refusal('annual.saveText', { ...moved, text: why })).toEqual({ code: 'not_found' });
    expect((await prepare()).texts.map(({ quarter }) => quarter)).toEqual([3, 4]);
  });

  it('marks a quarter that was restated, and a new version supersedes the one before', async () => {
    await lockReturn(1);
    await giveReasons([2, 3, 4]);
    await lockYear();
    await send(1, 4);
    const { reasons, sequence, cells } = await restatedCells();
    expect(reasons).toEqual([]);
    await call('returns.giveReason', {
      ...{ agreementId: year.agreementId, quarter: quarterOf(1), sequence, cells, why },
    });
    await lockReturn(1, true);
    const { content, isCurrent, locked } = await prepare();
    expect([isCurrent, locked!.sequence, content.quarters[0]!.locked!.sequence]).toEqual([false, 1, 2]);
    expect(content.supersedes).toEqual({ sequence: 1, contentHash: locked!.contentHash });
    expect((await lockYear()).sequence).toBe(2);
    // What comes after a reason was given takes its place.
    await send(2, 4);
    await lockReturn(2);
    expect((await prepare()).content.quarters[1]).toMatchObject({ reason: null, locked: { sequence: 1 } });
  });

  it('is exported as a signed folder that the command line verifies, and a changed file is found', async () => {
    const { test } = coordination;
    await lockReturn(1);
    await giveReasons([2, 3, 4]);
    const lesson = { en: 'Train before the peak.', fr: 'Former avant la pointe.' };
    await call('annual.saveText', { ...year, id: null, version: null, kind: 'lesson', quarter: null, text: lesson });
    expect(await test.refusal('annual.export', { ...year, folder: test.grant(test.parent) })).toEqual({
      code: 'conflict',
      reason: 'return_not_locked',
    });
    await lockYear();
    const pages: PrintedPage[] = [];
    const print = (page: PrintedPage) => Promise.resolve((pages.push(page), Buffer.from('%PDF-1.4')));
    Object.assign(test.store.options, { print });
    const parent = join(test.parent, 'out');
    mkdirSync(parent);
    const written = await call('annual.export', { ...year, folder: test.grant(parent), separator: 'semicolon' });
    Object.assign(test.store.options, { print: null });
    const folder = join(parent, written.folderName);
    expect(written.folderName).toBe('AG-1-FY2025-26-annual');
    expect(readdirSync(folder).sort()).toEqual([
      ...['annual-indicators.csv', 'annual-report.json', 'annual-report.pdf', 'annual-report.xlsx'],
      ...['datapackage.json', 'manifest.json'],
    ]);
    const { html } = pages[0]!;
    for (const words of ['Annual report', 'Rapport annuel', lesson.en, lesson.fr, why.en, why.fr, 'Manquant'])
      expect(html).toContain(words);
    const sheets = await readXlsxFile(join(folder, 'annual-report.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Quarters - Trimestres', 'Indicators - Indicateurs', 'Estimate - Estimation', 'GBA Plus - ACS Plus'],
      ...['Other sources - Autres sources', 'Lessons - Leçons'],
    ]);
    const ofSheet = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
    // A sheet without a row says so, and has no bare header.
    expect(ofSheet('Other sources - Autres sources')).toEqual([
      ['No finding of another source is registered for this year.'],
      ['Aucune constatation d’une autre source n’est inscrite pour cet exercice.'],
    ]);
    expect(html).toContain('No finding of another source is registered for this year.');
    expect(ofSheet('Lessons - Leçons')[1]).toEqual(['Lessons learned / Leçons apprises', lesson.en, lesson.fr]);
    const csv = readFileSync(join(folder, 'annual-indicators.csv'), 'utf8');
    expect(csv).toContain('AG-1;2025-26;Q1;');
    // Four quarters and the year for each indicator, and the heads.
    expect(csv.trim().split('\r\n')).toHaveLength((await prepare()).content.indicators.length * 5 + 1);

    expect(readDataPackage(folder).name).toBe('ag-1-fy2025-26-annual');
    expect(await verifyAnnual(folder, readers)).toMatchObject({
      ...{ ok: true, problems: [], fingerprint: written.fingerprint },
      facts: { agreement: 'AG-1', fiscalYear, version: 1, supersedes: null },
    });
    expect((await verifyAnnual(folder, readers, `${written.fingerprint.slice(0, -1)}Z`)).problems).toEqual([
      { code: 'signer_differs', file: 'manifest.json' },
    ]);
    const said = await vigie(['return', 'verify', folder, '--lang', 'fr']);
    expect([said.exitCode, said.out.includes('rapport annuel')]).toEqual([0, true]);
    writeFileSync(join(folder, 'annual-indicators.csv'), csv.replace('Q1', 'Q2'));
    const changed = await vigie(['return', 'verify', folder]);
    expect([changed.exitCode, changed.out.includes('annual-indicators.csv')]).toEqual([3, true]);
  });
});

describe('the texts of a year', () => {
  const lesson = { en: 'One lesson.', fr: 'Une leçon.' };

  it('are kept by agreement and year, replaced by who saw them, removed, and audited', async () => {
    const text = { ...year, kind: 'lesson' as const, quarter: null, text: lesson };
    const { id } = await call('annual.saveText', { ...text, id: null, version: null });
    const later = { ...text, id, version: 1, text: { ...lesson, en: 'Another.' } };
    await call('annual.saveText', later);
    expect(await coordination.test.refusal('annual.saveText', later)).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect((await prepare()).content.notes).toEqual([{ kind: 'lesson', text: { ...lesson, en: 'Another.' } }]);
    const next = await call('annual.prepare', { ...year, fiscalYear: 2027 });
    expect(next.texts).toEqual([]);
    expect(
      await coordination.test.refusal('annual.saveText', {
        ...text,
        id: null,
        version: null,
        quarter: 1,
      }),
    ).toEqual({ code: 'invalid_input' });
    await call('annual.removeText', { ...year, id, version: 2 });
    expect((await prepare()).texts).toEqual([]);
  });
});

describe('the register of other sources', () => {
  const found = {
    finding: { en: '80% of the images are of girls.', fr: '80 % des images sont de filles.' },
    population: { en: 'Images analysed', fr: 'Images analysées' },
    method: { en: 'Manual review', fr: 'Analyse manuelle' },
    ...{ source: 'Fictitious centre, 2022', publishedOn: '2022-03-31' },
  };

  it('is kept for the year in which a finding was listed and those after it, apart from the figures of units', async () => {
    await lockReturn(1);
    const { content: before } = await prepare();
    const { id } = await call('annual.saveSource', { ...year, id: null, version: null, ...found });
    const { content, sources } = await prepare();
    expect(sources).toEqual([{ ...found, id, version: 1, since: 2025 }]);
    expect(content.otherSources).toEqual([found]);
    expect([content.gba, content.indicators]).toEqual([before.gba, before.indicators]);
    const of = async (fiscalYear: number) => (await call('annual.prepare', { ...year, fiscalYear })).sources;
    expect([await of(2024), (await of(2026)).length]).toEqual([[], 1]);

    const changed = { ...year, id, version: 1, ...found, method: { en: 'Sample', fr: '' } };
    await call('annual.saveSource', changed);
    expect(await coordination.test.refusal('annual.saveSource', changed)).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect(
      await coordination.test.refusal('annual.saveSource', { ...changed, version: 2, finding: { en: '', fr: '' } }),
    ).toMatchObject({ code: 'invalid_input' });
    const pages: PrintedPage[] = [];
    Object.assign(coordination.test.store.options, {
      print: (page: PrintedPage) => Promise.resolve((pages.push(page), Buffer.from('%PDF-1.4'))),
    });
    const draft = await call('annual.draft', { ...year, folder: coordination.test.grant(coordination.test.parent) });
    expect(draft.files.map(({ name }) => name)).toContain('draft-other-sources.csv');
    for (const words of ['GBA Plus', 'ACS Plus', found.finding.en, found.finding.fr, found.source])
      expect(pages[0]!.html).toContain(words);
    await call('annual.removeSource', { ...year, id, version: 2 });
    expect((await prepare()).sources).toEqual([]);
  });
});

async function restatedCells() {
  const which = { agreementId: year.agreementId, quarter: quarterOf(1) };
  const { content } = await call('returns.prepare', { ...which, restate: true, jobId: randomUUID() });
  const { reasons } = await call('returns.texts', which);
  const cells = content.restatement!.changes.map(({ what, unitCode, code, month, after }) => ({
    ...{ what, unitCode, code, month, after, version: null },
  }));
  return { reasons, sequence: content.restatement!.sequence, cells };
}
