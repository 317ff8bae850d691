import { describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import type { TemplateSource } from '#contract/reporting/templates';
import { figureRestsOnForm } from '#contract/reporting/unsigned';
import { languages } from '../../../../db/documents/page/language.ts';
import { indicatorTable } from '../../../../db/reporting/returns/files/tidy.ts';
import { byAgreementPart } from '../../../../db/reporting/returns/parts/byAgreement.ts';
import { byUnitPart } from '../../../../db/reporting/returns/parts/byUnit.ts';
import { indicatorsPart } from '../../../../db/reporting/returns/parts/indicators.ts';
import { resolve } from '../../../../db/reporting/returns/templates/resolve.ts';
import { contentOf, newSender, packText, payloadFor, quarterThree, wholeCells } from '../../../support/packs.ts';
import { receiveForm } from '../../../support/kitForm.ts';
import { it, coordination as national } from '../../../support/fixtures/shared/coordination.ts';

let content: ReturnContent;
let ofAll: ReturnContent;

/** A unit whose second quarter came in a form, and whose third is the first that its own workspace signs. */
it.beforeAll(async () => {
  const { test } = national;
  const { inbox } = await receiveForm(national);
  await test.call('rollup.import', { place: test.grant(inbox), name: 'form.xlsx', acceptUnsigned: true });
  const [first, last] = ['2026-07', '2026-12'] as [Month, Month];
  const signed = newSender('U01');
  await national.receive(signed, quarterThree, 10, wholeCells(signed.unitId, first, last));
  const joined = newSender('X01');
  const months = wholeCells(joined.unitId, '2026-10' as Month, last).filter(
    ({ measure }) => measure !== 'backlog_opening',
  );
  const path = national.write(packText(payloadFor(joined, quarterThree, 20, months), joined.key));
  await test.call('packs.import', {
    file: test.grant(path),
    confirmFingerprint: joined.fingerprint,
    accept: { changes: ['follows_forms'], reason: 'Called.' },
  });
  const agreementId = await national.agreementFor([signed, joined]);
  await test.call('funding.save', {
    agreementId,
    register: 'budget',
    fiscalYear: 2026,
    changes: [{ do: 'add', cells: { code: 'L1', category: 'tools', q2Actual: 4000, q3Actual: 5000 } }],
  });
  content = await contentOf(test, agreementId, quarterThree);
  const { consolidated } = await test.call('returns.list', {});
  ofAll = await contentOf(test, consolidated!.id, quarterThree);
}, 60_000);

const figureOf = (code: string, unitCode: string | null, of = content) =>
  of.values.find((each) => each.code === code && each.unitCode === unitCode)!;
const isMarked = (code: string, unitCode: string | null, when: 'now' | 'before', of = content) =>
  figureRestsOnForm(of, figureOf(code, unitCode, of), when);

describe('the figure of a quarter before that came in a form', () => {
  it('is marked where it is shown, and no figure of this quarter is', () => {
    expect(figureOf('R1', 'X01')).toMatchObject({ value: 90, previous: 9 });
    expect([isMarked('R1', 'X01', 'before'), isMarked('R1', 'X01', 'now')]).toEqual([true, false]);
    expect([isMarked('R1', null, 'before'), isMarked('R1', null, 'now')]).toEqual([true, false]);
    expect([isMarked('R1', 'U01', 'before'), isMarked('F1', null, 'before')]).toEqual([false, false]);
    // The form left charges of one month out: nothing is compared.
    expect(figureOf('C1', 'X01').previous).toBeNull();
    expect([isMarked('C1', 'X01', 'before'), isMarked('C1', null, 'before')]).toEqual([false, false]);
  });

  it('marks balances of this quarter that still run from the form’s', () => {
    expect(figureOf('B1', 'X01').value).toBe(118);
    expect([isMarked('B1', 'X01', 'now'), isMarked('B2', 'X01', 'now'), isMarked('B2', null, 'now')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(isMarked('B2', 'U01', 'now')).toBe(false);
  });

  it('is marked in the CSV, the workbook, on paper, in a funder’s form and in return.json', () => {
    const rows = indicatorTable(content).filter(({ disaggregation }) => disaggregation === null);
    const source = (code: string, unitCode: string | null) =>
      rows.find((row) => row.indicator_code === code && row.unit_code === unitCode)?.source;
    expect([source('R1', 'X01'), source('R1', null), source('R1', 'U01'), source('F1', null)]).toEqual([
      'pack;previous_unsigned',
      'sum;previous_unsigned',
      'pack',
      'funding',
    ]);
    const partly = 'previous quarter partly UNSIGNED';
    const [totals, units] = [indicatorsPart(content).sheets[0]!, byUnitPart(content).sheets[0]!];
    const rowsWith = (sheet: typeof totals, words: string) =>
      sheet.rows.filter((row) => row.some((cell) => String(cell).includes(words))).length;
    expect(rowsWith(totals, partly)).toBeGreaterThan(0);
    expect(totals.rows.find((row) => row[0] === 'F1')?.join()).not.toContain('UNSIGNED');
    expect(rowsWith(units, 'previous quarter UNSIGNED')).toBeGreaterThan(0);
    expect(indicatorsPart(content).page(languages.en).text).toContain(partly);
    expect(indicatorsPart(content).page(languages.fr).text).toContain('trimestre précédent en partie NON SIGNÉ');
    const status: TemplateSource = { kind: 'indicator', code: 'R1', unitCode: 'X01', part: 'status', language: 'fr' };
    expect(resolve({ content } as never, status)).toMatch(/; trimestre précédent NON SIGNÉ/);
    expect(figureOf('R1', 'X01')).toMatchObject({ previousUnsigned: true });
    expect(figureOf('R1', 'U01')).not.toHaveProperty('previousUnsigned');
  });

  it('is marked in the return of all, where what agreements’ registers give is not', () => {
    expect(isMarked('R1', null, 'before', ofAll)).toBe(true);
    expect(isMarked('F1', null, 'before', ofAll)).toBe(false);
    expect(figureOf('F1', null, ofAll).previous).not.toBeNull();
    const staff = ofAll.agreementFigures.find(({ code }) => code === 'S1');
    expect(staff).toMatchObject({ previousUnsigned: true });
    expect(staff).not.toHaveProperty('unsigned');
  });
});

describe('on paper', () => {
  it('marks each figure of a unit, and each agreement’s own in the return of all', () => {
    // The balances run from the form’s, the counts of this quarter do not.
    expect(isMarked('B1', 'X01', 'now')).toBe(true);
    const units = byUnitPart(content).page(languages.en).text;
    expect(units).toContain('118 <abbr>p</abbr> <abbr>u</abbr>');
    expect(units).toContain('“u”: UNSIGNED');
    const marked = {
      ...ofAll,
      agreementFigures: ofAll.agreementFigures.map((each) =>
        each.code === 'S1' ? { ...each, unsigned: true as const } : each,
      ),
    };
    const agreements = byAgreementPart(marked)!.page(languages.fr).text;
    expect(agreements.match(/<abbr>ns<\/abbr>/g)).toHaveLength(
      ofAll.agreementFigures.filter(({ code, value }) => code === 'S1' && value !== null).length,
    );
  });
});
