import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { UnitId } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { noChildIdentified } from '../../support/danger.ts';
import { languages } from '../../support/languages.ts';
import { longTest, today } from '../../support/launch.ts';

const words = {
  en: {
    ages: 'Open items by age',
    text: /^18 files in the backlog on .+ Half are at most 100 days old, nine in ten at most 400\.$/,
    overYear: 'More than a year: 6',
    list: '6 files.',
    back: 'Back to the backlog',
    oldest: '10 oldest files',
    waiting: 'Waiting on laboratory',
    survival: 'Time in the backlog',
    all: /^24 files received since .+ More than half are still in the backlog after \d+ days\.$/,
    bySource: 'By source',
    sources: /NCECC: .+ Public: .+ NCECC against Public, log-rank test: p = 0\.\d{3}\.$/,
    byYear: 'This year and last',
    table: 'Table',
    asOf: 'At the end of',
    none: 'No file was in the backlog on',
    charged: 'Time from charge to outcome',
    notReached: 'Not reached',
    flow: 'Files in and out',
    counted: 'Counting rule of the unit',
    statement: 'Each occurrence is counted',
    changed: /^Counting rule changed: U07 /,
  },
  fr: {
    ages: 'Éléments ouverts selon l’âge',
    text: /^18 dossiers dans l’arriéré le .+ La moitié ont au plus 100 jours, neuf sur dix au plus 400\.$/,
    overYear: 'Plus d’un an: 6',
    list: '6 dossiers.',
    back: 'Retour à l’arriéré',
    oldest: '10 dossiers les plus anciens',
    waiting: 'En attente du laboratoire',
    survival: 'Temps passé dans l’arriéré',
    all: /^24 dossiers reçus depuis le .+ Plus de la moitié sont encore dans l’arriéré après \d+ jours\.$/,
    bySource: 'Selon la source',
    sources: /CNCEE.: .+ Public.: .+ CNCEE par rapport à Public, test du log-rank.: p = 0,\d{3}\.$/,
    byYear: 'Cet exercice et le précédent',
    table: 'Tableau',
    asOf: 'À la fin du',
    none: 'Aucun dossier n’était dans l’arriéré le',
    charged: 'Délai entre l’accusation et son issue',
    notReached: 'Non atteint',
    flow: 'Entrées et sorties de dossiers',
    counted: 'Règle de comptage de l’unité',
    statement: 'Chaque événement est compté',
    changed: /^Règle de comptage modifiée.: U07 /,
  },
} as const;

/** A rule from long ago, and another one of a month ago. */
async function changeRule(page: Page, unitId: UnitId): Promise<void> {
  for (const validFrom of ['2024-12-24', '2026-10-10'])
    await ask(page, 'countingRules.save', {
      unitId,
      validFrom,
      backlogDefinition: 'exclude_court',
      statement: { en: words.en.statement, fr: words.fr.statement },
    });
}

/** Twelve old referrals of which half were concluded, eight of a hundred days of which one waits on the laboratory, four new ones. */
async function logHistory(page: Page, unitId: UnitId): Promise<void> {
  const [old, concluded, recent, opened, fresh] = [
    '2025-10-20',
    '2025-12-09',
    '2026-08-16',
    '2026-08-21',
    '2026-11-14',
  ];
  const receive = async (receivedOn: string, source: 'ncecc' | 'public') =>
    (await ask(page, 'referrals.log', { unitId, source, receivedOn })).id;
  for (let index = 0; index < 12; index += 1) {
    const id = await receive(old, index % 3 === 0 ? 'public' : 'ncecc');
    if (index % 2 !== 0) continue;
    await ask(page, 'referrals.decideDanger', noChildIdentified(id));
    await ask(page, 'referrals.move', { referralId: id, version: 1, to: 'concluded', on: concluded });
  }
  const ids = [];
  for (let index = 0; index < 8; index += 1) ids.push(await receive(recent, 'ncecc'));
  for (let index = 0; index < 4; index += 1) await receive(fresh, 'public');
  const file = await ask(page, 'investigations.open', {
    unitId,
    openedOn: opened,
    referralIds: ids.slice(0, 1),
    lead: null,
  });
  await ask(page, 'investigations.wait', {
    files: [{ investigationId: file.id, version: 1 }],
    state: 'lab',
    since: opened,
  });
  const charge = { investigationId: file.id, laidOn: opened, section: '163.1(4)', stage: 'laid' } as const;
  for (const counts of [2, 3]) await ask(page, 'charges.record', { ...charge, counts });
  const { charges } = await ask(page, 'investigations.get', { investigationId: file.id });
  for (const { id, version, counts } of charges)
    if (counts === 3)
      await ask(page, 'charges.dispose', {
        ...{ investigationId: file.id, chargeId: id, version },
        outcome: { disposition: 'guilty', disposedOn: fresh },
      });
}

