import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { addColleague, openCaseWorkspace, type CaseWorkspace } from '../../support/caseWorkspace.ts';
import { storyLanguages } from '../../support/languages.ts';
import { answerDialogs, test, today } from '../../support/launch.ts';
import { intakeWords } from './intakeWords.ts';

const passphrase = 'a passphrase for tests';

/** In the shape of the published schema; all of it is invented, or kept for examples. */
const report = {
  reportId: '900100200',
  espName: 'Example Network',
  incidentSummary: { incidentType: 'Online Enticement of Children for Sexual Acts' },
  personOrUserReported: [
    {
      espService: 'Example Network',
      screenName: 'northriver',
      personOrUserReportedPerson: { firstName: 'Pat', email: ['north.river@example.com'] },
      ipCaptureEvent: [{ ipAddress: '203.0.113.9', port: 40112, dateTime: '2026-11-20T22:15:04-05:00' }],
    },
  ],
  victim: [{ firstName: 'Robin', age: 13 }],
};

/** Unit U08 with its officer, what it holds already, and a desk that serves both units; J. Roy is of U07 alone. */
async function prepare(page: Page, { unitId }: CaseWorkspace) {
  const { id: other } = await ask(page, 'units.save', {
    code: 'U08',
    name: { en: 'Unit 8', fr: 'Unité 8' },
    service: 'Northern service',
    active: true,
  });
  const { session } = await ask(page, 'session.current', {});
  const roy = { userId: session!.user.id, roles: ['administrator', 'investigator', 'supervisor'] as const };
  const user = (login: string, displayName: string, role: 'investigator' | 'supervisor', units: (typeof unitId)[]) =>
    addColleague(page, { login, displayName, roles: [role], unitIds: units, passphrase });
  await user('west', 'W. West', 'investigator', [other]);
  await user('desk', 'D. Desk', 'supervisor', [unitId, other]);
  await ask(page, 'users.grant', { ...roy, roles: [...roy.roles], version: 2, unitIds: [unitId, other] });
  const none = { port: null, seenText: null, seenOffset: null, event: null, obtained: null, obtainedReference: null };
  const held = { unitId: other, source: 'cybertip', receivedOn: '2026-11-19' } as const;
  const first = await ask(page, 'referrals.log', { ...held, source: 'school' });
  const identifiers = [
    { ...none, kind: 'email', value: 'North.River@example.com', service: null },
    { ...none, kind: 'handle', value: '@NorthRiver', service: 'Example Network' },
  ] as const;
  await ask(page, 'referrals.log', { ...held, identifiers: [...identifiers] });
  const danger = { identifiable: 'no', imminent: false, decidedAt: Date.parse(`${today}T12:00`) } as const;
  await ask(page, 'referrals.decideDanger', { referralId: first.id, ...danger, reason: 'No child is named.' });
  await ask(page, 'referrals.move', { referralId: first.id, version: 1, to: 'not_viable', on: today });
  await ask(page, 'users.grant', { ...roy, roles: [...roy.roles], version: 3, unitIds: [unitId] });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  /** The same again, logged in the unit of the package: its referrals alone are bundled. */
  return () => ask(page, 'referrals.log', { ...held, unitId, identifiers: [...identifiers] });
}

/** To a screen, or to an act, by the command palette. */
async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(
    page.getByRole('searchbox').or(page.getByRole('combobox')).or(page.getByRole('textbox')).last(),
  ).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('dialog').locator('[data-selected]')).toContainText(words);
  await page.keyboard.press('Enter');
}

const mostTabs = 60;

