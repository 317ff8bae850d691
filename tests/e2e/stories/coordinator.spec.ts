import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import type { Quarter } from '../../../electron/contract/ground/dates.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { expectDone } from '../../support/jobs.ts';
import { storyLanguages } from '../../support/languages.ts';
import { answerDialogs, test } from '../../support/launch.ts';
import { coordinatorWords } from './coordinatorWords.ts';

const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name });
const step = (page: Page, name: RegExp): Locator => page.getByRole('listitem').getByRole('link', { name });

async function go(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

interface Packs {
  readonly units: readonly { readonly unitId: string; readonly fingerprint: string }[];
  readonly first: string;
  readonly firstWhole: string;
  readonly secondBefore: string;
  readonly second: string;
  readonly later: string;
}

/** Signed packs of two units, in files as they came by post. */
function writePacks(folder: string): Packs {
  const script = join(import.meta.dirname, 'writePacks.ts');
  // Without Playwright's own loader, which a child process would inherit.
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8', env });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Packs;
}

async function receive(vigie: ElectronApplication, page: Page, path: string, fingerprint: string): Promise<void> {
  await answerDialogs(vigie, { open: path });
  const { file } = await ask(page, 'files.choose', { purpose: 'pack' });
  await ask(page, 'packs.import', { file: file!.grant, confirmFingerprint: fingerprint });
}

async function makeAgreement(page: Page, units: Packs['units']): Promise<string> {
  const { id } = await ask(page, 'agreements.save', {
    code: 'AG-07',
    recipient: { en: 'Isleport Police Board', fr: 'Commission de police d’Isleport' },
    programme: { en: 'National Strategy', fr: 'Stratégie nationale' },
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: '2025-04-01',
    endsOn: '2028-03-31',
    languages: ['en', 'fr'],
    asksBacklogAvoided: false,
    units: units.map(({ unitId }) => ({ unitId: unitId as never, from: '2025-04-01', to: null })),
  });
  return id;
}

/** `vigie return verify`, as the receiver of the files runs it. */
function verify(root: string, folder: string): string {
  const args = [join(root, 'dist', 'main', 'vigie.cjs'), 'return', 'verify', '--json', folder];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout;
}

/** The quarter before the one reported. */
const spring = { fiscalYear: 2026, quarter: 1 } as Quarter;

const because = {
  en: 'A joint project ended in August with several arrests.',
  fr: 'Un projet conjoint s’est terminé en août par plusieurs arrestations.',
} as const;

// On the computer's own day, whichever it is: the calendar run plays it on many.
test.use({ day: null });

for (const locale of storyLanguages('en')) {
  const say = coordinatorWords[locale];

  async function writeBoth(page: Page, group: Locator, text: { readonly en: string; readonly fr: string }) {
    await group.getByRole('textbox', { name: 'English' }).fill(text.en);
    await group.getByRole('textbox', { name: 'Français' }).fill(text.fr);
    await page.keyboard.press('Tab');
  }

  test(`a quarter with three gaps becomes a return, and a late charge restates it (${locale})`, async ({
    vigie,
    window,
    userData,
    root,
  }) => {
    const parent = join(userData, 'files');
    const out = join(userData, 'out');
    for (const folder of [parent, out]) await mkdir(folder, { recursive: true });
    const packs = writePacks(parent);
    const [first, second] = packs.units.map((each) => each.fingerprint) as [string, string];

    const importPack = async (path: string) => {
      await button(window, say.import).click();
      const dialog = window.getByRole('dialog', { name: say.import });
      await answerDialogs(vigie, { open: path });
      await button(dialog, say.choose).click();
      await button(dialog, say.importIt).click();
      await expect(dialog.getByRole('link', { name: say.imported })).toBeVisible();
      await window.keyboard.press('Escape');
    };
    const toChecks = async () => {
      await go(window, '/returns', say.returns);
      await window.getByRole('link', { name: say.prepare }).click();
      await step(window, say.steps.checks).click();
    };

    await test.step('a quarter lacks the pack of one unit, a month of the other, and why money was not spent', async () => {
      await openCoordinationWorkspace(vigie, window, userData, locale);
      await receive(vigie, window, packs.first, first);
      await receive(vigie, window, packs.secondBefore, second);
      const agreementId = await makeAgreement(window, packs.units);
      await ask(window, 'returns.explain', {
        agreementId: agreementId,
        quarter: spring,
        code: 'C3',
        unitCode: null,
        text: { en: 'Arrests of the spring.', fr: 'Arrestations du printemps.' },
        version: null,
      });
      const line = { code: 'A-01', category: 'tools', budget: 4_000_000, q2Forecast: 1_000_000, q2Actual: 400_000 };
      await ask(window, 'funding.save', {
        agreementId,
        register: 'budget',
        fiscalYear: 2026,
        changes: [{ do: 'add', cells: { ...line, q2WhyEn: 'The invoice came in October.' } }],
      });
      await window.reload();
      await toChecks();
      for (const gap of [say.noPack, say.noMonth, say.noReason])
        await expect(window.getByRole('heading', { name: gap })).toBeVisible();
      await expectAccessible(window, 'checks that block');
    });

    await test.step('the first gap: its pack is imported', async () => {
      await window.getByRole('link', { name: say.importIt }).first().click();
      await importPack(packs.second);
    });

    await test.step('the second: the other unit sends its pack again, whole', async () => {
      await toChecks();
      await expect(window.getByRole('heading', { name: say.noPack })).toBeHidden();
      await window.getByRole('link', { name: say.newPack }).first().click();
      await importPack(packs.firstWhole);
    });

    await test.step('the third: the variance is explained in the other language too', async () => {
      await toChecks();
      await expect(window.getByRole('heading', { name: say.noMonth })).toBeHidden();
      await window.getByRole('link', { name: say.explainMoney }).click();
      await window.getByRole('combobox', { name: say.fiscalYear }).selectOption('2026');
      await window.getByText(say.secondQuarter, { exact: true }).click();
      await window
        .getByRole('textbox', { name: say.whyFrench, exact: true })
        .fill('La facture est arrivée en octobre.');
      await window.keyboard.press('Control+s');
      await expect(window.getByText(say.gridSaved)).toBeVisible();
    });

    await test.step('two changes are explained in both languages, one from last quarter’s words', async () => {
      await toChecks();
      await expect(window.getByRole('heading', { name: say.noReason })).toBeHidden();
      await expect(window.getByRole('heading', { name: say.largeChanges })).toBeVisible();
      await window.getByRole('link', { name: say.explain }).first().click();
      const box = window.getByRole('complementary').getByRole('group', { name: say.explanation });
      await writeBoth(window, box, because);
      await expect(box.getByText(say.saved)).toBeVisible();
      await expectAccessible(window, 'explanation');

      await step(window, say.steps.checks).click();
      await expect(window.getByRole('link', { name: say.explain })).toHaveCount(1);
      await window.getByRole('link', { name: say.explain }).click();
      await box.getByText(say.previous, { exact: true }).click();
      await expect(box.getByText('Arrestations du printemps.')).toBeVisible();
      await button(box, say.usePrevious).click();
      await expect(box.getByRole('textbox', { name: 'Français' })).toHaveValue('Arrestations du printemps.');
      await step(window, say.steps.checks).click();
      await expect(window.getByText(say.noneBlocks)).toBeVisible();
      await expectAccessible(window, 'checks that warn');
    });

    await test.step('the narrative is written and the unit attests', async () => {
      await step(window, say.steps.narrative).click();
      const section = window.getByRole('group', { name: say.progress });
      await writeBoth(window, section, because);
      await expect(section.getByText(say.saved)).toBeVisible();
      const attestation = window.getByRole('region', { name: say.attestation });
      await attestation.getByRole('textbox', { name: say.name }).fill('A. Fictive');
      await attestation.getByRole('textbox', { name: say.jobTitle }).fill('Inspector');
      await button(attestation, say.attest).click();
      await expect(button(attestation, say.withdraw)).toBeVisible();
      await expectAccessible(window, 'narrative');
    });

    await test.step('it is locked, exported and verified', async () => {
      await step(window, say.steps.lock).click();
      await button(window, say.lock).click();
      await button(window.getByRole('dialog'), say.lock).click();
      await answerDialogs(vigie, { open: out });
      await button(window, say.exportInto).click();
      await expectDone(window.getByText(say.exported));
      expect(verify(root, join(out, 'AG-07-FY2026-27-Q2'))).toContain('"verified":true');
    });

    await test.step('a late charge arrives, and the restatement shows that cell with its two totals, and no other', async () => {
      await receive(vigie, window, packs.later, first);
      await window.reload();
      await go(window, '/returns', say.returns);
      await window
        .getByRole('link', { name: /^AG-07, / })
        .first()
        .click();
      await expect(window.getByText(say.changed)).toBeVisible();
      await expectAccessible(window, 'changed since the lock');
      await button(window, say.restate).click();
      const table = window.getByRole('table', { name: say.restated });
      await expect(table.getByRole('row')).toHaveCount(4);
      for (const row of say.rows) await expect(table.getByRole('row', { name: row })).toBeVisible();
      await expect(window.getByText(say.needsReason)).toBeVisible();
      await expectAccessible(window, 'restatement');
    });

    await test.step('it is locked as version 2 with its reason; both versions verify', async () => {
      const all = window.getByRole('group', { name: say.oneReason });
      await all.getByRole('textbox', { name: 'English' }).fill('The charge was laid in August and entered in October.');
      await all
        .getByRole('textbox', { name: 'Français' })
        .fill('Portée en août, l’accusation a été saisie en octobre.');
      await button(all, say.giveAll).click();
      await expect(window.getByText(say.allGiven)).toBeVisible();
      await step(window, say.steps.lock).click();
      await button(window, say.lockVersion).click();
      await button(window.getByRole('dialog'), say.lockVersion).click();
      await answerDialogs(vigie, { open: out });
      await button(window, say.exportInto).click();
      await expectDone(window.getByText(say.exported));
      for (const folder of ['AG-07-FY2026-27-Q2', 'AG-07-FY2026-27-Q2-v2'])
        expect(verify(root, join(out, folder))).toContain('"verified":true');
      await step(window, say.steps.lock).click();
      await expect(window.getByRole('table', { name: say.versions }).getByRole('row')).toHaveCount(3);
      await expect(window.getByText(say.changed)).toBeHidden();
      await expectAccessible(window, 'versions');
    });
  });
}
