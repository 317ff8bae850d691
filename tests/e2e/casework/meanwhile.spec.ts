import { expect, type Page } from '@playwright/test';
import type { ReferralId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';
import { personInput } from '../../support/persons.ts';
import { isWhole } from '../../support/whole.ts';

const words = {
  en: {
    ...{ summary: 'Summary', priority: 'Priority received', save: 'Save' },
    ...{ name: 'Name', saveMine: 'Save', nameTitle: 'Name: someone else changed it too' },
    ...{ title: 'Summary: someone else changed it too', mine: 'Keep mine', theirs: 'Use theirs' },
    reason: 'Reason for the correction',
  },
  fr: {
    ...{ name: 'Nom', saveMine: 'Enregistrer', nameTitle: 'modifié aussi par quelqu’un d’autre' },
    ...{ summary: 'Résumé', priority: 'Priorité reçue', save: 'Enregistrer' },
    ...{
      title: 'modifié aussi par quelqu’un d’autre',
      mine: 'Garder le mien',
      theirs: 'Reprendre l’autre texte',
    },
    reason: 'Motif de la correction',
  },
} as const;

async function edited(page: Page, id: ReferralId): Promise<{ summary: string | null; priority: string | null }> {
  const { referral } = await ask(page, 'referrals.get', { referralId: id });
  return { summary: referral.summary, priority: referral.priorityReceived };
}

// The story of two desks compares two edits in each run.
test.skip(!isWhole, 'npm run test:all');

for (const locale of languages)
  test(`of two edits of one summary both are shown, and neither is lost: ${locale}`, async ({
    vigie,
    window,
    userData,
  }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    const t = words[locale];
    const summary = 'First text';
    const { id } = await ask(window, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-01-05', summary });
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/inbox/${id}`);
    const dialog = window.getByRole('dialog');
    const field = dialog.getByLabel(t.summary, { exact: true });
    const open = async (): Promise<void> => {
      await window.getByRole('complementary').getByRole('heading', { level: 2 }).focus();
      await window.keyboard.press('e');
      await expect(field).toBeVisible();
    };
    /** As another desk would, of which this page has not heard. */
    const elsewhere = async (version: number, text: string): Promise<void> => {
      const facts = { externalNumber: null, priorityReceived: '1', summary: text };
      await ask(window, 'referrals.edit', { referralId: id, version, ...facts });
    };
    await open();
    await field.fill('My text');
    await elsewhere(1, 'Their text');
    await dialog.getByRole('button', { name: t.save }).click();
    const notice = dialog.getByRole('alert').filter({ hasText: t.title });
    await expect(notice).toContainText('Their text');
    await expect(field).toHaveValue('My text');
    // A field that the others alone have changed joins the form.
    await expect(dialog.getByLabel(t.priority, { exact: true })).toHaveValue('1');
    await expect(dialog.getByRole('button', { name: t.save })).toBeDisabled();
    await expect(dialog.getByRole('alert')).toHaveCount(1);
    await expectAccessible(window, 'two texts of one summary');
    await notice.getByRole('button', { name: t.mine }).click();
    await dialog.getByRole('button', { name: t.save }).click();
    await expect(dialog).toBeHidden();
    expect(await edited(window, id)).toEqual({ summary: 'My text', priority: '1' });

    await open();
    await field.fill('Another text of mine');
    await elsewhere(3, 'Another text of theirs');
    await dialog.getByRole('button', { name: t.save }).click();
    await notice.getByRole('button', { name: t.theirs }).click();
    await expect(field).toHaveValue('Another text of theirs');
    await dialog.getByRole('button', { name: t.save }).click();
    await expect(dialog).toBeHidden();
    expect(await edited(window, id)).toEqual({ summary: 'Another text of theirs', priority: '1' });

    // A row of a file is compared by the same piece.
    const file = { kind: 'referral', id } as const;
    const { id: personId } = await ask(window, 'persons.add', personInput(file, 'witness', { name: 'Quinn' }));
    const line = window
      .getByRole('complementary')
      .getByRole('listitem')
      .filter({ hasText: /^Quinn/ });
    await window.reload();
    await line.getByRole('button').first().click();
    const name = dialog.getByLabel(t.name, { exact: true });
    await name.fill('Quinn of mine');
    const theirs = { ...personInput(file, 'witness', { name: 'Quinn of theirs' }), personId, version: 1 };
    await ask(window, 'persons.change', theirs);
    await dialog.getByRole('button', { name: t.saveMine }).click();
    const both = dialog.getByRole('alert').filter({ hasText: t.nameTitle });
    await expect(both).toContainText('Quinn of theirs');
    await both.getByRole('button', { name: t.mine }).click();
    await dialog.getByLabel(t.reason).fill('Heard wrongly');
    await dialog.getByRole('button', { name: t.saveMine }).click();
    await expect(dialog).toBeHidden();
    await expect(line).toContainText('Quinn of mine');
  });
