import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ReturnContent } from '#contract/reporting/returns';
import { languages } from '../../../../db/documents/page/language.ts';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { indicatorsOf } from '../../../../db/reporting/annual/quarters.ts';
import { cashStatement } from '../../../../db/reporting/returns/cashFlow.ts';
import { indicatorTable } from '../../../../db/reporting/returns/files/tidy.ts';
import { makeRelease } from '../../../../db/reporting/returns/release/make.ts';
import { releasedIndicators } from '../../../../db/reporting/returns/release/rows.ts';
import { indicatorSheet as releasedSheet } from '../../../../db/reporting/returns/release/sheets.ts';
import { byAgreementPart } from '../../../../db/reporting/returns/parts/byAgreement.ts';
import { byUnitPart } from '../../../../db/reporting/returns/parts/byUnit.ts';
import { indicatorsPart } from '../../../../db/reporting/returns/parts/indicators.ts';
import { funderCode, underFundersCodes } from '../../../support/fundersCodes.ts';
import { newKey, quarterTwo } from '../../../support/packs.ts';
import { it, held } from '../../../support/fixtures/shared/exportedReturn.ts';

let own: ReturnContent;
let theirs: ReturnContent;

it.beforeAll(async () => {
  const { test } = held.coordination;
  const line = { code: 'L1', category: 'tools', budget: 900_000, q2Forecast: 500_050, q2Actual: 500_050 };
  await test.call('funding.save', {
    agreementId: held.locked.agreementId,
    register: 'budget',
    fiscalYear: 2026,
    changes: [{ do: 'add', cells: line }],
  });
  const asked = { agreementId: held.locked.agreementId, quarter: quarterTwo, restate: true, jobId: randomUUID() };
  ({ content: own } = await test.call('returns.prepare', asked));
  theirs = underFundersCodes(own);
}, 120_000);

/** Without the codes and the names of indicators. */
const plain = (rows: readonly object[]) =>
  rows.map((row) => Object.entries(row).filter(([column]) => column !== 'indicator_code'));
const codesOf = (rows: readonly { readonly indicator_code: unknown }[]) =>
  rows.map((row) => String(row.indicator_code));

describe('a return under a funder’s own codes', () => {
  it('has the same rows, periods, shares and sources in its CSV', () => {
    const [mine, others] = [indicatorTable(own), indicatorTable(theirs)];
    expect(plain(others)).toEqual(plain(mine));
    expect(codesOf(others)).toEqual(codesOf(mine).map(funderCode));
  });

  it('has the same formats in its workbook, and the same amounts on paper', () => {
    const figures = [indicatorsPart, byUnitPart];
    for (const part of figures) expect(part(theirs).sheets[0]!.rowFormats).toEqual(part(own).sheets[0]!.rowFormats);
    const text = (content: ReturnContent) =>
      figures.map((part) =>
        part(content)
          .page(languages.en)
          .text.replaceAll(/(?:PS-)?\b[A-Z]\d\b/g, ''),
      );
    expect(text(theirs)).toEqual(text(own));
    const spending = { f1: 5000.5, difference: 0 };
    expect([own, theirs].map(cashStatement)).toMatchObject([
      { ...spending, names: { f1: { fr: 'Dépenses (F1) de ce rapport' } } },
      { ...spending, names: { f1: { fr: 'Dépenses (PS-F1) de ce rapport' } } },
    ]);
  });

  it('is the same year under its codes, with the same counts for GBA Plus', () => {
    const yearOf = (content: ReturnContent) =>
      indicatorsOf([{ quarter: 2 as never, snapshot: { content } as never }], 1);
    const [mine, others] = [yearOf(own), yearOf(theirs)];
    expect(others.map(({ own: ours, code }) => ours ?? code)).toEqual(mine.map(({ code }) => code));
    expect(others.map(({ basis, value }) => [basis, value])).toEqual(mine.map(({ basis, value }) => [basis, value]));
    expect(others.map(({ code }) => code)).toEqual(mine.map(({ code }) => funderCode(code)));
    expect(mine.every((each) => !('own' in each))).toBe(true);
  });

  it('releases the same, protected in the same cells', () => {
    const key = newKey();
    const [mine, others] = [own, theirs].map((content) =>
      makeRelease(content, { method: 'suppression', base: 5 }, key, []),
    );
    expect(others!.record).toEqual(mine!.record);
    const rows = [releasedIndicators(own, mine!.content), releasedIndicators(theirs, others!.content)] as const;
    expect(plain(rows[1])).toEqual(plain(rows[0]));
    expect(codesOf(rows[1])).toEqual(codesOf(rows[0]).map(funderCode));
    expect(releasedSheet(theirs, others!.content).rowFormats).toEqual(releasedSheet(own, mine!.content).rowFormats);
  });
});

describe('the return of all under a funder’s own codes', () => {
  it('has each agreement’s own figures under those codes, by name, and adds them up', async () => {
    const { test } = held.coordination;
    const all = async () => {
      const { consolidated } = await test.call('returns.list', {});
      const asked = { agreementId: consolidated!.id, quarter: quarterTwo, jobId: randomUUID() };
      return (await test.call('returns.prepare', asked)).content;
    };
    const before = await all();
    const path = join(test.parent, 'framework.json');
    const indicators = framework.indicators.map((each) => ({ ...each, code: funderCode(each.code) }));
    const file = {
      format: 'vigie-framework',
      version: '9',
      name: { en: 'Framework of the funder', fr: 'Cadre du bailleur de fonds' },
      validFrom: '2026-07-01',
      validTo: null,
      indicators,
    };
    writeFileSync(path, JSON.stringify(file));
    await test.call('frameworks.import', { file: test.grant(path) });
    const after = await all();
    expect(after.agreementFigures).toEqual(
      before.agreementFigures.map((each) => ({ ...each, code: funderCode(each.code) })),
    );
    expect(before.agreementFigures.filter(({ value }) => value !== null).map(({ code }) => code)).toEqual([
      'S1',
      'O1',
      'F1',
    ]);
    const paper = byAgreementPart(after)!.page(languages.en).text;
    expect(paper).toContain('PS-F1 Spending');
    expect(paper).toContain('$5,000.50');
    const [sheet] = byAgreementPart(after)!.sheets;
    const [plainSheet] = byAgreementPart(before)!.sheets;
    expect(sheet?.rowFormats).toEqual(plainSheet?.rowFormats);
    expect(sheet?.rows.map((row) => row.slice(4))).toEqual(plainSheet?.rows.map((row) => row.slice(4)));
    expect(
      indicatorTable(after)
        .filter((row) => row.disaggregation === 'agreement')
        .map((row) => row.source),
    ).toEqual(
      indicatorTable(before)
        .filter((row) => row.disaggregation === 'agreement')
        .map((row) => row.source),
    );
  });
});
