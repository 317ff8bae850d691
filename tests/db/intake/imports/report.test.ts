import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect } from 'vitest';
import { z } from 'zod';
import type { UnitId } from '#contract/ground/ids';
import { refuseAudit } from '../../../support/store.ts';
import {
  auditRowsOf,
  grantOf,
  header,
  mappingFor,
  newJob,
  officerOfTwoUnits,
  previewFile,
  previewRows,
  writeFile,
} from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitId: UnitId;
beforeEach(async () => {
  [unitId] = await officerOfTwoUnits(test);
});

const auditRows = () => auditRowsOf(test);
/** How each entry since says that the export ended: the first is its beginning, and a refusal comes last. */
const endingsSince = (before: number) =>
  auditRows()
    .slice(before)
    .map(({ facts }) => z.object({ ended: z.string().optional() }).parse(JSON.parse(facts)).ended);

describe('the report', () => {
  it.each([
    [
      'en',
      ',',
      ['Line', 'Verdict', 'Reason'],
      'Invalid',
      'a date does not exist or is not written as expected; the unit is not known here. Received on: “2026-02-31”. A day that exists, as 2026-02-28. Nearest accepted: 2026-02-28. Unit: “U99”. The code of one of your units. Nearest accepted: U01, U02.',
    ],
    [
      'fr',
      ';',
      ['Ligne', 'Verdict', 'Motif'],
      'Invalide',
      'une date n’existe pas ou n’est pas écrite comme prévu; l’unité est inconnue ici. Reçu le\u00a0: «\u00a02026-02-31\u00a0». Un jour qui existe, comme 2026-02-28. Le plus proche\u00a0: 2026-02-28. Unité\u00a0: «\u00a0U99\u00a0». Le code d’une de vos unités. Le plus proche\u00a0: U01, U02.',
    ],
  ] as const)('names each row left out, in %s', async (locale, separator, columns, verdict, why) => {
    const table = [
      header.split(','),
      ['2026-05-01', 'public', 'R1', '', '', '', '', '', ''],
      ['2026-02-31', 'public', '=1+2', '', '', `two\nlines${separator} "quoted"`, '', '', 'U99'],
      ['2026-05-01', 'public', 'r-1', '', '', '+1 514', '', '', ''],
    ];
    const text = table
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
      .join('\n');
    const { previewId } = await previewFile(test, writeFile(test, text), mappingFor(unitId), {
      reading: { kind: 'csv', encoding: 'utf-8', separator },
    });
    await test.call('imports.apply', { previewId, jobId: newJob() });
    const path = join(test.parent, 'report.csv');
    const before = auditRows().length;
    await test.call('imports.saveReport', { previewId, file: grantOf(test, path), locale });
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows = parse(bytes, { bom: true, delimiter: separator });
    expect(rows).toEqual([
      [...columns, ...table[0]!],
      ['3', verdict, why, '2026-02-31', 'public', "'=1+2", '', '', table[2]![5], '', '', 'U99'],
      [
        '5',
        expect.stringMatching(/^(Duplicate|Doublon)$/),
        expect.any(String),
        '2026-05-01',
        'public',
        'r-1',
        '',
        '',
        "'+1 514",
        '',
        '',
        '',
      ],
    ]);
    expect(endingsSince(before)).toEqual([undefined, 'done']);
  });

  it('leaves no half file where it cannot be written', async () => {
    const { previewId } = await previewRows(test, ['x,public,,,,,,,'], mappingFor(unitId));
    const path = join(test.parent, 'nowhere', 'report.csv');
    const before = auditRows().length;
    expect(
      await test.refusal('imports.saveReport', { previewId, file: grantOf(test, path), locale: 'en' }),
    ).toMatchObject({ code: 'not_found' });
    expect(existsSync(`${path}.part`)).toBe(false);
    expect(endingsSince(before)).toEqual([undefined, 'not_done', undefined]);
  });

  it('does not leave where it cannot be audited', async () => {
    const { previewId } = await previewRows(test, ['x,public,,,,,,,'], mappingFor(unitId));
    refuseAudit(test);
    const folder = mkdtempSync(join(test.parent, 'out-'));
    const file = grantOf(test, join(folder, 'report.csv'));
    expect(await test.refusal('imports.saveReport', { previewId, file, locale: 'en' })).toEqual({ code: 'internal' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
