import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Month } from '../../../electron/contract/ground/dates.ts';
import type { FoundStaff, Projection } from '../../../electron/contract/statistics/plans.ts';
import { coordinationWorkspaceName, unitWorkspaceName } from '../../../db/entry/demo/names.ts';
import { demonstrationPassphrase } from '../../../db/entry/demo/signIns.ts';
import { ask } from '../../support/ask.ts';
import { closeWorkspace } from '../../support/keptWorkspace.ts';
import { storyLanguages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { runApplication } from '../commandLine.ts';
import { planWords } from './planWords.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const tag = { en: 'en-CA', fr: 'fr-CA' } as const;

async function open(vigie: ElectronApplication, page: Page, folder: string, login: string): Promise<void> {
  await answerDialogs(vigie, { open: folder });
  const { workspace } = await ask(page, 'workspaces.choose', {});
  await ask(page, 'workspaces.open', { grant: workspace!.grant });
  await ask(page, 'session.signIn', { login, passphrase: demonstrationPassphrase });
}

/** A unit alone cannot tell what funded staff do: the coordinator of all units sends what they say together. */
async function sendReference(vigie: ElectronApplication, page: Page, folder: string): Promise<void> {
  const reference = join(folder, 'units.vigiereference');
  await open(vigie, page, join(folder, `${coordinationWorkspaceName}.vigie`), 'coordonnatrice');
  await answerDialogs(vigie, { save: reference, open: reference });
  const { file } = await ask(page, 'files.save', { purpose: 'reference', suggestedName: 'units' });
  const lastMonth = '2026-09' as Month;
  await ask(page, 'reference.export', { lastMonth, file: file!.grant, jobId: randomUUID() });
  await closeWorkspace(page);
  await open(vigie, page, join(folder, `${unitWorkspaceName}.vigie`), 'superviseure');
  await answerDialogs(vigie, { open: reference });
  const { file: sent } = await ask(page, 'files.choose', { purpose: 'reference' });
  const { fingerprint } = await ask(page, 'reference.inspect', { file: sent!.grant });
  await ask(page, 'reference.import', { file: sent!.grant, confirmFingerprint: fingerprint });
}

longTest('a commander finds how many funded staff hold the backlog of the unit', async ({ vigie, userData }) => {
  const page = await vigie.firstWindow();
  const folder = join(userData, 'demonstration');
  expect(runApplication(root, ['demo', 'prepare', folder]).code).toBe(0);
  await sendReference(vigie, page, folder);
  const sentence = page.getByTestId('plan-sentence');
  const found = page.getByTestId('found-staff');
  const shown: { readonly locale: 'en' | 'fr'; readonly sentence: string; readonly found: string }[] = [];
  let target = '';
  for (const locale of storyLanguages('en')) {
    const words = planWords[locale];
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await ask(page, 'app.setPreferences', { locale });
    await page.evaluate(() => {
      location.hash = '/plans';
    });
    await page.reload();
    await expect(sentence).toHaveText(/\d/);
    target = await field(words.target).inputValue();
    await page.getByRole('button', { name: words.find }).click();
    await expect(found).toHaveText(words.found);
    shown.push({ locale, sentence: await sentence.innerText(), found: await found.innerText() });

    // What cannot be projected is not taken, and another plan has another answer.
    await field(words.overtime).pressSequentially(`12${words.comma}5`);
    await expect(found).toHaveText('');
    await expect(field(words.overtime)).toHaveValue(`12${words.comma}5`);
    await field(words.overtime).fill('99999');
    await page.getByRole('button', { name: words.add }).click();
    await field(words.fte).fill(`0${words.comma}33`);
    await field(words.ramp).pressSequentially('36');
    await expect(field(words.ramp)).toHaveValue('3');
    await field(words.step).pressSequentially('25');
    await expect(sentence).toHaveText(words.isPlan);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }

  await closeWorkspace(page);
  const access = ['--workspace', join(folder, `${unitWorkspaceName}.vigie`), '--login', 'superviseure'];
  const asked = ['--from', '2027-02', '--by', '2028-10', '--target', target, '--last-month', '2026-10'];
  const { out, err } = runApplication(
    root,
    ['plan', '--unit', 'U01', ...asked, ...access, '--json'],
    `${demonstrationPassphrase}\n`,
  );
  if (!out.startsWith('{"ok":true')) throw new Error(`${out}${err}`);
  const { value } = JSON.parse(out) as { value: Projection & { found: FoundStaff } };
  const { backlog } = value.noChange.marks[1]!;
  for (const { locale, ...read } of shown) {
    for (const each of [value.backlogNow, backlog.p50, backlog.p10, backlog.p90])
      expect(read.sentence).toContain(Math.round(each).toLocaleString(tag[locale]));
    expect(read.found).toContain(planWords[locale].foundFigure(value.found));
  }
});
