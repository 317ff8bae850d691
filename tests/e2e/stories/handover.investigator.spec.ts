import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { addColleague, openCaseWorkspace, type CaseWorkspace } from '../../support/caseWorkspace.ts';
import { storyLanguages } from '../../support/languages.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { handoverWords, type HandoverWords } from './handoverWords.ts';

const passphrase = 'a passphrase for tests';
const today = '2027-01-05';

test.use({ day: today });

interface Desk {
  readonly fileId: string;
  readonly number: string;
  readonly referralNumber: string;
}

/** A file and a referral of the officer who leaves, and a colleague in the same unit. */
async function prepare(page: Page, { unitId }: CaseWorkspace): Promise<Desk> {
  const { session } = await ask(page, 'session.current', {});
  const leaving = session?.user.id ?? ('' as never);
  await addColleague(page, {
    login: 'next',
    displayName: 'M. Next',
    roles: ['investigator'],
    unitIds: [unitId],
    passphrase,
  });
  const file = await ask(page, 'investigations.open', {
    unitId,
    openedOn: '2026-11-20',
    referralIds: [],
    lead: leaving,
  });
  const referral = await ask(page, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-12-02' });
  await ask(page, 'referrals.assign', { referralIds: [referral.id], userId: leaving, on: '2026-12-03' });
  await page.reload();
  return { fileId: file.id, number: file.number, referralNumber: referral.number };
}

async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(
    page.getByRole('searchbox').or(page.getByRole('combobox')).or(page.getByRole('textbox')).last(),
  ).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').getByText(words).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Opens the form of a key, waits for its first field, and fills the fields by their labels. */
async function write(page: Page, key: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

/** What is done in the file, each by its key; closing is refused while any of it is open. */
async function workTheFile(page: Page, words: HandoverWords): Promise<void> {
  await write(page, 'n', { [words.note]: 'Provider called.' });
  await write(page, 't', { [words.task]: 'Call the provider', [words.owner]: 'J. Roy' });
  await write(page, 'd', { [words.exhibit]: 'X-1' });
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: words.nextStep }).fill('Serve the order');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Serve the order' })).toBeVisible();
  const notes = page.getByRole('region', { name: words.notesTitle });
  await expect(notes).not.toContainText('Provider called.');
  await notes.getByRole('button', { name: words.showText }).press('Enter');
  await expect(notes).toContainText('Provider called.');
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.conclude);
  await expect(dialog).toContainText(words.taskOpen);
  await expect(dialog).toContainText(words.deviceOpen);
  await expectAccessible(page, 'what is still open');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expectAccessible(page, 'a file with its work');
}

async function handOver(page: Page, vigie: ElectronApplication, pdf: string, words: HandoverWords): Promise<void> {
  await expect(page.getByRole('heading', { name: words.title('J. Roy') })).toBeVisible();
  await write(page, 'e', { [words.leavesOn]: '2027-01-29', [words.training]: 'Course in March' });
  const part = (name: string) => page.locator('label').filter({ hasText: name });
  await part(words.notesPart).click();
  await expect(page.getByText('2027-01-29')).toBeVisible();
  await expectAccessible(page, 'a handover');
  await answerDialogs(vigie, { save: pdf });
  await page.keyboard.press('p');
  await expect(page.getByText(words.printed, { exact: true })).toBeVisible();
  const give = async () => {
    // Nothing is chosen until somebody does; what is chosen in each list goes together.
    for (const each of words.parts) {
      await part(each).click();
      await page.getByRole('grid').focus();
      await page.keyboard.press('Control+a');
    }
    await write(page, 'a', { [words.to]: 'M. Next' });
    await expect(page.getByText(words.empty)).toBeVisible();
    await part(words.notesPart).click();
    await expect(page.getByText(words.given).first()).toBeVisible();
    // The palette is not heard from a field.
    await page.getByRole('heading', { level: 1 }).click();
  };
  await give();
  await page.getByRole('listitem').getByRole('button', { name: words.undo }).press('Enter');
  await expect(page.getByText(words.undone)).toBeVisible();
  await give();
}

for (const locale of storyLanguages('en')) {
  const words = handoverWords[locale];
  const name =
    locale === 'en'
      ? 'an officer leaves and another takes over, all by keyboard'
      : 'une personne quitte l’unité et une autre prend la relève, au clavier';
  longTest(name, async ({ vigie, window, userData }) => {
    const workspace = await openCaseWorkspace(vigie, window, userData, locale);
    const { fileId, number, referralNumber } = await prepare(window, workspace);
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/investigations/${fileId}`);
    await expect(window.getByRole('heading', { level: 1 })).toContainText(number);
    await workTheFile(window, words);
    await goTo(window, words.handover);
    const pdf = join(workspace.folder, 'handover.pdf');
    await handOver(window, vigie, pdf, words);
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');

    await goTo(window, words.lock);
    const login = window.getByLabel(words.login);
    await login.fill('next');
    await window.getByLabel(words.passphrase).fill(passphrase);
    await window.keyboard.press('Enter');
    await window.getByRole('navigation').first().waitFor();
    await goTo(window, words.handover);
    await expect(window.getByRole('heading', { name: words.title('M. Next') })).toBeVisible();
    await expect(window.getByRole('grid').getByText(number)).toBeVisible();
    await window.locator('label').filter({ hasText: words.parts[1] }).click();
    await expect(window.getByRole('grid').getByText(referralNumber, { exact: true })).toBeVisible();
  });
}
