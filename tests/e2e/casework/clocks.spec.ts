import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { onDay } from '../../support/onDay.ts';

/** A winter Tuesday. */
const today = '2027-01-05';

test.use({ day: today });

async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).fill(value);
}

longTest(
  'a seizure and a demand have their deadlines, an override its reason, all by keyboard',
  async ({ vigie, window, userData }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
    const { id } = await ask(window, 'investigations.open', {
      unitId,
      openedOn: '2026-11-20',
      referralIds: [],
      lead: null,
    });
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/investigations/${id}`);
    const ahead = window.getByRole('region', { name: 'Upcoming and overdue' }).getByRole('listitem');
    await expect(window.getByRole('button', { name: /^Add…/ })).toBeVisible();
    await expect(ahead).toHaveCount(0);

    await window.keyboard.press('l');
    await expect(window.getByLabel('Type of authority')).toBeFocused();
    await window.getByLabel('Type of authority').selectOption('seizure');
    await expectAccessible(window, 'the form of a seizure');
    await fill(window, 'Seized on', '2026-11-30');
    await fill(window, 'Person or service concerned', 'A. Example');
    await window.keyboard.press('Control+Enter');
    const section = window.getByRole('region', { name: 'Authorities and deadlines' });
    const detention = section.getByRole('listitem').filter({ hasText: 'Detention of things seized ends' }).last();
    await expect(detention).toContainText('2027-02-28');
    await expect(detention).toContainText('in 54 days');
    await expect(ahead.first()).toContainText('2027-02-28Detention of things seized ends');
    await detention.getByRole('button', { name: /^Calculation/ }).press('Enter');
    await expect(detention).toContainText('same calendar number or on the last day of a month that has none');
    await expect(detention).toContainText('the date does not move, act by 2027-02-26');
    await expect(detention).toContainText('Rule CC-490(2), catalogue 2');
    await expectAccessible(window, 'a file with a seizure');

    const demand = async (data: string) => {
      // A letter is silent while the dialog before it closes.
      await expect(window.getByRole('dialog')).toHaveCount(0);
      await window.keyboard.press('l');
      await window.getByLabel('Type of authority').selectOption('preservation_demand');
      await fill(window, 'Made on', '2026-12-20');
      await window.getByRole('dialog').getByLabel('Person or service concerned').fill('Example Network');
      await window.getByRole('dialog').getByLabel('Data or things covered').fill(data);
      await window.keyboard.press('Control+Enter');
    };
    await demand('Account north, December');
    // 21 days after 20 December: five days ahead, so its reminder of five days has come.
    await expect(ahead.first()).toContainText('2027-01-10Preservation demand expires');
    await demand('account NORTH december');
    await expect(window.getByRole('alert')).toContainText('was already made to this person');
    await window.keyboard.press('Escape');

    await detention.getByRole('button', { name: /^Override/ }).press('Enter');
    await window.getByLabel('Date that applies').fill('2027-03-31');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByText('Required', { exact: true })).toBeVisible();
    await window.getByLabel('Reason').fill('Order of a justice, extended');
    await window.keyboard.press('Control+Enter');
    await expect(detention).toContainText('2027-03-31');
    await expect(detention).toContainText('Computed: 2027-02-28. Decided by J. Roy');
    await expect(detention).toContainText('Order of a justice, extended');
    await expectAccessible(window, 'a decided date');

    const detentionUrl = await window.evaluate(() => location.hash);
    await window
      .getByRole('navigation')
      .getByRole('link', { name: /^Deadlines/ })
      .click();
    await window.getByRole('button', { name: 'Unit time limits…' }).press('Enter');
    await fill(window, 'In force from', '2026-11-01');
    await fill(window, 'Days', '14');
    await expectAccessible(window, 'the unit’s own periods');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('row').filter({ hasText: 'Report to a justice (Form 5.2)' })).toContainText(
      '22 days overdue',
    );
    await window.getByRole('button', { name: 'Closed days…' }).press('Enter');
    await fill(window, 'Days', '2027-03-31, 2027-03-30');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('row').filter({ hasText: 'Detention of things seized ends' })).toContainText(
      '2027-03-29',
    );
    await window.evaluate((hash) => {
      location.hash = hash;
    }, detentionUrl);
    await expect(detention).toContainText('2027-03-31');

    await window.keyboard.press('x');
    const list = window.getByRole('dialog', { name: /cannot be concluded yet/ });
    await expect(list).toContainText('1 item is still open');
    await expectAccessible(window, 'what keeps a file open');
    await window.keyboard.press('1');
    await fill(window, 'Ended on', '2027-01-05');
    await window.getByLabel('Reason for ending').selectOption('returned');
    await window.keyboard.press('Control+Enter');
    await window
      .getByRole('dialog', { name: /^Conclude/ })
      .getByRole('textbox')
      .last()
      .press('Control+Enter');
    await expect(window.getByText('Concluded', { exact: true }).first()).toBeVisible();
  },
);

async function openDue(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/due';
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Échéances' })).toBeVisible();
}

longTest(
  'un mandat approche de son échéance, son rappel vient avec le jour, et il sort de la liste une fois exécuté',
  async ({ vigie, window, userData }) => {
    const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, 'fr');
    const open = { unitId, openedOn: '2026-12-20', referralIds: [] };
    const file = await ask(window, 'investigations.open', { ...open, lead: null });
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/investigations/${file.id}`);
    await expect(window.getByRole('button', { name: /^Ajouter…/ })).toBeVisible();
    await expect(window.getByRole('region', { name: 'À venir et en retard' })).toHaveCount(0);
    await window.keyboard.press('l');
    await window.getByLabel('Type d’autorisation').selectOption('search_warrant');
    await fill(window, 'Décerné le', '2027-01-04');
    await fill(window, 'À exécuter au plus tard le (date écrite dans le mandat)', '2027-01-17');
    await window.keyboard.press('Control+Enter');
    await expect(
      window.getByRole('region', { name: 'À venir et en retard' }).getByRole('listitem').first(),
    ).toContainText('2027-01-17Mandat de perquisition à exécuter');
    const menu = window.getByRole('navigation').getByRole('link', { name: /^Échéances(?! manquées)/ });
    await menu.click();
    await expect(window.getByText('0 en retard, 0 aujourd’hui, 0 avec rappel.')).toBeVisible();
    await expect(window.getByRole('row').last()).toContainText('dans 12 jours');
    await expect(menu).not.toContainText('à surveiller');
    await expectAccessible(window, 'the list of what is due');
    await vigie.close();

    await onDay(userData, '2027-01-07', async (page) => {
      await openDue(page);
      // Ten days before: the first reminder of a short clock.
      await expect(page.getByText('0 en retard, 0 aujourd’hui, 1 avec rappel.')).toBeVisible();
      await expect(page.getByRole('navigation').getByText('échéance à surveiller')).toBeAttached();
      const row = page.getByRole('row').last();
      await expect(row).toContainText('dans 10 jours');
      // 17 January 2027 is a Sunday: the date stays, one acts on the Friday.
      await expect(row).toContainText('2027-01-15');
      await page.keyboard.press('v');
      await expect(page.getByText('Aucune échéance ce jour-là')).toBeVisible();
      await page.getByRole('button', { name: '17 janvier 2027 : 1 échéance' }).press('Enter');
      await expect(page.getByRole('row').last()).toContainText(file.number);
      await expectAccessible(page, 'the calendar of what is due');
    });

    await onDay(userData, '2027-01-19', async (page, application) => {
      await openDue(page);
      await expect(page.getByText('1 en retard, 0 aujourd’hui, 0 avec rappel.')).toBeVisible();
      await expect(page.getByRole('row').last()).toContainText('2 jours de retard');
      await ask(page, 'authorities.record', {
        investigationId: file.id,
        kind: 'seizure',
        variant: null,
        underId: null,
        startedOn: '2027-01-12',
        reference: null,
        heldBy: 'Personne d’essai',
        concerning: null,
        servedOn: null,
        dueOn: null,
        doneOn: null,
        endedOn: null,
        endReason: null,
      });
      const calendar = join(folder, 'echeances.ics');
      await answerDialogs(application, { save: calendar });
      await page.keyboard.press('e');
      await expect(
        page.getByText('2 échéances enregistrées sous des références qui ne nomment aucun dossier.'),
      ).toBeVisible();
      const text = await readFile(calendar, 'utf8');
      expect(text).toContain('DTSTART;VALUE=DATE:20270412');
      for (const secret of [file.number, 'Personne', 'saisi']) expect(text).not.toContain(secret);

      await page.getByRole('grid').focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: `Enquête ${file.number}` })).toBeVisible();
      await page.getByRole('button', { name: 'Modifier : Mandat de perquisition' }).press('Enter');
      await fill(page, 'Exécuté le', '2027-01-12');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('La détention des choses saisies prend fin').first()).toBeVisible();
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /^Échéances(?! manquées)/ })
        .click();
      await expect(page.getByText('0 en retard, 0 aujourd’hui, 0 avec rappel.')).toBeVisible();
    });
  },
);
