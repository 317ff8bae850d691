import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import type { Quarter } from '../../../electron/contract/ground/dates.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { laboratoryPack } from '../../support/laboratoryPack.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';

// Fixed, so that the same months give the same answers whenever this runs.
const quarter = { fiscalYear: 2025, quarter: 4 } as Quarter;

const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });
const figure = (page: Page, name: string): Locator => page.getByRole('figure', { name, exact: true });
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });

/** With the keys alone. */
async function openMethod(page: Page): Promise<void> {
  await tab(page, 'Estimate').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Method')).toHaveAttribute('aria-selected', 'true');
  expect(await page.evaluate(() => location.hash)).toBe('#/counterfactual/method');
}

async function openFromPalette(page: Page, words: string): Promise<void> {
  // A text field keeps the keys that it is given.
  await tab(page, 'Estimation').focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.locator('[data-selected]')).toContainText(words);
  await page.keyboard.press('Enter');
}

/** A coordination workspace with fourteen units, its administrator a coordinator too, on screen in English. */
async function openLaboratory(vigie: ElectronApplication, page: Page, userData: string): Promise<string> {
  const folder = await openCoordinationWorkspace(vigie, page, userData, 'en');
  const pack = join(folder, 'units.vigiepack');
  writeFileSync(pack, laboratoryPack(quarter));
  await answerDialogs(vigie, { open: pack });
  const chosen = await ask(page, 'files.choose', { purpose: 'pack' });
  const { fingerprint } = await ask(page, 'packs.inspect', { file: chosen.file!.grant });
  await ask(page, 'packs.import', { file: chosen.file!.grant, confirmFingerprint: fingerprint });
  await show(page, 'en');
  return folder;
}

/** The page in a language, on the laboratory's screen. */
async function show(page: Page, locale: 'en' | 'fr'): Promise<void> {
  await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.evaluate(() => {
    location.hash = '/counterfactual';
  });
  await page.reload();
}

async function chooseUnit(page: Page, code: string): Promise<void> {
  const picker = page.getByRole('combobox').first();
  await picker.click();
  await picker.fill(code);
  await page.getByRole('option', { name: new RegExp(`^${code}`) }).click();
}

