import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { storyLanguages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';
import { onDay } from '../../support/onDay.ts';
import { courtWords } from './courtWords.ts';

const mostTabs = 150;

/** Tab until the field has the cursor, as someone without a mouse would. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  // Looked up once: at each press it would cost more than the press.
  const element = await field.elementHandle();
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The cursor does not come to ${String(field)}.`);
}

/** The label in full; a star marks a field that is needed. */
function fieldOf(page: Page, label: string): Locator {
  const whole = new RegExp(`^${label.replace(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')}(?: \\*)?$`);
  return page.getByRole('dialog').last().getByLabel(whole).first();
}

async function type(page: Page, label: string, value: string): Promise<void> {
  await tabTo(page, fieldOf(page, label));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(value);
}

/** Arrow keys until the list shows the value. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  const list = fieldOf(page, label);
  await tabTo(page, list);
  await page.keyboard.press('Home');
  for (let pressed = 0; pressed < mostTabs && (await list.inputValue()) !== value; pressed += 1)
    await page.keyboard.press('ArrowDown');
  expect(await list.inputValue()).toBe(value);
}

async function send(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
}

async function sendAndSee(page: Page): Promise<void> {
  await send(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

async function goTo(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** The date that comes first in the file, and what it is. */
async function expectNext(page: Page, ahead: string, first: string): Promise<void> {
  await expect(page.getByRole('region', { name: ahead }).getByRole('listitem').first()).toContainText(first);
}

function tell(locale: Locale): void {
  const say = courtWords[locale];
  longTest(
    `a file runs from the warrant to the court’s disposition (${locale})`,
    async ({ vigie, window, userData }) => {
      const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
      const { id: referralId } = await ask(window, 'referrals.log', {
        unitId,
        source: 'ncecc',
        receivedOn: '2026-11-20',
      });
      await ask(window, 'referrals.decideDanger', {
        referralId,
        identifiable: 'no',
        imminent: false,
        decidedAt: Date.parse('2026-11-21T12:00:00Z'),
        reason: 'No child can be told from the tip.',
      });
      const opened = { unitId, openedOn: '2026-11-23', referralIds: [referralId], lead: null };
      const { id, number } = await ask(window, 'investigations.open', opened);
      const path = `/investigations/${id}`;
      const title = say.file(number);

      await goTo(window, path, title);
      await window.keyboard.press('p');
      await type(window, say.name, 'A. Exemple');
      await sendAndSee(window);
      await window.keyboard.press('i');
      await choose(window, say.kind, 'ip');
      await type(window, say.identifier, '203.0.113.7');
      await send(window);
      await expect(window.getByText(say.sayHow)).toBeVisible();
      await choose(window, say.obtained, 'volunteered');
      await sendAndSee(window);
      await expect(window.getByText('203.0.113.7', { exact: true })).toBeVisible();
      // The name of before finds it; the name of today is shown.
      await window.keyboard.press('f');
      await expectAccessible(window, 'the form of an offence');
      await type(window, say.firstOn, '2026-10-01');
      await type(window, say.offence, say.oldName);
      await expect(window.getByRole('option')).toHaveCount(1);
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      await sendAndSee(window);
      // A year from the offence, for summary proceedings.
      await expect(window.getByRole('cell', { name: new RegExp(`^${say.newName} .*2027-10-01$`) })).toBeVisible();
      await window.keyboard.press('l');
      await choose(window, say.whatKind, 'search_warrant');
      await type(window, say.issuedOn, '2026-11-24');
      await type(window, say.executeBy, '2026-12-04');
      await sendAndSee(window);
      await expectNext(window, say.ahead, `2026-12-04${say.warrantDue}`);
      await vigie.close();

      await onDay(userData, '2026-12-02', async (page) => {
        await goTo(page, '/due', say.due);
        await expect(page.getByText(say.summary(0, 1))).toBeVisible();
        await goTo(page, path, title);
        await press(page, say.change(say.warrant));
        await type(page, say.executedOn, '2026-12-02');
        await sendAndSee(page);
        await page.keyboard.press('l');
        await choose(page, say.whatKind, 'seizure');
        await type(page, say.seizedOn, '2026-12-02');
        await type(page, say.onWhom, 'A. Exemple');
        await chooseFirst(page, say.inFile);
        await type(page, say.place, '100, rue Fictive');
        await sendAndSee(page);
        await expect(page.getByText('A. Exemple · 100, rue Fictive')).toBeVisible();
        await expectNext(page, say.ahead, `2027-03-02${say.detention}`);
        await page.keyboard.press('r');
        await type(page, say.arrestOn, '2026-12-02');
        await chooseFirst(page, say.arrested);
        await sendAndSee(page);
        await page.keyboard.press('g');
        await chooseFirst(page, say.accused);
        await type(page, say.offenceOn, '2026-10-01');
        await type(page, say.section, say.oldName);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect(fieldOf(page, say.section)).toHaveValue('163.1(4)');
        await choose(page, say.stage, 'recommended');
        await sendAndSee(page);
        await expect(page.getByRole('cell', { name: 'A. Exemple' }).last()).toBeVisible();
        for (const linked of say.linked) await expect(page.getByText(` · ${linked}`)).toBeVisible();
      });

      await onDay(userData, '2027-02-25', async (page) => {
        // Five days before the three months are over: the reminder of seven days has come.
        await goTo(page, '/due', say.due);
        await expect(page.getByText(say.summary(0, 1))).toBeVisible();
        await goTo(page, path, title);
        for (const [stage, day] of [
          ['approved', '2027-02-20'],
          ['laid', '2027-02-25'],
        ] as const) {
          await press(page, say.nextStage);
          await choose(page, say.stage, stage);
          await type(page, say.stageOn, day);
          await sendAndSee(page);
        }
        await expect(page.getByText(say.personCharged)).toBeVisible();
        await page.keyboard.press('l');
        await choose(page, say.whatKind, 'court_proceedings');
        await type(page, say.chargeLaidOn, '2027-02-25');
        await sendAndSee(page);
        await press(page, say.change(say.seizure));
        await type(page, say.over, '2027-02-25');
        await choose(page, say.how, 'proceedings');
        await sendAndSee(page);
        await expectNext(page, say.ahead, `2028-08-25${say.ceiling}`);
        await expect(page.getByText(say.net)).toBeVisible();
        await expectAccessible(page, 'a file at court');
      });

      await onDay(userData, '2028-08-21', async (page) => {
        await goTo(page, '/due', say.due);
        await expect(page.getByText(say.summary(0, 1))).toBeVisible();
        await goTo(page, path, title);
        await page.keyboard.press('x');
        const open = page.getByRole('dialog', { name: say.stillOpen });
        await expect(open).toContainText(say.points(3));
        await page.keyboard.press('1');
        await type(page, say.trialEnded, '2028-08-21');
        await send(page);
        // The list is read again: what was first on it is done.
        await expect(open).toContainText(say.points(2));
        await expect(open).toContainText(say.sectionText.slice(-3));
        await page.keyboard.press('1');
        await choose(page, say.outcome, 'guilty');
        await send(page);
        await expect(open).toContainText(say.clearance);
        await expectAccessible(page, 'what keeps a file open');
        await page.keyboard.press('1');
        await choose(page, say.status, 'charged');
        await send(page);
        await expect(page.getByRole('dialog', { name: say.conclude }).locator(':focus')).toHaveCount(1);
        await sendAndSee(page);
        await expect(page.getByText(say.concluded, { exact: true }).first()).toBeVisible();
        const { rows } = await ask(page, 'due.list', { filter: {} });
        expect(rows).toEqual([]);
      });
    },
  );
}

/** The first person after the empty line. */
async function chooseFirst(page: Page, label: string): Promise<void> {
  await tabTo(page, fieldOf(page, label));
  await page.keyboard.press('ArrowDown');
  await expect(fieldOf(page, label)).not.toHaveValue('');
}

for (const locale of storyLanguages('fr')) tell(locale);
