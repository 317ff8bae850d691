import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { minimalPdf } from '../../db/intake/referralDocuments/minimalPdf.ts';
import { ask } from '../../support/ask.ts';
import { answerDialogs } from '../../support/launch.ts';
import { filesOf, logTip, openFile, referralsOf, show, task, type Desk, type Task } from './desk.ts';

const panelOf = ({ page }: Desk) => page.getByRole('complementary');

/** In the line of the quick entry: the source, the day as it is said, the number. */
async function logYesterday(desk: Desk): Promise<void> {
  const { page, player, t, locale } = desk;
  await show(desk, '/inbox');
  await player.press('c');
  await expect(page.getByRole('form').getByRole('combobox').first()).toBeFocused();
  await player.pick(t('codes:field.source'), t('codes:referralSource.ncecc'));
  await player.write(t('codes:field.receivedOn'), locale === 'en' ? 'yesterday' : 'hier');
  await player.write(t('codes:field.externalNumber'), 'NC-26-1');
  await player.press('Control+Enter');
  await expect
    .poll(async () => (await referralsOf(desk)).at(-1))
    .toMatchObject({
      ...{ source: 'ncecc', receivedOn: '2026-11-23', externalNumber: 'NC-26-1' },
    });
}

async function openOneFromThree(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  await show(desk, '/inbox');
  await player.press('c');
  await expect(page.getByRole('form').getByRole('combobox').first()).toBeFocused();
  await player.press('Control+.');
  const status = page.getByRole('form').getByRole('status').first();
  for (let count = 0; count < 3; count += 1) {
    const before = await status.innerText();
    await player.write(t('referrals:identifiers'), 'silver_fox_22');
    await player.press('Control+Enter');
    await expect(status).not.toHaveText(before);
    await expect(status).toContainText('-000');
  }
  await player.tabTo(page.getByRole('form').getByRole('status').getByRole('link'), 'Shift+Tab');
  await player.press('Enter');
  await expect(
    panelOf(desk).getByRole('button', { name: t('persons:alike.group.investigate', { count: 3 }) }),
  ).toBeVisible();
  await player.press('Shift+O');
  await player.opened();
  await player.send();
  await expect(page).toHaveURL(/investigations\//);
  const [file] = await filesOf(desk);
  const { referrals } = await ask(page, 'investigations.get', { investigationId: file!.id });
  expect(referrals).toHaveLength(3);
}

async function bundleThree(desk: Desk): Promise<void> {
  const { player, t } = desk;
  const first = await logTip(desk, {}, 'blue_heron_7');
  for (let count = 0; count < 2; count += 1) await logTip(desk, {}, 'blue_heron_7');
  await show(desk, '/inbox');
  await player.goTo(first.number);
  await expect(
    panelOf(desk).getByRole('button', { name: t('persons:alike.group.bundle', { count: 3 }) }),
  ).toBeVisible();
  await player.press('Shift+B');
  await player.opened();
  await player.send();
  await expect.poll(async () => (await referralsOf(desk, { state: 'bundled' })).length).toBe(2);
}

async function decideDanger(desk: Desk): Promise<void> {
  const { page, player, t, locale } = desk;
  const { id, number } = await logTip(desk, { source: 'school' });
  await show(desk, '/inbox');
  await player.goTo(number);
  await expect(panelOf(desk)).toContainText(number);
  await player.press('d');
  const dialog = await player.opened();
  await player.choose(dialog.getByRole('radiogroup').first(), t('codes:identifiable.yes'));
  await player.choose(dialog.getByRole('radiogroup').nth(1), t('codes:identifiable.yes'));
  await player.write(t('codes:field.reason'), locale === 'en' ? 'First name and school' : 'Prénom et école');
  await player.press('Control+Enter');
  await expect(dialog).toContainText(t('triage:notice.next'));
  await player.write(t('codes:field.agency'), locale === 'en' ? 'CAS' : 'DPJ');
  await player.write(t('triage:notice.person'), 'B. Exemple');
  await player.press('Control+Enter');
  await expect(dialog.getByRole('radio', { name: /^J\. Roy/ })).toBeFocused();
  await player.send();
  const detail = await ask(page, 'referrals.get', { referralId: id });
  expect(detail.referral.dangerSince).not.toBeNull();
  expect(detail.referral.assignedTo).not.toBeNull();
  await expect(panelOf(desk)).toContainText('B. Exemple');
}

async function triage(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const { id, number } = await logTip(desk);
  await show(desk, '/inbox');
  await player.goTo(number);
  await expect(panelOf(desk)).toContainText(number);
  await player.press('t');
  const dialog = await player.opened();
  await player.choose(dialog.getByRole('radiogroup'), new RegExp(`^${t('codes:riskBand.high')}`));
  await player.send();
  const { referral } = await ask(page, 'referrals.get', { referralId: id });
  expect([referral.riskBand, referral.due === null]).toEqual(['high', false]);
}

async function logPdf(desk: Desk): Promise<void> {
  const { vigie, page, player, t, folder } = desk;
  const path = join(folder, 'tip.pdf');
  await writeFile(path, minimalPdf(['Report number: FDR-2026-00412', 'Screen name: north_river']));
  await answerDialogs(vigie, { open: path });
  await show(desk, '/inbox');
  await player.goTo(t('tips:nav'));
  await player.button(page.getByRole('button', { name: t('tips:choose') }));
  await player.tick(/north_river/);
  await player.press('Control+Enter');
  await expect(page.getByRole('link', { name: t('tips:logged.open') })).toBeVisible();
  const logged = (await referralsOf(desk)).find(({ externalNumber }) => externalNumber === 'FDR-2026-00412');
  const file = { kind: 'referral', id: logged!.id } as const;
  const { identifiers } = await ask(page, 'identifiers.list', { file });
  expect(identifiers.map(({ value }) => value)).toEqual(['north_river']);
}

async function linkNext(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const first = await logTip(desk, {}, 'grey_owl_9');
  await openFile(desk, { referralIds: [first.id], openedOn: '2026-11-21', title: 'Grey owl' });
  const next = await logTip(desk, {}, 'grey_owl_9');
  await show(desk, '/inbox');
  await player.goTo(next.number);
  await expect(panelOf(desk).getByText(t('persons:alike.link')).first()).toBeVisible();
  await player.press('l');
  await expect
    .poll(async () => (await ask(page, 'referrals.get', { referralId: next.id })).investigations.length)
    .toBe(1);
}

export const intakeTasks: readonly Task[] = [
  task(1, 'investigator', 'Log a referral received yesterday', 'Inscrire un signalement reçu hier', logYesterday),
  task(3, 'investigator', 'Log three alike, open one investigation', 'Trois semblables, une enquête', openOneFromThree),
  task(4, 'investigator', 'Bundle three alike', 'Regrouper trois semblables', bundleThree),
  task(5, 'supervisor', 'Confirm danger, report, assign', 'Confirmer un danger, signaler, attribuer', decideDanger),
  task(6, 'supervisor', 'Triage with a band', 'Trier avec un niveau de risque', triage),
  task(7, 'investigator', 'Log a tip from a PDF', 'Inscrire un signalement reçu en PDF', logPdf),
  task(8, 'investigator', 'Link the next tip to the open file', 'Lier le suivant à l’enquête ouverte', linkNext),
];
