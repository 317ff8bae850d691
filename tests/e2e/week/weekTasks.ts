import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { answerDialogs } from '../../support/launch.ts';
import { personInput } from '../../support/persons.ts';
import { addOfficer, openFile, show, task, type Desk, type Task } from './desk.ts';
import { form, openPage, pressIn, section } from './investigationPage.ts';

async function hearing(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const file = await openFile(desk);
  await openPage(desk, file);
  await form(desk, 'hearing');
  await player.write(t('codes:field.heardOn'), '20261124');
  await player.write(t('codes:field.time'), '09:30');
  await player.send();
  const answer = section(desk, 'hearings').getByRole('row').nth(1).getByRole('button').first();
  await pressIn(desk, 'hearings', answer);
  await player.opened();
  await player.pick(t('codes:field.hearingOutcome'), t('codes:hearingOutcome.adjourned'));
  await player.write(t('fileWork:hearings.next'), '+7');
  await player.send();
  const { hearings } = await ask(page, 'hearings.list', { investigationId: file.id });
  expect(hearings.map(({ on, outcome }) => [on, outcome]).toSorted()).toEqual([
    ['2026-11-24', 'adjourned'],
    ['2026-12-01', null],
  ]);
}

/** What waits for the officer goes to the cover, and says for whom. */
async function leave(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const away = await addOfficer(desk, 'on.leave', 'Q. Away');
  const file = await openFile(desk, { lead: away });
  await ask(page, 'tasks.add', { investigationId: file.id, what: 'Call', owner: null, dueOn: '2026-11-25' });
  await page.reload();
  await show(desk, '/handover');
  const officers = page.locator('header select').last();
  await player.tabTo(officers);
  await player.type('Q');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Q. Away');
  await page.getByRole('heading', { level: 1 }).focus();
  await player.press('l');
  await player.opened();
  await player.write(t('fileWork:leave.last'), '+10');
  await player.pick(t('codes:term.cover'), 'J. Roy');
  await player.send();
  await player.goTo(t('due:nav'));
  await expect(
    page.getByRole('gridcell', { name: t('fileWork:leave.brief.covered', { name: 'Q. Away' }) }),
  ).toBeVisible();
  const { leaves } = await ask(page, 'leave.list', {});
  expect(leaves.map(({ userId, untilOn }) => [userId, untilOn])).toEqual([[away, '2026-12-04']]);
}

async function week(desk: Desk): Promise<void> {
  const { vigie, page, player, t, folder } = desk;
  const file = await openFile(desk, { title: 'Boreal' });
  await ask(page, 'tasks.add', { investigationId: file.id, what: 'Call', owner: null, dueOn: '2026-11-26' });
  await page.reload();
  await show(desk, '/inbox');
  await player.goTo(t('due:week.nav'));
  await expect(page.getByRole('row').filter({ hasText: 'Boreal' }).first()).toContainText('2026-11-26');
  const path = join(folder, 'week.pdf');
  await answerDialogs(vigie, { save: path });
  await player.press('p');
  await expect(page.getByText(t('common:savedNow'), { exact: true })).toBeVisible();
  expect((await readFile(path)).subarray(0, 4).toString()).toBe('%PDF');
}

async function byName(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const file = await openFile(desk);
  const subject = personInput({ kind: 'investigation', id: file.id }, 'subject', { name: 'Alex Fictif' });
  await ask(page, 'persons.add', subject);
  await openPage(desk, file);
  await expect(section(desk, 'persons')).toContainText('Alex Fictif');
  await player.press('q');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  const words = desk.locale === 'en' ? 'arrest' : 'arrestation';
  await player.type(words);
  await expect(player.dialog().locator('[data-selected]')).toContainText(words);
  await player.press('Enter');
  await expect(player.field(t('investigations:arrests.on'))).toBeFocused();
  await player.send();
  const { arrests } = await ask(page, 'investigations.get', { investigationId: file.id });
  expect(arrests.map(({ arrestedOn, personId }) => [arrestedOn, personId === null])).toEqual([['2026-11-24', false]]);
}

export const weekTasks: readonly Task[] = [
  task(37, 'investigator', 'Court appearance, result, next date', 'Comparution, résultat, date suivante', hearing),
  task(38, 'supervisor', 'Leave of an officer with cover', 'Congé d’un membre, avec remplacement', leave),
  task(39, 'supervisor', 'The week, seen and printed', 'La semaine, vue et imprimée', week),
  task(40, 'investigator', 'A form found by its name', 'Un formulaire trouvé par son nom', byName),
];
