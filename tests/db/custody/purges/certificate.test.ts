import { describe, expect, it } from 'vitest';
import type { PurgeRow } from '#contract/custody/purges';
import type { HoldingBackup } from '#contract/store/backups';
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

const held = {
  en: ['Removed from', '2027-12-01', 'when a person deletes it', 'Second backup location', 'Cannot be reached'],
  fr: ['Retirée à partir du', '2027-12-01', 'quand une personne la supprime', 'Second emplacement', 'Inaccessible'],
} as const;
const backups: readonly HoldingBackup[] = [
  { place: 'workspace', name: '20261126T120000000Z-daily-0199a1b2.vigiebackup', expiresAt: Date.UTC(2027, 11, 1) },
  { place: 'workspace', name: 'before-restore-20261120T120000000Z', expiresAt: null },
  { place: 'second', name: null, expiresAt: null },
];

const certified = (locale: 'en' | 'fr', still: readonly HoldingBackup[]) =>
  certificateOf({
    language: languages[locale],
    unit: 'U07 - North',
    marking: 'PROTECTED B',
    on: row.purgedOn,
    today: row.purgedOn,
    purges: [row, { ...row, number: 'FICT-2', class: 'any', years: 10 }],
    backups: still,
  });

describe('a certificate of destruction', () => {
  it.each(['en', 'fr'] as const)('names the backups that still hold the file, and when each is gone: %s', (locale) => {
    const { html } = certified(locale, backups);
    for (const text of held[locale]) expect(html).toContain(text);
    for (const { name } of backups) expect(html).toContain(name ?? '');
    const without = certified(locale, []).html;
    for (const text of held[locale]) expect(without).not.toContain(text);
    expect(without).toMatch(/No backup|Aucune sauvegarde/);
  });

  it.each(['en', 'fr'] as const)('names the file, the rule and both persons: %s', (locale) => {
    const { html, header } = certified(locale, []);
    for (const text of said[locale]) expect(html).toContain(text);
    expect(html).toContain('A. &lt;Approver&gt;');
    expect(html).toContain('FICT-2');
    expect(header).toContain('PROTECTED B');
    expect(html).toContain(`<html lang="${locale}-CA">`);
  });
});
