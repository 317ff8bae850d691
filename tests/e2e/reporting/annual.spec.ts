import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { CivilDate, FiscalQuarter, FiscalYear, Quarter } from '../../../electron/contract/ground/dates.ts';
import type { AgreementId, JobId, UnitId } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { readPdf } from '../../support/pdf.ts';

// The year is over: one in progress is not locked.
test.use({ day: '2027-05-03' });

const root = resolve(import.meta.dirname, '..', '..', '..');
const quarterOf = (quarter: number): Quarter => ({
  fiscalYear: 2026 as FiscalYear,
  quarter: quarter as FiscalQuarter,
});

const words = {
  en: {
    title: /^Annual report AG-01, FY\s2026.27$/,
    reason: (quarter: number) => new RegExp(`^Reason FY.2026.27.Q${quarter} is missing$`),
    add: 'Add a lesson',
    lesson: 'Lesson 1',
    addFinding: 'Add a finding',
    parts: ['Finding', 'Population', 'Method'],
    source: 'Source',
    published: 'Published on',
    save: 'Save',
    lock: 'Lock the annual report',
    export: 'Export into a folder…',
    done: /^Annual report exported to/,
    covers: '1 of 1',
    release: 'Export a release…',
    released: /^Release exported to/,
    annex: /^Renewal annex AG-01$/,
    exportAnnex: 'Export the annex…',
    annexDone: /^Renewal annex exported to/,
  },
  fr: {
    title: /^Rapport annuel AG-01, 2026.2027 \(exercice\)$/,
    reason: (quarter: number) => new RegExp(`^Motif de l’absence du T${quarter}.2026.2027 \\(exercice\\)$`),
    add: 'Ajouter une leçon',
    lesson: 'Leçon 1',
    addFinding: 'Ajouter une constatation',
    parts: ['Constatation', 'Population', 'Méthode'],
    source: 'Source',
    published: 'Date de publication',
    save: 'Enregistrer',
    lock: 'Verrouiller le rapport annuel',
    export: 'Exporter dans un répertoire…',
    done: /^Rapport annuel exporté dans/,
    covers: '1 sur 1',
    release: 'Exporter une version diffusable…',
    released: /^Version diffusable exportée dans/,
    annex: /^Annexe de renouvellement AG-01$/,
    exportAnnex: 'Exporter l’annexe…',
    annexDone: /^Annexe de renouvellement exportée dans/,
  },
} as const;

interface Written {
  readonly units: readonly { readonly unitId: UnitId; readonly fingerprint: string }[];
  readonly second: string;
  readonly secondBefore: string;
}

/** The first two quarters of the year, locked, of one unit; returns its agreement. */
async function lockTwoQuarters(
  vigie: Parameters<typeof answerDialogs>[0],
  page: Page,
  folder: string,
): Promise<AgreementId> {
  const script = join(root, 'tests', 'e2e', 'stories', 'writePacks.ts');
  const written = JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as Written;
  const { unitId, fingerprint } = written.units[1]!;
  for (const pack of [written.secondBefore, written.second]) {
    await answerDialogs(vigie, { open: pack });
    const { file } = await ask(page, 'files.choose', { purpose: 'pack' });
    await ask(page, 'packs.import', { file: file!.grant, confirmFingerprint: fingerprint });
  }
  const from = '2026-04-01' as CivilDate;
  const { id: agreementId } = await ask(page, 'agreements.save', {
    code: 'AG-01',
    recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
    programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
    ...{ signaturePlannedOn: null, signedOn: null, startsOn: from, endsOn: '2028-03-31' },
    ...{ languages: ['en', 'fr'], asksBacklogAvoided: false, units: [{ unitId, from, to: null }] },
  });
  for (const number of [1, 2]) {
    const which = { agreementId, quarter: quarterOf(number), jobId: randomUUID() as JobId };
    const { contentHash } = await ask(page, 'returns.prepare', which);
    await ask(page, 'returns.lock', { ...which, contentHash });
  }
  return agreementId;
}

