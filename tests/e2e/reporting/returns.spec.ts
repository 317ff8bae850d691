import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { staffingMeasure } from '../../../electron/contract/ground/codes.ts';
import {
  firstDayOf,
  previousQuarter,
  quarterMonths,
  quarterOf,
  type Month,
} from '../../../electron/contract/ground/dates.ts';
import type { UnitId } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { closeWorkspace } from '../../support/keptWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { expectDone } from '../../support/jobs.ts';
import { answerDialogs, longTest, test, today } from '../../support/launch.ts';
import { runApplication } from '../commandLine.ts';
import { chooseTemplate, expectFilled, mapTemplate } from '../funderTemplate.ts';
import { expectPrinted } from '../printed.ts';
import { returnWords } from '../returnWords.ts';

const quarter = previousQuarter(quarterOf(today.slice(0, 7) as Month));
const months = quarterMonths(quarter);

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name });

async function go(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** Three referrals in the quarter's first month, none after; the months are not yet confirmed. */
async function logReferrals(page: Page, unitId: UnitId): Promise<void> {
  for (const source of ['ncecc', 'ncecc', 'public'] as const)
    await ask(page, 'referrals.log', { source, receivedOn: firstDayOf(months[0]), unitId });
}

async function fillGaps(page: Page, unitId: UnitId): Promise<void> {
  for (const month of months) await ask(page, 'unitMonths.confirm', { unitId, month, status: 'complete' });
  const cells = months.flatMap((month) =>
    staffingMeasure.options.map((measure) => ({ month, measure, value: 2.5, status: 'complete' as const })),
  );
  await ask(page, 'staffing.save', { unitId, cells });
}

/** `vigie return verify`, as the receiver of the files runs it. */
function verify(root: string, folder: string): { readonly code: number | null; readonly text: string } {
  const args = [join(root, 'dist', 'main', 'vigie.cjs'), 'return', 'verify', '--json', folder];
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: result.status, text: result.stdout };
}

/** The same file with one digit of its figures changed. */
function tamper(path: string): string {
  const text = readFileSync(path, 'utf8');
  const changed = text.replace('"value":3}', '"value":4}');
  expect(changed === text).toBe(false);
  const copy = path.replace('.vigiepack', '-changed.vigiepack');
  writeFileSync(copy, changed);
  return copy;
}