/** 3 of 5 counts after 85 days; the others are followed to 95. */
async function readCharged(page: Page, locale: Locale): Promise<void> {
  const { charged, notReached } = words[locale];
  const row = page.getByRole('table', { name: charged }).locator('tbody').getByRole('row');
  await expect(row).toHaveCount(1);
  await expect(row.getByRole('cell')).toHaveText(['U07', '5', '3', '2', '85', '85', notReached]);
}

/** Tables that do not fit beside the filters of a small window. */
async function expectTablesInView(vigie: ElectronApplication, page: Page, names: readonly string[]): Promise<void> {
  await vigie.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
  });
  for (const name of names)
    await expect
      .poll(
        () =>
          page
            .getByRole('table', { name })
            .evaluate(({ parentElement }) => parentElement!.scrollWidth - parentElement!.clientWidth),
        name,
      )
      .toBe(0);
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

async function readAges(page: Page, locale: Locale): Promise<void> {
  const text = words[locale];
  const figure = page.getByRole('figure', { name: text.ages });
  await expect(figure.getByText(text.text)).toBeVisible();
  // Under the bars and under the curves, which have no axis of months to draw it on.
  await expect(page.getByText(text.changed)).toHaveCount(2);
  await figure.getByRole('button', { name: text.table }).click();
  await expect(figure.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(5);
  const oldest = page.getByRole('table', { name: text.oldest });
  await expect(oldest.locator('tbody').getByRole('row')).toHaveCount(10);
  await figure.getByRole('link', { name: text.overYear }).click();
  await expect(page.getByText(text.list)).toBeVisible();
  await expect(page.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(6);
  await expectAccessible(page, 'the files of an age band');
  await page.getByRole('link', { name: text.back }).click();
}

async function readCurves(page: Page, locale: Locale): Promise<void> {
  const text = words[locale];
  const figure = page.getByRole('figure', { name: text.survival });
  await expect(figure.getByText(text.all)).toBeVisible();
  await figure.getByText(text.bySource, { exact: true }).click();
  await expect(figure.getByText(text.sources)).toBeVisible();
  await figure.getByText(text.byYear, { exact: true }).click();
  await figure.getByRole('button', { name: text.table }).click();
  await expect(figure.getByRole('table')).toBeVisible();
}

/** Before anything was received there is nothing to show, and it is said. */
async function lookBack(page: Page, locale: Locale): Promise<void> {
  const text = words[locale];
  await page.getByLabel(text.asOf, { exact: true }).first().click();
  await page.getByRole('option').last().click();
  await expect(page.getByText(text.none)).toBeVisible();
  await expect(page.getByRole('table', { name: text.oldest })).toHaveCount(0);
}

for (const locale of languages) {
  longTest(`the age of the backlog, ${locale}`, async ({ vigie, window, userData }) => {
    const text = words[locale];
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    await goTo(window, '/about');
    await logHistory(window, unitId);
    await changeRule(window, unitId);
    await goTo(window, '/backlog');
    await readAges(window, locale);
    await readCurves(window, locale);
    await readCharged(window, locale);
    await expectTablesInView(vigie, window, [text.oldest, text.charged]);
    await expect(window.getByRole('figure', { name: text.flow })).toBeVisible();
    await window.locator('summary', { hasText: text.counted }).click();
    await expect(window.getByRole('cell', { name: text.statement })).toBeVisible();
    await expectAccessible(window, 'the board with its curves as tables');
    await lookBack(window, locale);
    await expectAccessible(window, 'the board of a day without files');
    const aged = await ask(window, 'backlog.agedFiles', {
      on: today,
      band: 'to_180',
      offset: 0,
      size: 10,
    });
    expect(aged.files.filter(({ waiting }) => waiting === 'lab')).toHaveLength(1);
  });
}
