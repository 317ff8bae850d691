import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createTestStore, today } from '../../../support/store.ts';
import { header, mappingFor, officerOfTwoUnits, previewFile, writeFile } from './support.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

async function refusals(...lines: readonly string[]) {
  const path = writeFile(test, [header, ...lines, ''].join('\n'));
  const { previewId } = await previewFile(test, path, mappingFor(unitId));
  const { rows } = await test.call('imports.previewRows', { previewId, verdict: 'invalid', offset: 0, size: 50 });
  expect(rows).toHaveLength(lines.length);
  return { previewId, refused: rows.map((row) => row.refusals) };
}

describe('a refused row', () => {
  it('states what is written, and the nearest form that is accepted', async () => {
    const { refused } = await refusals(
      '2026-02-31,NCECC,A1,,,,,,U01',
      '2026-31-01,NCECC,A2,,,,,,U01',
      '3 mai 2026,NCECC,A3,,,,,,U01',
      '30 févr. 2026,NCECC,C1,,,,,,U01',
      'soon,NCECC,A4,,,,,,U01',
      ',NCECC,A5,,,,,,U01',
      '2031-01-01,NCECC,A6,,,,,,U01',
      '1919-05-07,NCECC,A6b,,,,,,U01',
      '1935-05-07,NCECC,A6c,,,,,,U01',
      '2026-01-05,Cibertip,A7,,,,,,U01',
      '2026-01-05,Space,A8,,,,,,U01',
      '2026-01-05,NCECC,A9,,Hihg,,,,U01',
      '2026-01-05,NCECC,B1,,,,2026-01-02,concluded,U01',
      '2026-01-05,NCECC,B2,,,,2026-02-30,concluded,U01',
      '2026-01-05,NCECC,B3,,,,2026-01-09,concludd,U01',
      '2026-01-05,NCECC,B4,,,,,concluded,U01',
      '2026-01-05,NCECC,B5,,,,,,U0I',
      '2026-01-05,NCECC,B6,,,',
      `2026-01-05,NCECC,${'7'.repeat(61)},,,,,,U01`,
    );
    const received = { field: 'receivedOn' };
    expect(refused).toEqual([
      [{ reason: 'date_not_real', ...received, value: '2026-02-31', nearest: '2026-02-28' }],
      [{ reason: 'date_not_real', ...received, value: '2026-31-01', nearest: '2026-01-31' }],
      [{ reason: 'date_not_real', ...received, value: '3 mai 2026', nearest: '2026-05-03' }],
      [{ reason: 'date_not_real', ...received, value: '30 févr. 2026', nearest: '2026-02-28' }],
      [{ reason: 'date_not_real', ...received, value: 'soon', nearest: null }],
      [{ reason: 'date_missing', ...received, value: '', nearest: null }],
      [{ reason: 'date_in_future', ...received, value: '2031-01-01', nearest: today }],
      [{ reason: 'date_too_early', ...received, value: '1919-05-07', nearest: '2019-05-07' }],
      [{ reason: 'date_too_early', ...received, value: '1935-05-07', nearest: null }],
      [{ reason: 'source_unknown', field: 'source', value: 'Cibertip', nearest: 'cybertip' }],
      [{ reason: 'source_unknown', field: 'source', value: 'Space', nearest: null }],
      [{ reason: 'risk_band_unknown', field: 'riskBand', value: 'Hihg', nearest: 'high' }],
      [{ reason: 'concluded_before_received', field: 'concludedOn', value: '2026-01-02', nearest: '2026-01-05' }],
      [{ reason: 'date_not_real', field: 'concludedOn', value: '2026-02-30', nearest: '2026-02-28' }],
      [{ reason: 'conclusion_unknown', field: 'conclusion', value: 'concludd', nearest: 'concluded' }],
      [{ reason: 'conclusion_incomplete', field: 'concludedOn', value: '', nearest: null }],
      [{ reason: 'unit_unknown', field: 'unitCode', value: 'U0I', nearest: 'U01' }],
      [{ reason: 'wrong_number_of_columns', field: null, value: '6', nearest: '9' }],
      [{ reason: 'text_too_long', field: 'externalNumber', value: '7'.repeat(61), nearest: '7'.repeat(60) }],
    ]);
  });

  it('names the unit that is called so, or the units that there are, and a source for an empty one', async () => {
    const { refused } = await refusals(
      '2026-01-05,NCECC,A1,,,,,,Unite U-01',
      '2026-01-05,NCECC,A2,,,,,,Montréal',
      '2026-01-05,,A3,,,,,,U01',
      '2026-01-05,n/a,A4,,,,,,U01',
    );
    const unitCode = { reason: 'unit_unknown', field: 'unitCode' };
    const source = { reason: 'source_unknown', field: 'source' };
    expect(refused).toEqual([
      [{ ...unitCode, value: 'Unite U-01', nearest: 'U01' }],
      [{ ...unitCode, value: 'Montréal', nearest: 'U01' }],
      [{ ...source, value: '', nearest: 'other' }],
      [{ ...source, value: 'n/a', nearest: 'other' }],
    ]);
    const several = await createTestStore();
    const [first] = await officerOfTwoUnits(several);
    const path = writeFile(several, [header, '2026-01-05,NCECC,A2,,,,,,Montréal', ''].join('\n'));
    const { previewId } = await previewFile(several, path, mappingFor(first));
    const { rows } = await several.call('imports.previewRows', { previewId, verdict: 'invalid', offset: 0, size: 5 });
    several.dispose();
    expect(rows.map((row) => row.refusals)).toEqual([[{ ...unitCode, value: 'Montréal', nearest: 'U01, U02' }]]);
  });

  it('says so in the saved report, in either language', async () => {
    const { previewId } = await refusals('2026-02-31,Cibertip,A1,,,,,,U01');
    const report = async (locale: 'en' | 'fr') => {
      const path = join(test.parent, `${locale}.csv`);
      await test.call('imports.saveReport', { previewId, file: test.grant(path), locale });
      return readFileSync(path, 'utf8');
    };
    expect(await report('en')).toContain(
      'Received on: “2026-02-31”. A day that exists, as 2026-02-28. Nearest accepted: 2026-02-28.',
    );
    expect(await report('en')).toContain(
      'Source: “Cibertip”. A source by its name or code. Nearest accepted: Cybertip.ca.',
    );
    expect(await report('fr')).toMatch(
      /Reçu le\u00a0: «\u00a02026-02-31\u00a0». Un jour qui existe, comme 2026-02-28\. Le plus proche\u00a0: 2026-02-28./,
    );
  });
});