async function readTotal(page: Page): Promise<void> {
  await expect(page.getByTestId('sentence')).toHaveText(
    /^Actual [\d,]+\. Estimated without funded staff and overtime [\d,]+\sto\s[\d,]+\. .*(fewer|more)\.$/,
  );
  await expect(page.getByText(/^Months that include all 10 units\./)).toBeVisible();
  await expect(page.getByText(/^Backlog since each unit’s funding began: \D+ \d+/)).toBeVisible();
  await expect(page.getByText(/^Reliability of the units: \d+\sC, \d+\sD/)).toBeVisible();
  const refused = page.getByTestId('refusal').getByRole('row');
  // A head, the unit without staff, and three that were never funded.
  await expect(refused).toHaveCount(5);
  await expect(refused.filter({ hasText: 'Staff in post not recorded for 72 months' })).toHaveCount(1);
  const units = figure(page, 'Each unit');
  await expect(units.getByTitle(/Reliability: [A-D]\. .*(fewer|more|No difference)/)).toHaveCount(10);
  await button(units, 'Table').click();
  await expect(units.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(10);
  await button(units, 'Chart').click();
  await expectAccessible(page, 'all units');
}

/** Each kind of file says what it rests on; the pictures are pictures. */
async function exportFigure(vigie: ElectronApplication, page: Page, folder: string): Promise<void> {
  const fan = figure(page, 'Backlog at the end of each month');
  const save = async (format: string, item: string): Promise<Buffer> => {
    const path = join(folder, `figure.${format}`);
    await answerDialogs(vigie, { save: path });
    await button(fan, 'Export').click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(fan.getByText(`Saved: figure.${format}`)).toBeVisible();
    return readFileSync(path);
  };
  const csv = (await save('csv', 'Data as CSV')).toString('utf8');
  const lines = csv.split('\r\n');
  expect(lines[0]).toBe('\ufeff# PROTECTED B / PROTÉGÉ B');
  for (const part of [/^# U14 · /, /^# Method A .* seed 20260401, inputs [0-9a-f]{12}\.$/, /^# Assumptions: .*shared/])
    expect(lines.some((line) => part.test(line))).toBe(true);
  const head = lines.findIndex((line) => line.startsWith('Month,Actual,"Estimated, 95% from"'));
  expect(lines.slice(head + 1).filter((line) => /^\d{4}-\d\d,\d+/.test(line))).toHaveLength(72);

  const svg = (await save('svg', 'Figure as SVG')).toString('utf8');
  expect(svg).toMatch(/^<svg .*<title>Backlog at the end of each month<\/title>/);
  expect(svg).toContain('seed 20260401');
  expect(svg).not.toMatch(/var\(|<style|class=/);
  const png = await save('png', 'Figure as PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1920);
}

async function readUnit(page: Page): Promise<void> {
  await chooseUnit(page, 'U14');
  await expect(page.getByTestId('sentence')).toHaveText(
    /^Actual \d+\. Estimated without funded staff and overtime \d+\sto\s\d+\. (?!About).*\d fewer\.$/,
  );
  await expect(page.getByText(/Backlog fell by \d+ since funding began/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Reliability: C' })).toBeVisible();
  await expect(page.getByText(/Range only: the records leave too much open for a single figure\.$/)).toBeVisible();
  await expect(
    page.getByText('Fewer than six never-funded units that report before and after the funding'),
  ).toBeVisible();
  // No probability is given until it is calibrated where nothing changed.
  await expect(page.getByRole('main').getByText(/probab|likely|certain/i)).toHaveCount(0);
  await openMethod(page);
  await expect(
    page.getByText(
      /^(Methods agree|Outside the structural model’s range|Event study has the opposite sign|Other methods do not agree)$/,
    ),
  ).toBeVisible();
  const checks = figure(page, 'Other methods');
  await button(checks, 'Table').click();
  await expect(checks.getByRole('row')).toHaveCount(6);
  await expect(checks.getByRole('row').last()).toContainText('No result: poor fit before funding');
  await expect(page.getByText(/^Before funding \(p = /)).toHaveCount(2);
}

/** It computes by itself; stopped, it says so and can be asked again. */
async function tryOtherAssumptions(page: Page): Promise<void> {
  const running = page.getByRole('region', { name: 'Testing other assumptions' });
  await button(running, 'Stop without saving').click();
  await expect(page.getByText('Cancelled')).toBeVisible();
  await button(page, 'Run again').click();
  const tornado = figure(page, 'Other assumptions');
  await expect(tornado.getByText(/Largest effect: /)).toBeVisible();
  await button(tornado, 'Table').click();
  const rows = tornado.getByRole('table').locator('tbody').getByRole('row');
  await expect(rows.first()).toContainText('Assumptions in use');
  await expect(rows.filter({ hasText: '50% of funded staff hired anyway' })).toHaveCount(1);
}

async function changeAssumptions(page: Page): Promise<void> {
  const sentence = await page.getByTestId('sentence').textContent();
  await openMethod(page);
  await button(page, 'Assumptions').click();
  await page.getByLabel('Share of funded staff that would have been hired anyway').fill('50');
  await expect(page.getByRole('dialog').getByText('Changed', { exact: true })).toBeVisible();
  await page.getByLabel('Name for the assumptions below').fill('Half of them anyway');
  await button(page, 'Save as a set').click();
  await button(page, 'Run with these').click();
  await expect(page.getByText(/With the assumptions in use: \d+ to \d+ \(80%\)/)).toBeVisible();
  await expectAccessible(page, 'the assumptions');
  await button(page, 'Close').click();
  await expect(button(page, 'Assumptions (changed)')).toBeVisible();
  await expect(
    page.getByText(/^Assumptions, set “Half of them anyway”: .*hired anyway: 50% \(default: 0%\)/),
  ).toBeVisible();
  await tab(page, 'Estimate').click();
  await expect(page.getByTestId('sentence')).not.toHaveText(sentence ?? '');
  await expect(page.getByText('Assumptions changed')).toBeVisible();
}

async function readFrench(page: Page): Promise<void> {
  await show(page, 'fr');
  await chooseUnit(page, 'U12');
  await expect(page.getByTestId('sentence')).toHaveText(
    /^Réel\s: \d+\. Estimé sans le personnel ni les heures supplémentaires financés\s: \d+\sà\s\d+\. (?!Environ).*\d de moins\.$/,
  );
  await expectAccessible(page, 'the estimate of a unit');
  await openFromPalette(page, 'méthode');
  await button(page, 'Lancer les tests placebo').click();
  const early = figure(page, 'Financement daté d’un an plus tôt');
  await expect(early).toBeVisible();
  await expect(page.getByText(/^La plage à 80\s%, .+ à .+zéro/)).toBeVisible();
  await expectAccessible(page, 'a unit with everything shown');
  // Twice the size: half the room, and nothing next to it.
  await page.setViewportSize({ width: 720, height: 450 });
  expect(await page.evaluate(() => innerWidth)).toBe(720);
  const overflow = () =>
    page
      .getByRole('main')
      .evaluate((main) => main.scrollWidth - main.clientWidth + document.documentElement.scrollWidth - innerWidth);
  // The figures are drawn again for their new room.
  await expect.poll(overflow).toBeLessThanOrEqual(0);
}

longTest(
  'the laboratory, from the sum of all units to one unit under other assumptions',
  async ({ vigie, window, userData }) => {
    const folder = await openLaboratory(vigie, window, userData);
    await test.step('all units', () => readTotal(window));
    await test.step('one unit', () => readUnit(window));
    await test.step('other assumptions', () => tryOtherAssumptions(window));
    await test.step('exports', async () => {
      await tab(window, 'Estimate').click();
      await exportFigure(vigie, window, folder);
    });
    await test.step('an assumption changed', () => changeAssumptions(window));
    await test.step('in French, with the placebo tests', () => readFrench(window));
  },
);
