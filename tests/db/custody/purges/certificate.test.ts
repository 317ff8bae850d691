import { describe, expect, it } from 'vitest';
import type { PurgeRow } from '#contract/custody/purges';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { certificateOf } from '../../../../db/custody/purges/certificate.ts';
import { languages } from '../../../../db/documents/page/language.ts';

const row: PurgeRow = {
  id: '00000000-0000-4000-8000-000000000001',
  unitId: '00000000-0000-4000-8000-000000000002' as UnitId,
  kind: 'investigation',
  number: 'FICT-1',
  concludedOn: '2025-11-02' as CivilDate,
  dueOn: '2026-11-02' as CivilDate,
  class: 'not_charged',
  years: 1,
  approvedBy: 'A. <Approver>',
  purgedBy: 'B. Purger',
  purgedOn: '2026-11-27' as CivilDate,
  rows: 12,
};

const said = {
  en: ['Certificate of destruction', 'U07 - North', 'FICT-1', 'Not charged, 1 year', 'B. Purger', 'November'],
  fr: ['Certificat de destruction', 'U07 - North', 'FICT-1', 'Sans accusation, 1 an', 'B. Purger', 'novembre'],
} as const;

describe('a certificate of destruction', () => {
  it.each(['en', 'fr'] as const)('names the file, the rule and both persons: %s', (locale) => {
    const { html, header } = certificateOf({
      language: languages[locale],
      unit: 'U07 - North',
      marking: 'PROTECTED B',
      on: row.purgedOn,
      today: row.purgedOn,
      purges: [row, { ...row, number: 'FICT-2', class: 'any', years: 10 }],
    });
    for (const text of said[locale]) expect(html).toContain(text);
    expect(html).toContain('A. &lt;Approver&gt;');
    expect(html).toContain('FICT-2');
    expect(header).toContain('PROTECTED B');
    expect(html).toContain(`<html lang="${locale}-CA">`);
  });
});
