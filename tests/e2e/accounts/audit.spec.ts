import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, callFromPage, longTest } from '../../support/launch.ts';

const words = {
  en: {
    viewed: 'View an investigation',
    searched: 'Search everywhere',
    masked: 'words masked',
    kind: 'Type of act',
    searchedKind: 'Searched',
    number: 'File number',
    from: 'From',
    export: 'Export these entries…',
    exported: /entr(y|ies) exported/,
    verify: 'Verify chain',
    intact: /intact/,
    head: 'Earlier head',
    missing: 'The chain does not contain this head',
    ofFile: 'Views and changes',
    refused: 'Refused',
  },
  fr: {
    viewed: 'Consulter une enquête',
    searched: 'Chercher partout',
    masked: 'mots masqués',
    kind: 'Type d’acte',
    searchedKind: 'Recherché',
    number: 'Numéro de dossier',
    from: 'Du',
    export: 'Exporter ces inscriptions…',
    exported: /inscriptions? exportées?/,
    verify: 'Vérifier la chaîne',
    intact: /intacte/,
    head: 'Tête antérieure',
    missing: 'La chaîne ne contient pas cette tête',
    ofFile: 'Consultations et modifications',
    refused: 'Refusé',
  },
} as const;

for (const locale of languages) {
  longTest(`an administrator reads in plain words who did what (${locale})`, async ({ vigie, window, userData }) => {
    const say = words[locale];
    const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, locale);
    const file = await ask(window, 'investigations.open', {
      unitId,
      openedOn: '2026-10-03',
      referralIds: [],
      lead: null,
    });
    await ask(window, 'investigations.get', { investigationId: file.id });
    await ask(window, 'search.everywhere', { text: 'harbour' });
    await callFromPage(window, 'investigations.get', { investigationId: unitId });

    await window.evaluate(() => {
      location.hash = '/admin/audit';
    });
    const journal = window.getByRole('table');
    const row = (text: string) => journal.getByRole('row').filter({ hasText: text });
    await expect(row(say.viewed).filter({ hasText: file.number })).toHaveCount(1);
    await expect(row(say.searched)).toContainText(say.masked);
    await expect(row(say.refused).first()).toBeVisible();
    await expectAccessible(window, 'the audit journal');
    await window.screenshot({ path: `test-results/audit-${locale}.png` });

    await window.getByLabel(say.kind).selectOption(say.searchedKind);
    await expect(row(say.viewed)).toHaveCount(0);
    await expect(row(say.searched)).toHaveCount(1);
    await window.getByLabel(say.kind).selectOption('');
    await window.getByLabel(say.number).fill(file.number);
    await expect(row(say.searched)).toHaveCount(0);
    await expect(row(say.viewed).first()).toBeVisible();

    const path = join(folder, 'journal.csv');
    await answerDialogs(vigie, { save: path });
    await window.getByRole('button', { name: say.export }).click();
    await expect(window.getByText(say.exported)).toBeVisible();
    expect(await readFile(path, 'utf8')).toContain(say.viewed);

    await window.getByRole('button', { name: say.verify }).click();
    await expect(window.getByText(say.intact)).toBeVisible();
    await window.screenshot({ path: `test-results/audit-filtered-${locale}.png` });
    await window.getByLabel(say.head).fill('ab'.repeat(32));
    await window.getByRole('button', { name: say.verify }).click();
    await expect(window.getByText(say.missing)).toBeVisible();

    await row(say.viewed).first().getByRole('link', { name: file.number }).click();
    const history = window.getByRole('region', { name: say.ofFile });
    await history.scrollIntoViewIfNeeded();
    await expect(history.getByRole('listitem').filter({ hasText: say.viewed }).first()).toContainText('J. Roy');
    await window.screenshot({ path: `test-results/audit-file-${locale}.png` });

    const referral = await ask(window, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' });
    await window.evaluate((id) => {
      location.hash = `/referrals/${id}`;
    }, referral.id);
    const access = window.getByRole('heading', { name: say.ofFile });
    await access.scrollIntoViewIfNeeded();
    await window.screenshot({ path: `test-results/audit-referral-${locale}.png` });
  });
}
