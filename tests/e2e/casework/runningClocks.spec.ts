import { join } from 'node:path';
import { expect, type ElectronApplication } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { onDay } from '../../support/onDay.ts';
import { readPdf } from '../../support/pdf.ts';

const today = '2027-01-05';

test.use({ day: today });

const words = {
  en: {
    near: '1 short deadline is near or has passed',
    system: 'A deadline is near or has passed. Open Vigie.',
    lock: 'Lock',
    running: '1 short deadline is running',
    silent: 'Vigie cannot alert while it is locked or closed.',
    notReported: 'Not recorded',
    save: 'Save a page for the next shift…',
    saved: 'Saved.',
    stay: 'Stay',
    close: 'Close Vigie',
    lockNow: 'Lock now',
    login: 'Login',
    printed: ['Deadlines for the next shift', 'First action on a referral', 'Child in danger', 'Not recorded'],
  },
  fr: {
    near: '1 échéance à court délai approche ou est passée',
    system: 'Une échéance approche ou est passée. Ouvrez Vigie.',
    lock: 'Verrouiller',
    running: '1 échéance à court délai est en cours',
    silent: 'Vigie n’avertit pas lorsqu’elle est verrouillée ou fermée.',
    notReported: 'Non inscrit',
    save: 'Enregistrer une page pour le prochain quart…',
    saved: 'Enregistré.',
    stay: 'Rester',
    close: 'Fermer Vigie',
    lockNow: 'Verrouiller maintenant',
    login: 'Nom d’utilisateur',
    printed: ['Échéances du prochain quart', 'Première mesure pour un signalement', 'Enfant en danger', 'Non inscrit'],
  },
} as const;

/** What the system would show from now on. */
async function recordAlerts(vigie: ElectronApplication): Promise<() => Promise<unknown>> {
  const shown = await vigie.evaluateHandle(({ Notification }) => {
    const alerts: string[] = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      alerts.push(`${this.title}: ${this.body}`);
    };
    return alerts;
  });
  return () => shown.jsonValue();
}

for (const locale of languages) {
  const say = words[locale];

  longTest(
    `a deadline in hours is announced before it passes, and shown with a page for the next shift before one locks or leaves (${locale})`,
    async ({ vigie, window, userData }) => {
      const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, locale);
      const alerts = await recordAlerts(vigie);
      const summary = 'A text of the case';
      const { id, number } = await ask(window, 'referrals.log', {
        unitId,
        source: 'ncecc',
        receivedOn: today,
        summary,
      });
      await ask(window, 'referrals.decideDanger', {
        ...{ referralId: id, identifiable: 'yes', imminent: true, decidedAt: Date.parse(`${today}T12:00`) },
        reason: 'A first name is named.',
      });
      await window.reload();
      const alarm = window.getByRole('alert').filter({ hasText: say.near });
      await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(alarm).toHaveCount(0);
      expect(await alerts()).toEqual([]);

      // Half an hour before the four hours of the band are over.
      await vigie.close();
      await onDay(userData, `${today}T15:30`, async (page, application) => {
        const alerts = await recordAlerts(application);
        await page.reload();
        const near = page.getByRole('alert').filter({ hasText: say.near });
        await expect(near).toContainText(number);
        await expectAccessible(page, 'a deadline that is near');
        await expect.poll(alerts).toEqual([`Vigie: ${say.system}`]);

        const dialog = page.getByRole('dialog', { name: say.running });
        await page.getByRole('button', { name: say.lock, exact: true }).click();
        await expect(dialog).toContainText(say.silent);
        await expect(dialog.getByRole('row').last()).toContainText(number);
        await expect(dialog.getByRole('row').last()).toContainText(say.notReported);
        await expectAccessible(page, 'what runs before one locks');
        const pdf = join(folder, 'shift.pdf');
        await answerDialogs(application, { save: pdf });
        await dialog.getByRole('button', { name: say.save }).click();
        await expect(dialog.getByText(say.saved)).toBeVisible();
        const text = (await readPdf(pdf)).pages.join(' ').replaceAll(/\s+/g, ' ');
        for (const printed of [number, ...say.printed]) expect(text).toContain(printed);
        expect(text).not.toContain(summary);
        await dialog.getByRole('button', { name: say.stay }).click();
        await expect(dialog).toBeHidden();

        await application.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.close();
        });
        await expect(dialog.getByRole('button', { name: say.close })).toBeVisible();
        await dialog.getByRole('button', { name: say.stay }).click();
        await page.getByRole('button', { name: say.lock, exact: true }).click();
        await dialog.getByRole('button', { name: say.lockNow, exact: true }).click();
        await expect(page.getByLabel(say.login)).toBeVisible();
      });
    },
  );
}
