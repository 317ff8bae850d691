import { expect, type Page } from '@playwright/test';
import type { UnitId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test, today } from '../../support/launch.ts';
import { identifierInput, personInput } from '../../support/persons.ts';

const words = {
  en: {
    nextStep: 'Next step',
    waiting: 'Waiting since',
    people: 'Persons and identifiers',
    authorities: 'Authorities and deadlines',
    arrests: 'Arrests',
    devices: 'Devices',
    order: 'production order',
    orderForm: 'Type of authority',
    arrest: 'arrest',
    arrested: 'Person arrested',
    parts: 'Parts of the file',
    crown: 'With Crown or court',
  },
  fr: {
    nextStep: 'Prochaine étape',
    waiting: 'En attente depuis',
    people: 'Personnes et identifiants',
    authorities: 'Autorisations et échéances',
    arrests: 'Arrestations',
    devices: 'Appareils',
    order: 'ordonnance de communication',
    orderForm: 'Type d’autorisation',
    arrest: 'arrestation',
    arrested: 'Personne arrêtée',
    parts: 'Parties du dossier',
    crown: 'Chez la Couronne ou au tribunal',
  },
} as const;

/** A file with a subject, an identifier of theirs and one of nobody, that waits for the Crown. */
async function openFile(page: Page, unitId: UnitId): Promise<string> {
  const { id } = await ask(page, 'investigations.open', { unitId, openedOn: today, referralIds: [], lead: null });
  const file = { kind: 'investigation', id } as const;
  const subject = personInput(file, 'subject', { name: 'Alex Fictif', ageBand: '16_17' });
  const { id: personId } = await ask(page, 'persons.add', subject);
  const { personId: _, ...handle } = identifierInput(file, 'handle', 'silver_fox_22');
  await ask(page, 'identifiers.add', { ...handle, personId });
  await ask(page, 'identifiers.add', identifierInput(file, 'email', 'nobody@example.org'));
  return id;
}

for (const language of languages)
  test(`the first screen of a file, and what one key adds to it, in ${language}`, async ({
    vigie,
    window,
    userData,
  }) => {
    const text = words[language];
    const { unitId } = await openCaseWorkspace(vigie, window, userData, language);
    const id = await openFile(window, unitId);
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/investigations/${id}`);
    const part = (name: string) => window.getByRole('region', { name, exact: true });

    // The identifier of the person is under the person; the parts that hold nothing are not there.
    const people = part(text.people);
    await expect(people.getByRole('listitem').filter({ hasText: 'Alex Fictif' }).first()).toContainText(
      'silver_fox_22',
    );
    await expect(people.getByRole('listitem').filter({ hasText: 'nobody@example.org' })).toHaveCount(1);
    for (const none of [text.authorities, text.arrests, text.devices]) await expect(part(none)).toHaveCount(0);

    // The next step is written where it is read.
    await window.keyboard.press('e');
    await window.getByRole('textbox', { name: text.nextStep }).fill('Serve the order');
    await window.keyboard.press('Control+Enter');
    // While it is open, the field has the same words.
    await expect(part(text.nextStep).getByRole('button', { name: /^Serve the order/ })).toBeVisible();

    // One key and the name of the form: an arrest of the only subject, as a young person, today.
    const dialog = window.getByRole('dialog');
    await window.keyboard.press('q');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await window.keyboard.type(text.arrest);
    await expect(dialog.locator('[data-selected]')).toContainText(text.arrest);
    await window.keyboard.press('Enter');
    await expect(dialog.getByLabel(text.arrested).locator('option:checked')).toHaveText('Alex Fictif');
    await expect(dialog.getByRole('checkbox')).toBeChecked();
    await window.keyboard.press('Control+Enter');
    await expect(part(text.arrests).getByRole('row', { name: new RegExp(today) })).toBeVisible();

    // A kind of order by its own name, with the kind chosen.
    await window.keyboard.press('q');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await window.keyboard.type(text.order);
    await expect(dialog.locator('[data-selected]')).toHaveCount(1);
    await expectAccessible(window, 'what can be added to a file');
    await window.keyboard.press('Enter');
    await expect(dialog.getByLabel(text.orderForm)).not.toHaveValue('');
    await window.keyboard.press('Escape');
    await expect(part(text.authorities)).toHaveCount(0);

    await ask(window, 'devices.record', {
      ...{ investigationId: id, kind: 'phone', count: 1, label: 'X-1', authorityId: null, seizedOn: today },
      ...{
        queuedOn: today,
        lab: 'Lab F',
        beganOn: null,
        examinedOn: null,
        endedOn: null,
        endReason: null,
        locked: null,
      },
    });
    await window.reload();
    await expect(part(text.waiting).getByRole('listitem')).toContainText('Lab F');
    await expect(window.getByRole('navigation', { name: text.parts }).getByRole('button')).toContainText([
      text.people,
      text.devices,
    ]);
    await expectAccessible(window, 'the first screen of a file');
  });