/** Tab until it has the cursor, as someone without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle();
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The cursor does not come to ${String(target)}.`);
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Of a group of choices the Tab key comes to one, and the arrows go on from there. */
async function choose(page: Page, group: Locator, name: string | RegExp): Promise<void> {
  const wanted = group.getByRole('radio', { name });
  const all = group.getByRole('radio');
  const isIn = () => all.evaluateAll((nodes) => nodes.includes(document.activeElement as never));
  for (let pressed = 0; pressed < mostTabs && !(await isIn()); pressed += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let pressed = 0; pressed < mostTabs && !(await wanted.isChecked()); pressed += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

async function send(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

for (const locale of storyLanguages('en')) {
  const say = intakeWords[locale];
  const name =
    locale === 'en'
      ? 'a package that another unit knows of is bundled, triaged and assigned, all by keyboard'
      : 'un envoi qu’une autre unité connaît est regroupé, trié et attribué, au clavier';
  test(name, async ({ vigie, window, userData }) => {
    const workspace = await openCaseWorkspace(vigie, window, userData, locale);
    const shoot = async (what: string) => {
      if (process.env['VIGIE_SHOTS'] === undefined) return;
      await mkdir(process.env['VIGIE_SHOTS'], { recursive: true });
      await window.screenshot({ path: join(process.env['VIGIE_SHOTS'], `${what}-${locale}.png`) });
    };
    const logAlike = await prepare(window, workspace);
    const path = join(workspace.folder, 'package.json');
    await writeFile(path, JSON.stringify(report));
    await answerDialogs(vigie, { open: path });
    const dialog = window.getByRole('dialog');
    const panel = window.getByRole('complementary');

    await test.step('an officer takes it in, and is told which unit holds the same and nothing of its file', async () => {
      await goTo(window, say.tips);
      await press(window, window.getByRole('button', { name: say.choose }), 'Enter');
      await expect(window.getByText(say.elsewhere)).toBeVisible();
      await expectAccessible(window, 'a package read');
      await shoot('package');
      await press(window, window.getByRole('button', { name: say.log }), 'Enter');
      await expect(window.getByText(say.logged)).toBeVisible();
      await press(window, window.getByRole('link', { name: say.openIt }), 'Enter');
      await expect(panel.getByText(say.elsewhere)).toBeVisible();
      await expect(panel.getByText(say.danger)).toBeVisible();
      await expect(window.getByText('2026-00002')).toHaveCount(0);
      await shoot('elsewhere');
    });

    await test.step('the desk of both units opens what is alike and bundles it', async () => {
      await goTo(window, say.lock);
      await window.getByLabel(say.login).waitFor();
      await tabTo(window, window.getByLabel(say.login));
      await window.keyboard.press('Control+a');
      await window.keyboard.type('desk');
      await tabTo(window, window.getByLabel(say.passphrase));
      await window.keyboard.type(passphrase);
      await window.keyboard.press('Enter');
      await window.getByRole('navigation').first().waitFor();
      await window.getByRole('heading', { level: 1 }).waitFor();
      await logAlike();
      await goTo(window, say.inbox);
      const row = window.getByRole('grid').getByRole('row').filter({ hasText: '2026-00001' });
      await row.waitFor();
      await tabTo(window, window.getByRole('grid'));
      await window.keyboard.press('Home');
      while (!(await row.evaluate((node) => node.hasAttribute('data-cursor'))))
        await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      await expect(panel.getByRole('link', { name: 'U07-2026-00002' }).first()).toBeVisible();
      await window.keyboard.press('b');
      await expect(dialog).toContainText(say.bundleTitle);
      await expect(dialog.getByText(say.sameEmail)).toBeVisible();
      await choose(window, dialog.getByRole('radiogroup'), say.head);
      await expectAccessible(window, 'what it is bundled under');
      await shoot('bundle');
      await send(window);
      await expect(panel.getByText(say.bundledUnder)).toBeVisible();
      await expect(window.getByText(say.waiting)).toBeVisible();
      await press(window, panel.getByRole('link', { name: 'U07-2026-00002' }).last(), 'Enter');
    });

    await test.step('the head is decided on, child protection is notified, and it is scored and assigned', async () => {
      const heading = panel.getByRole('heading', { name: 'U07-2026-00002' });
      await heading.waitFor();
      // Where the page has its focus: whether its window is in front is the display's business, which two tests share.
      await expect.poll(() => heading.evaluate((node) => node === document.activeElement)).toBe(true);
      await expect(panel.getByText(say.danger)).toBeVisible();
      await window.keyboard.press('d');
      await choose(window, dialog.getByRole('radiogroup').first(), say.yes);
      await choose(window, dialog.getByRole('radiogroup').last(), say.no);
      await tabTo(window, dialog.getByLabel(say.reason));
      await window.keyboard.type(locale === 'en' ? 'A first name and a school.' : 'Un prénom et une école.');
      await shoot('danger');
      await send(window);
      await expect(panel.getByText(say.notice)).toBeVisible();
      await window.keyboard.press('n');
      await tabTo(window, dialog.getByLabel(say.agency));
      await window.keyboard.type(locale === 'en' ? 'Northern child protection' : 'Protection de l’enfance du Nord');
      await tabTo(window, dialog.getByLabel(say.person));
      await window.keyboard.type('B. Exemple');
      await send(window);
      await expect(panel.getByText(say.notified)).toBeVisible();
      await window.keyboard.press('t');
      await choose(window, dialog.getByRole('radiogroup'), say.veryHigh);
      await send(window);
      await expect(panel.getByText(say.scored)).toBeVisible();
      await window.keyboard.press('a');
      await choose(window, dialog.getByRole('radiogroup'), say.assignTo);
      await expectAccessible(window, 'whom it is assigned to');
      await send(window);
      await expect(panel.getByText('J. Roy').first()).toBeVisible();
      await shoot('assigned');
    });

    const { rows } = await ask(window, 'referrals.list', {
      filter: {},
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
      size: 9,
    });
    expect(rows.map(({ number, state, riskBand }) => [number, state, riskBand])).toEqual([
      ['2026-00001', 'not_viable', null],
      ['2026-00001', 'bundled', null],
      ['2026-00002', 'received', null],
      ['2026-00002', 'assigned', 'very_high'],
    ]);
  });
}
