import { expect, type Page } from '@playwright/test';
import type { InvestigationId, UnitId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';
import { personInput } from '../../support/persons.ts';

const words = {
  en: {
    arrests: 'Arrests',
    on: 'Date of arrest',
    reason: 'Reason for the correction',
    usual: 'Typing error',
    save: 'Save',
    corrections: 'Corrections',
    strike: 'Entered in error…',
    mark: 'Mark as entered in error',
    putBack: 'Put back',
    why: 'Why nobody else could',
    record: 'Record review',
    reviewed: /Not reviewed by a second person: J\. Roy/,
    due: 'Review of a correction',
  },
  fr: {
    arrests: 'Arrestations',
    on: 'Date de l’arrestation',
    reason: 'Motif de la correction',
    usual: 'Erreur de frappe',
    save: 'Enregistrer',
    corrections: 'Corrections',
    strike: 'Inscrit par erreur…',
    mark: 'Marquer comme inscrit par erreur',
    putBack: 'Rétablir',
    why: 'Pourquoi personne d’autre ne le pouvait',
    record: 'Inscrire la vérification de la correction',
    reviewed: /Non vérifié par une deuxième personne\s: J\. Roy/,
    due: 'Vérification d’une correction',
  },
} as const;
type Words = (typeof words)['en' | 'fr'];

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

/** A file with one arrest that was entered twice, under a wrong day. */
async function openFile(page: Page, unitId: UnitId): Promise<InvestigationId> {
  const opened = { unitId, openedOn: '2026-10-01', referralIds: [], lead: null };
  const { id: investigationId } = await ask(page, 'investigations.open', opened);
  const file = { kind: 'investigation', id: investigationId } as const;
  await ask(page, 'persons.add', personInput(file, 'subject', { name: 'Alex Fictif', ageBand: '18_plus' }));
  for (const arrestedOn of ['2026-11-07', '2026-11-08'])
    await ask(page, 'arrests.record', { investigationId, arrestedOn, youth: false });
  await ask(page, 'charges.record', {
    ...{ investigationId, laidOn: '2026-11-09', section: '163.1(4)', counts: 2 },
    ...{ stage: 'laid', personId: null, offenceOn: null },
  });
  return investigationId;
}

async function correctArrest(page: Page, text: Words): Promise<void> {
  const arrests = page.getByRole('region', { name: text.arrests, exact: true });
  await arrests
    .getByRole('row', { name: /2026-11-07/ })
    .getByRole('button')
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text.on).fill('2026-10-07');
  await dialog.getByLabel(text.on).press('Tab');
  await dialog.getByRole('button', { name: text.save, exact: true }).click();
  // Nothing is saved without the reason, which has the cursor.
  const reason = dialog.getByLabel(text.reason);
  await expect(reason).toBeFocused();
  await dialog.getByRole('button', { name: text.usual }).click();
  await dialog.getByRole('button', { name: text.save, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(arrests.getByRole('row', { name: /2026-10-07/ })).toBeVisible();
}

async function strikeAndPutBack(page: Page, text: Words): Promise<void> {
  const arrests = page.getByRole('region', { name: text.arrests, exact: true });
  await arrests
    .getByRole('row', { name: /2026-11-08/ })
    .getByRole('button')
    .click();
  await page.getByRole('dialog').getByRole('button', { name: text.strike }).click();
  await page.getByRole('dialog').getByLabel(text.reason).fill('Twice');
  await page.getByRole('dialog').getByRole('button', { name: text.mark }).click();
  await expect(arrests.getByRole('row')).toHaveCount(2);
  const listed = page.getByRole('region', { name: text.corrections, exact: true });
  await listed.getByRole('button', { name: new RegExp(`^${text.putBack} : |^${text.putBack}: `) }).click();
  await page.getByRole('dialog').getByLabel(text.reason).fill('Two arrests after all');
  await page.getByRole('dialog').getByRole('button', { name: text.putBack, exact: true }).click();
  await expect(arrests.getByRole('row')).toHaveCount(3);
}

for (const language of languages)
  longTest(
    `what was recorded wrongly is put right, listed and reviewed, in ${language}`,
    async ({ vigie, window, userData }) => {
      const text = words[language];
      const { unitId } = await openCaseWorkspace(vigie, window, userData, language);
      const id = await openFile(window, unitId);
      await goTo(window, `/investigations/${id}`);
      await correctArrest(window, text);
      await strikeAndPutBack(window, text);
      const listed = window.getByRole('region', { name: text.corrections, exact: true });
      await expect(listed.getByRole('listitem').filter({ hasText: '2026-11-07' })).toContainText('2026-10-07');
      await expectAccessible(window, 'a file with corrections');
      await goTo(window, '/due');
      await expect(window.getByRole('row', { name: new RegExp(text.due) }).first()).toBeVisible();
      await goTo(window, `/investigations/${id}`);
      await listed.getByRole('listitem').filter({ hasText: '2026-11-07' }).getByRole('button').click();
      await window.getByRole('dialog').getByLabel(text.why).fill('One person in this unit');
      await window.getByRole('dialog').getByRole('button', { name: text.record }).click();
      await expect(listed.getByText(text.reviewed)).toBeVisible();
    },
  );
