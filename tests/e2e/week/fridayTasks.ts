import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { CivilDate } from '../../../electron/contract/ground/dates.ts';
import { ask } from '../../support/ask.ts';
import { answerDialogs } from '../../support/launch.ts';
import { readPdf } from '../../support/pdf.ts';
import { personInput } from '../../support/persons.ts';
import { logTip, openFile, show, task, type Desk, type Task } from './desk.ts';
import { form, letters, openPage, pressIn, section } from './investigationPage.ts';

/** Sent as it is; then an arrest in it is corrected, and a supplement is due. */
async function disclose(desk: Desk): Promise<void> {
  const { vigie, page, player, t, folder } = desk;
  const file = await openFile(desk);
  const arrest = { investigationId: file.id, arrestedOn: '2026-11-13' as CivilDate, youth: false };
  await ask(page, 'arrests.record', arrest);
  const { arrests } = await ask(page, 'investigations.get', { investigationId: file.id });
  const { id: arrestId, version } = arrests[0]!;
  await openPage(desk, file);
  await form(desk, 'disclosure');
  await player.write(t('papers:dialog.crownOffice'), 'Crown');
  await player.write(t('codes:field.reference'), 'D-7');
  await player.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('D-7');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  const sent = join(folder, 'sent');
  await mkdir(sent);
  await answerDialogs(vigie, { open: sent });
  await player.press('p');
  await player.opened();
  await player.send();
  await expect
    .poll(() =>
      readdir(join(sent, 'D-7')).then(
        ({ length }) => length,
        () => 0,
      ),
    )
    .toBeGreaterThan(3);
  const right = { ...arrest, arrestId, version, arrestedOn: '2026-11-12' as CivilDate, reason: 'Typing error' };
  await ask(page, 'arrests.change', right);
  await openPage(desk, file);
  await expect(section(desk, 'disclosure')).toContainText(t('papers:changedSince', { count: 2 }));
  await player.goTo(t('due:nav'));
  await expect(page.getByRole('grid')).toContainText(t('codes:dueKind.supplement'));
}

/** What keeps the file open is said and done by its number; then it is concluded, and opened again. */
async function concludeAndReopen(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const file = await openFile(desk);
  await ask(page, 'tasks.add', { investigationId: file.id, what: 'Call', owner: null, dueOn: null });
  await openPage(desk, file);
  await player.press(letters.conclude);
  const dialog = await player.opened();
  await expect(dialog).toContainText(t('investigations:stillOpen.task', { what: 'Call' }));
  await player.press('1');
  await expect(player.field(t('fileWork:tasks.doneOn'))).toBeFocused();
  await player.press('Control+Enter');
  await expect(dialog).toContainText(t('investigations:conclude.text'));
  await expect(player.field(t('codes:heading.date'))).toBeFocused();
  await player.send();
  const concluded = async () =>
    (await ask(page, 'investigations.get', { investigationId: file.id })).investigation.concludedOn;
  expect(await concluded()).toBe('2026-11-24');
  await player.press(letters.reopen);
  await player.opened();
  await player.send();
  expect(await concluded()).toBeNull();
}

async function sealPerson(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const { id, number } = await openFile(desk);
  const file = { kind: 'investigation', id } as const;
  await ask(page, 'persons.add', personInput(file, 'subject', { name: 'Alex Fictif', ageBand: '16_17' }));
  await openPage(desk, { id, number });
  const change = t('common:changeFor', { name: 'Alex Fictif' });
  await pressIn(desk, 'persons', section(desk, 'persons').getByRole('button', { name: change }));
  const dialog = await player.opened();
  await player.button(dialog.getByRole('button', { name: t('persons:seal') }), 'Shift+Tab');
  await expect(player.field(t('codes:field.reference'))).toBeVisible();
  await player.write(t('codes:field.reference'), 'C-12');
  await player.write(t('codes:field.reason'), 'Order');
  await player.send();
  await expect(section(desk, 'persons')).toContainText(t('records:sealed.persons', { count: 1 }));
  expect((await ask(page, 'persons.list', { file })).persons).toEqual([]);
}

async function issuePack(desk: Desk): Promise<void> {
  const { vigie, page, player, t, folder } = desk;
  const path = join(folder, 'north.vigiepack');
  await answerDialogs(vigie, { save: path });
  await show(desk, '/inbox');
  await player.goTo(t('packs:nav'));
  await expect(page.getByRole('heading', { name: t('packs:key.title') })).toBeVisible();
  await player.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await player.press('Enter');
  await expect(page.getByText(t('packs:export.done', { name: 'north.vigiepack' }))).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('U07');
}

/** What runs in hours on a page for the next shift, and the dates for another calendar. */
async function printAndExport(desk: Desk): Promise<void> {
  const { vigie, page, player, t, folder } = desk;
  const { id, number } = await logTip(desk, { receivedOn: '2026-11-24' });
  const danger = { identifiable: 'yes', imminent: true, decidedAt: Date.parse('2026-11-24T12:00:00Z') } as const;
  await ask(page, 'referrals.decideDanger', { referralId: id, ...danger, reason: 'A school is named.' });
  const file = await openFile(desk);
  await ask(page, 'tasks.add', {
    investigationId: file.id,
    what: 'Call',
    owner: null,
    dueOn: '2026-12-01',
  });
  await page.reload();
  await show(desk, '/inbox');
  const [pdf, calendar] = [join(folder, 'shift.pdf'), join(folder, 'due.ics')];
  await answerDialogs(vigie, { save: pdf });
  await player.goTo(t('shell:lock'));
  await expect(page.getByRole('dialog').getByRole('button', { name: t('shell:clocks.save') })).toBeVisible();
  await player.button(page.getByRole('button', { name: t('shell:clocks.save') }), 'Shift+Tab');
  await expect(page.getByText(t('common:savedNow'))).toBeVisible();
  expect((await readPdf(pdf)).pages.join(' ')).toContain(number);
  await player.press('Escape');
  await answerDialogs(vigie, { save: calendar });
  await player.goTo(t('due:nav'));
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await player.press('e');
  await expect(page.getByRole('status').filter({ hasText: /\d/ }).first()).toBeVisible();
  await expect.poll(() => readFile(calendar, 'utf8').catch(() => '')).toContain('BEGIN:VEVENT');
}

export const fridayTasks: readonly Task[] = [
  task(32, 'investigator', 'Disclosure issued, supplement due', 'Communication remise, complément dû', disclose),
  task(33, 'supervisor', 'Conclude with reasons, reopen', 'Conclure avec motifs, rouvrir', concludeAndReopen),
  task(34, 'supervisor', 'Seal a person', 'Mettre une personne sous scellé', sealPerson),
  task(35, 'administrator', 'Issue the quarter pack', 'Remettre la transmission trimestrielle', issuePack),
  task(36, 'supervisor', 'Print clocks, export the calendar', 'Imprimer les délais, exporter l’agenda', printAndExport),
];
