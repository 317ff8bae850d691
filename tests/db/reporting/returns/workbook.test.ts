import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import readXlsxFile from 'read-excel-file/node';
import { ledgerTerm } from '#contract/ground/codes';
import { describe, expect } from 'vitest';
import { widestPage } from '../../../../db/documents/workbook/table.ts';
import { it, held } from '../../../support/fixtures/shared/exportedReturn.ts';

async function sheet(tab: string): Promise<unknown[][]> {
  const sheets = await readXlsxFile(join(held.outbox, held.exported.folderName, 'return.xlsx'));
  return sheets.find((each) => each.sheet === tab)!.data;
}

const opened = (): Promise<Workbook> =>
  new Workbook().xlsx.readFile(join(held.outbox, held.exported.folderName, 'return.xlsx'));

describe('the workbook, read back by another library', () => {
  it('has the indicators of the store, with real numbers', async () => {
    const [header, ...rows] = await sheet('Indicators - Indicateurs');
    expect(header!.slice(0, 5)).toEqual([
      'Code',
      'Indicator',
      'Indicateur',
      'Unit of measure\nUnité de mesure',
      'Value\nValeur',
    ]);
    const shared = ['R3', 'B5', 'S1', 'O1', 'S2', 'T1', 'E1', 'F1', 'P1'];
    const totals = held.content.values.filter((each) => each.unitCode === null);
    expect(rows.map((row) => [row[0], row[4], row[5], row[7], row[8], row[11], row[12]])).toEqual(
      totals.map((each) => [
        each.code,
        each.value ?? '..',
        // The second unit gave its charges in the quarter before, and cannot give them in this one.
        each.code === 'K1' || each.code === 'C1' ? '...' : (each.previous ?? '..'),
        shared.includes(each.code) ? (each.numerator ?? '..') : '...',
        shared.includes(each.code) ? (each.denominator ?? '..') : '...',
        // What only the agreement's registers give is of no unit.
        ...(each.calculation === 'funding' ? ['...', '...'] : [each.unitsCovered, each.unitsAsked]),
      ]),
    );
    const units = (await sheet('Units - Unités')).slice(1);
    expect(units.map((row) => [row[0], row[3], row[7]])).toEqual(
      held.content.units.flatMap(({ code }) =>
        held.content.values
          .filter((each) => each.unitCode === code)
          .map((each) => [code, each.code, each.value ?? '..']),
      ),
    );
  });

  it('has the ledger with real dates', async () => {
    const rows = (await sheet('Ledger - Registre')).slice(1);
    expect(rows.map((row) => row.slice(0, 15))).toEqual(
      held.content.ledger.map(({ unitCode, month, line }) => [
        unitCode,
        new Date(`${month}-01T00:00:00Z`),
        line.opening,
        ...ledgerTerm.options.map((term) => line.terms[term]),
        line.closing,
        'Yes / Oui',
      ]),
    );
  });

  it('has what people wrote, and who attests it', async () => {
    const explained = (await sheet('Explanations - Explications')).slice(1);
    const figure = held.content.values.find((each) => each.code === 'R1' && each.unitCode === 'U01')!;
    expect(explained).toEqual([
      [
        'U01',
        'R1',
        'Referrals received',
        'Signalements reçus',
        figure.previous,
        figure.value,
        'More referrals came in July.',
        'Plus de signalements sont arrivés en juillet.',
      ],
    ]);
    expect((await sheet('Narrative - Exposé')).slice(1)).toEqual([
      ['Progress / Progrès accomplis', 'progress, version 1', 'progress, version 1 (fr)'],
      ['Risks / Risques', 'risks, version 1', 'risks, version 1 (fr)'],
      ['Exceptional events / Événements exceptionnels', 'events, version 1', 'events, version 1 (fr)'],
    ]);
    const on = new Date('2026-10-15T00:00:00Z');
    expect((await sheet('Attestations')).slice(1)).toEqual([
      [
        'Attestation for the unit / Attestation de l’unité',
        'A. Fictive (unit)',
        'Inspector',
        on,
        'Preliminary / Préliminaires',
      ],
      [
        'Attestation for finance / Attestation des finances',
        'A. Fictive (finance)',
        'Inspector',
        on,
        'Preliminary / Préliminaires',
      ],
    ]);
    expect(await sheet('Restatements - Redressements')).toHaveLength(1);
  });

  it('has the estimate, the staff, the checks, the definitions and the notes', async () => {
    const estimate = (await sheet('Avoided - Évité')).slice(1);
    expect(estimate.map((row) => row[0])).toEqual(['U01', 'U02', 'Total']);
    expect(estimate.map((row) => row[9])).toEqual([
      ...held.content.counterfactual!.units.map(({ result }) =>
        result.status === 'estimated' ? result.avoided.p025 : '..',
      ),
      held.content.counterfactual!.total!.avoided.p025,
    ]);
    expect(estimate.map((row) => row[11])).toEqual([
      ...held.content.counterfactual!.units.map(({ result }) =>
        result.status === 'estimated' ? (result.sceptic?.p10 ?? '..') : '..',
      ),
      held.content.counterfactual!.total!.sceptic?.p10 ?? '..',
    ]);
    expect((await sheet('Staff - Personnel')).slice(1).map((row) => row.slice(2))).toEqual(
      Array.from({ length: 6 }, () => [5, 2.5, 40, 0]),
    );
    expect((await sheet('Data quality - Qualité')).slice(1)).toHaveLength(held.content.checks.length);
    expect((await sheet('Definitions - Définitions')).slice(1)).toHaveLength(
      2 * held.content.framework.indicators.length,
    );
    expect(JSON.stringify(await sheet('Cover - Couverture'))).toContain('T2 2026-2027 (exercice)');
    for (const [en, fr] of (await sheet('Notes - Remarques')).slice(1))
      expect([typeof en, typeof fr]).toEqual(['string', 'string']);
  });

  it('prints every sheet on its side and as wide as the page, its header row repeated, no smaller than can be read', async () => {
    const book = await opened();
    for (const { name, columns, pageSetup, headerFooter } of book.worksheets) {
      expect(pageSetup, name).toMatchObject({
        orientation: 'landscape',
        paperSize: 1,
        fitToPage: true,
        fitToHeight: 0,
        margins: { left: 0.25, right: 0.25, top: 0.6, bottom: 0.55 },
      });
      expect([headerFooter.oddHeader, headerFooter.oddFooter].map((each) => each?.includes('PROTECTED B'))).toEqual([
        true,
        true,
      ]);
      expect(pageSetup.printTitlesRow, name).toBe(name.startsWith('Cover') ? undefined : '1:1');
      const last = /:([A-Z])/.exec(pageSetup.printArea ?? '')?.[1];
      const printed = columns.slice(0, last === undefined ? undefined : last.charCodeAt(0) - 64);
      const width = printed.reduce((sum, column) => sum + (column.width ?? 0), 0);
      expect(width / pageSetup.fitToWidth, name).toBeLessThanOrEqual(widestPage);
    }
  });

  it('prints the categories of all units together, which come first, and of definitions what is counted and how', async () => {
    const book = await opened();
    const areaOf = (tab: string): string | undefined => book.getWorksheet(tab)!.pageSetup.printArea;
    const header = (tab: string, column: number): unknown => book.getWorksheet(tab)!.getCell(1, column).value;
    const breakdowns = book.getWorksheet('Breakdowns - Ventilations')!;
    const units = breakdowns.getColumn(5).values.slice(2);
    const ofAll = units.filter((unit) => unit === 'All units / Toutes les unités').length;
    expect(ofAll).toBeGreaterThan(0);
    expect(units.slice(0, ofAll)).toEqual(Array.from({ length: ofAll }, () => 'All units / Toutes les unités'));
    expect(areaOf('Breakdowns - Ventilations')).toBe(`A1:M${String(ofAll + 1)}`);
    expect(areaOf('Definitions - Définitions')).toBe(`A1:E${String(2 * held.content.framework.indicators.length + 1)}`);
    expect(header('Definitions - Définitions', 5)).toBe('Method of collection\nMéthode de collecte');
    expect(areaOf('Indicators - Indicateurs')).toMatch(/^A1:O\d+$/);
    expect(header('Indicators - Indicateurs', 16)).toBe('Definition');
    expect(areaOf('Units - Unités')).toMatch(/^A1:N\d+$/);
  });
});