for (const locale of languages) {
  const say = returnWords[locale];

  longTest(
    `from a unit's pack to a locked and exported return (${locale})`,
    async ({ vigie, window, userData, root }) => {
      const { unitId, folder: parent } = await openCaseWorkspace(vigie, window, userData, locale);
      const pack = join(parent, 'unit.vigiepack');

      await test.step('a unit workspace exports its quarter', async () => {
        await logReferrals(window, unitId);
        await go(window, '/packs', say.pack);
        await expect(window.getByText(say.missing)).toBeVisible();
        await expectAccessible(window, 'pack with gaps');
        await fillGaps(window, unitId);
        await go(window, '/about', say.about);
        await go(window, '/packs', say.pack);
        await expect(window.getByText(say.whole)).toBeVisible();
        await answerDialogs(vigie, { save: pack });
        await button(window, say.export).click();
        await expect(window.getByText(say.written)).toBeVisible();
        await expect(window.getByText(sha256(pack))).toBeVisible();
        await expectAccessible(window, 'pack exported');
      });

      await test.step('a coordination workspace refuses it changed, and imports it once its key is confirmed', async () => {
        await closeWorkspace(window);
        await openCoordinationWorkspace(vigie, window, userData, locale);
        await window.getByRole('navigation').first().waitFor();
        await go(window, '/returns', say.returns);
        await expectAccessible(window, 'no return');
        await go(window, '/packs', say.packs);
        await expectAccessible(window, 'no pack');

        await button(window, say.import).click();
        const dialog = window.getByRole('dialog', { name: say.import });
        await answerDialogs(vigie, { open: tamper(pack) });
        await button(dialog, say.choose).click();
        await expect(dialog.getByText(say.tampered)).toBeVisible();
        await answerDialogs(vigie, { open: pack });
        await button(dialog, say.another).click();
        await expect(dialog.getByText(say.newKey)).toBeVisible();
        await expect(dialog.getByText(say.tampered)).toBeHidden();
        await expect(button(dialog, say.confirm)).toBeDisabled();
        await expectAccessible(window, 'key to confirm');
        await dialog.getByRole('checkbox', { name: say.compared }).check();
        await button(dialog, say.confirm).click();
        await dialog.getByRole('link', { name: say.imported }).click();
        await expect(window.getByRole('cell', { name: 'R1', exact: true })).toBeVisible();
        await expectAccessible(window, 'a pack');
        for (const path of ['/packs', '/packs/received', '/packs/keys']) {
          await go(window, path, say.packs);
          await window.getByRole('table').waitFor();
          await expectAccessible(window, path);
        }
      });

      await test.step('an agreement is made, with a unit that has sent nothing', async () => {
        const unit = { code: 'U99', name: { en: 'Farport', fr: 'Lointain' }, service: 'Farport', active: true };
        await ask(window, 'units.save', unit);
        await go(window, '/agreements', say.agreements);
        await expectAccessible(window, 'no agreement');
        await button(window, say.addAgreement).click();
        const field = (name: string) => window.getByRole('textbox', { name, exact: true });
        await field(say.code).fill('AG-01');
        await field(say.recipientEn).fill('Isleport Police Board');
        await field(say.recipientFr).fill('Commission de police d’Isleport');
        await field(say.programmeEn).fill('National Strategy');
        await field(say.programmeFr).fill('Stratégie nationale');
        await field(say.startsOn).fill('2020-04-01');
        await field(say.endsOn).fill(`${quarter.fiscalYear + 2}-03-31`);
        await field(say.planned).fill('2020-04-01');
        await field(say.signed).fill('2020-05-01');
        await expect(window.getByText(say.late)).toBeVisible();
        await button(window, say.addAll).click();
        await expectAccessible(window, 'agreement form');
        await button(window, say.save).click();
        await expect(window.getByRole('link', { name: 'AG-01' })).toBeVisible();
        await expectAccessible(window, 'agreements');
      });

      await test.step('the return is checked; what blocks it is mended', async () => {
        await go(window, '/returns', say.returns);
        await expect(window.getByRole('link', { name: say.prepare })).toBeVisible();
        await expectAccessible(window, 'returns');
        await window.getByRole('link', { name: say.prepare }).click();
        const step = (index: number) =>
          window.getByRole('listitem').getByRole('link', { name: new RegExp(say.steps[index] ?? '') });
        await expect(step(0)).toHaveAttribute('aria-current', 'step');
        await expectAccessible(window, 'data');
        await step(1).click();
        await expect(window.getByText(say.noPack).first()).toBeVisible();
        await expectAccessible(window, 'checks that block');
        await step(4).click();
        await expect(window.getByText(say.refused)).toBeVisible();
        await expect(button(window, say.lock)).toBeDisabled();
        await expectAccessible(window, 'lock refused');

        await go(window, '/agreements', say.agreements);
        await window.getByRole('link', { name: 'AG-01' }).click();
        await button(window, say.remove).click();
        await button(window, say.save).click();
        await expect(window.getByRole('link', { name: 'AG-01' })).toBeVisible();
        await go(window, '/returns', say.returns);
        await window.getByRole('link', { name: say.prepare }).click();
        await step(1).click();
        await expect(window.getByText(say.noneBlocks)).toBeVisible();
        await step(3).click();
      });

      await test.step('each number opens what stands behind it, in the language on screen', async () => {
        const document = window.getByRole('article');
        await button(document, /^R1 /).first().click();
        const panel = window.getByRole('complementary');
        await expect(panel.getByRole('heading', { name: say.definition, exact: true })).toBeVisible();
        await expect(panel).toContainText('3');
        await window.getByRole('radiogroup').getByText(say.other, { exact: true }).click();
        await expect(document).toContainText(say.document);
        await expect(panel.getByRole('heading', { name: say.definition, exact: true })).toBeVisible();
        await expectAccessible(window, 'preview');
      });

      await test.step('it is locked', async () => {
        await window
          .getByRole('listitem')
          .getByRole('link', { name: new RegExp(say.steps[4]) })
          .click();
        await button(window, say.lock).click();
        const dialog = window.getByRole('dialog', { name: say.lock });
        await expectAccessible(window, 'lock asked');
        await button(dialog, say.lock).click();
        await button(window, say.exportInto).waitFor();
        await expectAccessible(window, 'export');
        await window
          .getByRole('listitem')
          .getByRole('link', { name: new RegExp(say.steps[4]) })
          .click();
        await expect(window.getByText(say.isLocked)).toBeVisible();
        await expectAccessible(window, 'locked');
      });

      await test.step('the funder’s own form is mapped', async () => {
        await window
          .getByRole('listitem')
          .getByRole('link', { name: new RegExp(say.steps[5]) })
          .click();
        await mapTemplate(vigie, window, locale);
      });

      await test.step('it is exported; its files verify', async () => {
        const out = join(parent, 'out');
        await mkdir(out);
        await chooseTemplate(vigie, window, locale);
        await answerDialogs(vigie, { open: out });
        await button(window, say.exportInto).click();
        await expectDone(window.getByText(say.exported));
        await expectAccessible(window, 'exported');
        const folder = join(
          out,
          `AG-01-FY${quarter.fiscalYear}-${String(quarter.fiscalYear + 1).slice(2)}-Q${quarter.quarter}`,
        );
        for (const name of [
          'return.pdf',
          'return.xlsx',
          'indicators.csv',
          'ledger.csv',
          'panel.csv',
          'return.json',
          'manifest.json',
        ])
          await expect(
            window.getByRole('row', { name: new RegExp(`^${name} .*${sha256(join(folder, name))}$`) }),
          ).toBeVisible();
        await expectPrinted(join(folder, 'return.pdf'));
        await expectFilled(join(folder, 'funder-template.xlsx'));
        await button(window, say.exportInto).click();
        await expectDone(window.getByText(`${basename(folder)}-2`).first());
        for (const name of ['return.pdf', 'funder-template.xlsx', 'manifest.json'])
          expect(sha256(join(`${folder}-2`, name)), name).toBe(sha256(join(folder, name)));
        const whole = verify(root, folder);
        expect(whole).toMatchObject({ code: 0 });
        expect(whole.text).toContain('"verified":true');
        const ledger = join(folder, 'ledger.csv');
        writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(',3,', ',4,'));
        const changed = verify(root, folder);
        expect(changed.code).not.toBe(0);
        expect(changed.text).toContain('ledger.csv');

        await go(window, '/returns', say.returns);
        await expect(window.getByText(say.locked)).toBeVisible();
        await expectAccessible(window, 'returns, one locked');
      });

      await test.step('the application exports it without its window too, printed, beside one that is open', async () => {
        await closeWorkspace(window);
        const workspace = join(parent, 'Coordination.vigie');
        const which = ['--agreement', 'AG-01', '--quarter', `${quarter.fiscalYear}-Q${quarter.quarter}`];
        // Each language begins with the same copy, which the one before has used since.
        const older = ['--older-reason', 'A copy'];
        const access = ['--workspace', workspace, '--login', 'gagnon', '--output', parent, '--lang', locale, ...older];
        const args = ['return', 'export', '--pdf', ...which, ...access];
        const exported = runApplication(root, [...args, '--json'], 'a passphrase for tests\n');
        expect(exported).toMatchObject({ code: 0 });
        const { folder } = (JSON.parse(exported.out) as { value: { folder: string } }).value;
        await expectPrinted(join(folder, 'return.pdf'));
        const verified = runApplication(root, ['return', 'verify', folder, '--json']);
        expect(verified).toMatchObject({ code: 0 });
        expect(verified.out).toContain('"verified":true');
        const refused = runApplication(root, args, 'another passphrase\n');
        expect(refused).toMatchObject({ code: 1, out: '' });
        expect(refused.err).toContain('vigie: ');
      });
    },
  );
}