/** Counts the moments at which the annual report or the coverage shows its title with nothing below, nor a sign that it is being read. */
async function countBareTitles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = document.documentElement.dataset;
    counted['bareTitles'] = '0';
    new MutationObserver(() => {
      const isAnnual = location.hash.startsWith('#/returns/annual/') && document.querySelector('h1') !== null;
      const isBare = isAnnual && document.querySelector('h2, [aria-busy="true"]') === null;
      const isCoverage = location.hash === '#/rollup/coverage' && document.querySelector('[role="tabpanel"]') !== null;
      const isBlank = isCoverage && document.querySelector('[role="tabpanel"] :is(table, [aria-busy="true"])') === null;
      if (isBare || isBlank) counted['bareTitles'] = String(Number(counted['bareTitles']) + 1);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

for (const locale of languages) {
  const say = words[locale];

  longTest(
    `two locked quarters and two missing ones become a signed annual report (${locale})`,
    async ({ vigie, userData }) => {
      const page = await vigie.firstWindow();
      const folder = await openCoordinationWorkspace(vigie, page, userData, locale);
      const agreementId = await lockTwoQuarters(vigie, page, folder);
      await page.evaluate(() => {
        location.hash = '/returns';
      });
      await page.reload();
      await countBareTitles(page);
      await page.evaluate(() => {
        location.hash = '/rollup/coverage';
      });
      await expect(page.getByRole('tabpanel').getByRole('table')).toBeVisible();
      await page.evaluate(() => {
        location.hash = '/returns';
      });
      await page.getByRole('link', { name: say.title }).click();
      await expect(page.getByRole('heading', { level: 1, name: say.title })).toBeVisible();
      await expect(page.getByText(say.covers, { exact: true }).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.dataset['bareTitles'])).toBe('0');
      await expectAccessible(page, 'annual report', ['light']);

      const lock = page.getByRole('button', { name: say.lock });
      await expect(lock).toBeDisabled();
      const write = async (group: RegExp | string) => {
        const fields = page.getByRole('group', { name: group });
        await fields.getByRole('textbox', { name: 'English' }).fill('Fictitious text.');
        await fields.getByRole('textbox', { name: 'Français' }).fill('Texte fictif.');
        await page.getByRole('heading', { level: 1 }).click();
      };
      await write(say.reason(3));
      await write(say.reason(4));
      await page.getByRole('button', { name: say.add }).click();
      await write(say.lesson);
      await page.getByRole('button', { name: say.addFinding }).click();
      const dialog = page.getByRole('dialog');
      for (const part of say.parts) {
        await dialog.getByLabel(`${part}, English`).fill(`Fictitious ${part}.`);
        await dialog.getByLabel(`${part}, Français`).fill(`${part} fictive.`);
      }
      await dialog.getByLabel(say.source).fill('Fictitious centre');
      await dialog.getByLabel(say.published).fill('2025-03-31');
      await expectAccessible(page, 'finding', ['light']);
      await dialog.getByRole('button', { name: say.save }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('cell', { name: 'Fictitious centre', exact: true })).toBeVisible();
      await expect(lock).toBeEnabled();
      await expect(page.getByRole('button', { name: say.add })).toBeEnabled();
      await lock.click();
      await page.getByRole('dialog').getByRole('button', { name: say.lock }).click();
      await expect(page.getByRole('dialog')).toBeHidden();

      await answerDialogs(vigie, { open: folder });
      await page.getByRole('button', { name: say.export }).click();
      await expect(page.getByText(say.done)).toBeVisible({ timeout: 20_000 });
      const exported = join(folder, 'AG-01-FY2026-27-annual');
      expect(existsSync(exported)).toBe(true);
      const files = readdirSync(exported);
      expect(files).toContain('manifest.json');
      const pdf = await readPdf(join(exported, 'annual-report.pdf'));
      expect([pdf.tagged, pdf.title]).toEqual([
        true,
        expect.stringContaining('Annual report / Rapport annuel - AG-01'),
      ]);
      const text = pdf.pages.join(' ');
      for (const each of [
        'Fictitious centre',
        'GBA Plus',
        'ACS Plus',
        'Fictitious text.',
        'Texte fictif.',
        'Lessons learned',
        'Leçons apprises',
      ])
        expect(text).toContain(each);
      const cli = join(root, 'dist', 'main', 'vigie.cjs');
      const verified = execFileSync(process.execPath, [cli, 'return', 'verify', '--json', exported], {
        encoding: 'utf8',
      });
      expect(verified).toContain('"verified":true');

      await page.evaluate(() => {
        location.hash = '/returns';
      });
      await page.getByRole('link', { name: say.annex }).click();
      await expect(page.getByRole('heading', { level: 1, name: say.annex })).toBeVisible();
      await expectAccessible(page, 'renewal annex', ['light']);
      await page.getByRole('button', { name: say.exportAnnex }).click();
      await expect(page.getByText(say.annexDone)).toBeVisible({ timeout: 20_000 });
      const annex = await readPdf(join(folder, 'AG-01-renewal', 'renewal-annex.pdf'));
      expect([annex.tagged, annex.title]).toEqual([true, 'Renewal annex / Annexe de renouvellement - AG-01']);

      await page.evaluate((id) => {
        location.hash = `/returns/${id}/2026-Q1/export`;
      }, agreementId);
      await page.getByRole('button', { name: say.release }).click();
      await expect(page.getByText(say.released)).toBeVisible({ timeout: 60_000 });
      expect(readdirSync(join(folder, 'AG-01-FY2026-27-Q1-release'))).toContain('indicators.csv');
    },
  );
}
