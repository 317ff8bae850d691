import { expect, type Page } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { test } from '../../support/launch.ts';

/** The days of receipt that the store has. */
async function received(page: Page): Promise<string[]> {
  const { rows } = await ask(page, 'referrals.list', {
    filter: {},
    sort: { column: 'receivedOn', descending: false },
    from: { at: 'start' },
    size: 50,
  });
  return rows.map(({ receivedOn }) => receivedOn);
}

test('a day is written as people say it, in the language on screen or the other; one that can be two is asked', async ({
  vigie,
  window,
  userData,
}) => {
  await openCaseWorkspace(vigie, window, userData, 'fr');
  await window.getByRole('link', { name: 'Signalements' }).click();
  await window.getByRole('heading', { name: 'Signalements', level: 1 }).waitFor();
  await window.keyboard.press('c');
  const form = window.getByRole('form', { name: 'Nouveau signalement' });
  const field = form.getByLabel('Reçu le', { exact: true });
  await field.fill('hier');
  await expect(form.getByText('lundi 23 novembre 2026')).toBeVisible();
  await expect(field).toHaveValue('hier');
  await field.press('Control+Enter');
  await expect.poll(() => received(window)).toEqual(['2026-11-23']);

  await field.fill('last friday');
  await expect(form.getByText('vendredi 20 novembre 2026')).toBeVisible();
  await field.press('Control+Enter');
  await expect.poll(() => received(window)).toEqual(['2026-11-20', '2026-11-23']);

  await field.fill('3/4');
  await field.press('Control+Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByText('Quel jour?')).toBeVisible();
  await expect(form.getByText('Date non valide')).toHaveCount(0);
  await form.getByRole('button', { name: 'vendredi 3 avril 2026' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('2026-04-03');
  await field.press('Control+Enter');
  await expect.poll(() => received(window)).toEqual(['2026-04-03', '2026-11-20', '2026-11-23']);
});
