import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { addOfficer, addUnit, filesOf, openFile, selectFirst, show, task, type Desk, type Task } from './desk.ts';
import { form, openPage } from './investigationPage.ts';

/** Forty files of one officer, whose colleague is M. Next; they are there once for all tasks of groups. */
async function prepare(desk: Desk): Promise<void> {
  const { users } = await ask(desk.page, 'users.directory', {});
  if (!users.some(({ displayName }) => displayName === 'M. Next')) await addOfficer(desk, 'next', 'M. Next');
  const { session } = await ask(desk.page, 'session.current', {});
  const lead = session!.user.id;
  for (let count = (await filesOf(desk)).length; count < 40; count += 1)
    await openFile(desk, { lead, title: `Example ${String(count)}` });
  await show(desk, '/investigations');
  await expect(desk.page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
}

const officer = async ({ page }: Desk, name: string) =>
  (await ask(page, 'users.directory', {})).users.find(({ displayName }) => displayName === name)!.id;

async function changeLead(desk: Desk): Promise<void> {
  const { player } = desk;
  await prepare(desk);
  const next = await officer(desk, 'M. Next');
  await selectFirst(desk, 4);
  await player.press('a');
  const dialog = await player.opened();
  await player.choose(dialog.getByRole('radiogroup'), /^M\. Next/);
  await player.send();
  await expect.poll(async () => (await filesOf(desk, { lead: next })).length).toBe(4);
  await player.press('Control+z');
  await expect.poll(async () => (await filesOf(desk, { lead: next })).length).toBe(0);
}

async function tagOperation(desk: Desk): Promise<void> {
  const { page, player, unitId } = desk;
  await ask(page, 'operations.save', {
    ...{ unitId, name: 'Harbour', beganOn: '2026-11-01', endedOn: null, operationId: null, version: null },
  });
  await page.reload();
  await prepare(desk);
  await selectFirst(desk, 4);
  await player.press('o');
  await player.opened();
  await player.tick('Harbour');
  await player.send();
  const counts = async () => (await ask(page, 'operations.list', { filter: {} })).operations.map(({ files }) => files);
  await expect.poll(counts).toEqual([4]);
}

async function waitForCrown(desk: Desk): Promise<void> {
  const { player, t } = desk;
  await prepare(desk);
  await selectFirst(desk, 5);
  await player.press('w');
  const dialog = await player.opened();
  await player.choose(dialog.getByRole('radiogroup'), t('codes:waitingState.crown_or_court'));
  await player.send();
  await expect.poll(async () => (await filesOf(desk)).filter(({ waiting }) => waiting !== 'active').length).toBe(5);
}

async function handOver(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  await prepare(desk);
  await player.goTo(t('fileWork:handover.nav'));
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
  await player.tabTo(page.getByRole('grid'));
  await selectFirst(desk, 30);
  await player.press('a');
  await player.opened();
  await player.pick(t('fileWork:handover.dialog.to'), 'M. Next');
  await player.send();
  const next = await officer(desk, 'M. Next');
  await expect.poll(async () => (await filesOf(desk, { lead: next })).length).toBe(30);
}

/** Offered from the file and accepted from the other unit's inbox. */
async function transfer(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const other = await addUnit(desk);
  const file = await openFile(desk, { title: 'Leaves' });
  await openPage(desk, file);
  await form(desk, 'transfer');
  await player.pick(t('fileWork:transfers.toUnit'), 'U08');
  await player.send();
  await player.goTo(t('triage:inbox.nav'));
  await expect(page.getByText(t('fileWork:transfers.incoming', { count: 1 }))).toBeVisible();
  await player.press('Shift+A');
  await player.opened();
  await player.send();
  await expect.poll(async () => (await filesOf(desk, { unitId: other })).map(({ title }) => title)).toEqual(['Leaves']);
}

export const groupTasks: readonly Task[] = [
  task(
    27,
    'supervisor',
    'Change the lead of four files, undo',
    'Changer le responsable de quatre, défaire',
    changeLead,
  ),
  task(28, 'supervisor', 'Add four files to an operation', 'Ajouter quatre dossiers à une opération', tagOperation),
  task(29, 'investigator', 'Five files wait for the Crown', 'Cinq dossiers en attente du poursuivant', waitForCrown),
  task(30, 'investigator', 'Hand over 30 of 40 files', 'Transmettre 30 dossiers sur 40', handOver),
  task(31, 'supervisor', 'Transfer a file and accept it', 'Transférer un dossier et l’accepter', transfer),
];
