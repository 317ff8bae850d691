import { expect, type Page } from '@playwright/test';
import type { InvestigationId, UnitId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest, today } from '../../support/launch.ts';
import { personInput } from '../../support/persons.ts';

const words = {
  en: {
    devices: 'Devices',
    change: 'Change',
    locked: 'Locked when seized',
    opened: 'Unlocked on',
    save: 'Save devices',
    still: /Still locked/,
    locks: 'Locked devices by quarter',
    support: 'Victim-services referrals',
    answer: 'Answer…',
    outcome: 'Answer of the service',
    accepted: 'Accepted by service',
    record: 'Record answer',
    counts: 'Victim-services referrals by quarter',
  },
  fr: {
    devices: 'Appareils',
    change: 'Modifier',
    locked: 'Verrouillé à la saisie',
    opened: 'Déverrouillé le',
    save: 'Enregistrer les appareils',
    still: /Encore verrouillé/,
    locks: 'Appareils verrouillés par trimestre',
    support: 'Orientation vers les services aux victimes',
    answer: 'Réponse…',
    outcome: 'Réponse du service',
    accepted: 'Acceptée par le service',
    record: 'Inscrire la réponse',
    counts: 'Orientations vers les services aux victimes, par trimestre',
  },
} as const;
type Words = (typeof words)['en' | 'fr'];

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

/** A file with two locked devices and a referral, all of today. */
async function openFile(page: Page, unitId: UnitId): Promise<InvestigationId> {
  const { id } = await ask(page, 'investigations.open', { unitId, openedOn: today, referralIds: [], lead: null });
  await ask(page, 'devices.record', {
    ...{ investigationId: id, kind: 'phone', count: 2, label: null, authorityId: null, seizedOn: today },
    ...{ queuedOn: null, lab: null, beganOn: null, examinedOn: null, endedOn: null, endReason: null, locked: true },
  });
  await ask(page, 'support.add', { investigationId: id, referredOn: today, service: 'victim_services' });
  return id;
}

/** The counts of the current quarter: the last row, without the name of the quarter. */
async function expectCounts(page: Page, name: string, counts: readonly string[]): Promise<void> {
  const cells = page.getByRole('table', { name, exact: true }).getByRole('row').last().getByRole('cell');
  await expect(cells).toHaveText([/./, ...counts]);
}

async function readLocks(page: Page, text: Words, counts: readonly string[], inQueue: number): Promise<void> {
  await goTo(page, '/devices');
  await expect(page.getByRole('gridcell', { name: text.still })).toHaveCount(inQueue);
  const summary = page.locator('summary', { hasText: text.locks });
  // Once opened it stays open.
  if ((await summary.locator('xpath=..').getAttribute('open')) === null) await summary.click();
  await expectCounts(page, text.locks, counts);
}

async function openDevice(page: Page, text: Words): Promise<void> {
  const devices = page.getByRole('region', { name: text.devices, exact: true });
  await expect(devices.getByRole('cell', { name: text.still })).toBeVisible();
  await devices.getByRole('table').getByRole('button').filter({ hasText: text.change }).click();
  await expect(page.getByLabel(text.locked)).toHaveValue('locked');
  await page.getByLabel(text.opened).fill(today);
  await page.getByRole('button', { name: text.save }).click();
  await expect(devices.getByRole('cell', { name: text.still })).toHaveCount(0);
}

async function answerReferral(page: Page, text: Words): Promise<void> {
  const support = page.getByRole('region', { name: text.support, exact: true });
  await support.getByRole('button').filter({ hasText: text.answer }).click();
  await page.getByLabel(text.outcome, { exact: true }).selectOption('accepted');
  await page.getByRole('button', { name: text.record }).click();
  await expect(support.getByRole('cell', { name: `${text.accepted} ${today}` })).toBeVisible();
}

for (const locale of languages) {
  longTest(`locked devices and answers of services, ${locale}`, async ({ vigie, window, userData }) => {
    const text = words[locale];
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    const file = await openFile(window, unitId);
    await readLocks(window, text, ['2', '2', '0', '0', '0', '2'], 1);
    await expectAccessible(window, 'the queue with locked devices by quarter');
    await goTo(window, `/investigations/${file}`);
    await openDevice(window, text);
    await answerReferral(window, text);
    await expectAccessible(window, 'a file with an opened device and an answer');
    await readLocks(window, text, ['2', '2', '0', '2', '0', '0'], 0);
    await goTo(window, '/victims');
    await expectCounts(window, text.counts, ['1', '1', '0', '0']);
    await expectAccessible(window, 'answers of services by quarter');
  });
}

for (const locale of languages)
  longTest(
    `a device at a laboratory of a long name has few lines in a small window, ${locale}`,
    async ({ vigie, window, userData }) => {
      const text = words[locale];
      const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
      const { id } = await ask(window, 'investigations.open', { unitId, openedOn: today, referralIds: [], lead: null });
      const lab = 'Laboratoire fictif / Fictitious laboratory';
      const { id: personId } = await ask(
        window,
        'persons.add',
        personInput({ kind: 'investigation', id }, 'subject', { name: 'Camille Exemple' }),
      );
      await ask(window, 'devices.record', {
        ...{ investigationId: id, kind: 'phone', count: 3, label: 'E2026-00083-4', authorityId: null, seizedOn: today },
        ...{ queuedOn: today, lab, beganOn: null, examinedOn: null, endedOn: null, endReason: null, locked: true },
        ...{ personId, place: '100, rue Fictive' },
      });
      await vigie.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
      });
      await goTo(window, `/investigations/${id}`);
      const row = window.getByRole('region', { name: text.devices, exact: true }).getByRole('row').last();
      await expect(row).toContainText(lab);
      await row.scrollIntoViewIfNeeded();
      const box = await row.boundingBox();
      expect(box?.height).toBeLessThanOrEqual(3 * 20 + 2 * 4 + 1);
    },
  );
