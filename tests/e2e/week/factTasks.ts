import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { personInput } from '../../support/persons.ts';
import { openFile, task, type Desk, type Task } from './desk.ts';
import { form, openPage, pressIn, section } from './investigationPage.ts';

async function begin(desk: Desk) {
  const file = await openFile(desk);
  await openPage(desk, file);
  return { file: { kind: 'investigation', id: file.id } as const, investigationId: file.id };
}

async function withSubject(desk: Desk) {
  const { id, number } = await openFile(desk);
  const file = { kind: 'investigation', id } as const;
  await ask(desk.page, 'persons.add', personInput(file, 'subject', { name: 'Alex Fictif', ageBand: '18_plus' }));
  await openPage(desk, { id, number });
  return id;
}

async function nextStep(desk: Desk): Promise<void> {
  const { page, player, locale } = desk;
  const { investigationId } = await begin(desk);
  await player.press('e');
  await expect(page.getByRole('textbox', { name: desk.t('codes:field.nextStep') })).toBeFocused();
  const text = locale === 'en' ? 'Serve the order' : 'Signifier l’ordonnance';
  await player.type(text);
  await player.press('Control+Enter');
  await expect(page.getByRole('main')).toContainText(text);
  expect((await ask(page, 'handover.nextStep', { investigationId })).text).toBe(text);
}

/** A suspect of eight is asked about before it is recorded; then what identifies the child. */
async function youngPerson(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const { file } = await begin(desk);
  const dialog = await form(desk, 'person');
  await player.write(t('codes:field.name'), 'Robin Fictif');
  await player.write(t('codes:field.birthDate'), '20180304');
  await player.press('Control+Enter');
  await expect(dialog).toContainText(t('persons:doubt.under12'));
  await player.tick(t('persons:doubt.right'));
  await player.send();
  const { persons } = await ask(page, 'persons.list', { file });
  expect(persons.map(({ name, birthDate }) => [name, birthDate])).toEqual([['Robin Fictif', '2018-03-04']]);
  await form(desk, 'identifier');
  await player.write(t('codes:field.value'), 'robin_2018');
  await player.pick(t('codes:field.person'), 'Robin Fictif');
  await player.send();
  const { identifiers } = await ask(page, 'identifiers.list', { file });
  expect(identifiers.map(({ value, personId }) => [value, personId])).toEqual([['robin_2018', persons[0]!.id]]);
}

async function productionOrder(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const { investigationId } = await begin(desk);
  const { kinds } = await ask(page, 'authorities.catalogue', {});
  const kind = kinds.find(({ code }) => code === 'production_order_general')!;
  const say = (words: { readonly en: string; readonly fr: string }) => words[desk.locale];
  await form(desk, 'authority');
  await player.pick(
    t('authorities:kind'),
    kind.cite === null ? say(kind.name) : `${say(kind.name)} (${say(kind.cite)})`,
  );
  await player.write(say(kind.dueLabel!), '+30');
  await player.write(t('authorities:heldBy'), 'Example Network');
  await player.send();
  const { authorities } = await ask(page, 'authorities.list', { investigationId });
  expect(authorities.map((each) => [each.kind, each.dueOn])).toEqual([['production_order_general', '2026-12-24']]);
}

async function arrestBefore(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const id = await withSubject(desk);
  const dialog = await form(desk, 'arrest');
  await player.write(t('investigations:arrests.on'), '20261106');
  await player.pick(t('investigations:arrest.person'), 'Alex Fictif');
  await expect(dialog).toContainText(t('investigations:beforeOpening'));
  await player.send();
  await expect(section(desk, 'arrests')).toContainText(t('investigations:beforeOpening'));
  const { arrests } = await ask(page, 'investigations.get', { investigationId: id });
  expect(arrests.map(({ arrestedOn, personId }) => [arrestedOn, personId === null])).toEqual([['2026-11-06', false]]);
}

async function charge(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const id = await withSubject(desk);
  await form(desk, 'charge');
  await player.pick(t('offences:charge.accused'), 'Alex Fictif');
  await player.write(t('codes:field.section'), '163.1(4)');
  await player.write(t('codes:field.counts'), '3');
  await player.send();
  const { charges } = await ask(page, 'investigations.get', { investigationId: id });
  expect(charges.map(({ section: of, counts, laidOn }) => [of, counts, laidOn])).toEqual([
    ['163.1(4)', 3, '2026-11-24'],
  ]);
}

/** Seized and sent to the laboratory by one form; a week later what it found. */
async function device(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const { investigationId } = await begin(desk);
  await form(desk, 'device');
  await player.write(t('codes:field.label'), 'X-1');
  await player.write(t('codes:field.seizedOn'), '2026-11-17');
  await player.write(t('codes:field.queuedOn'), '2026-11-18');
  await player.write(t('codes:field.lab'), 'Lab');
  await player.send();
  await pressIn(desk, 'devices', section(desk, 'devices').getByRole('row').nth(1).getByRole('button').first());
  await player.opened();
  await player.write(t('fileWork:devices.beganOn'), '2026-11-20');
  await player.write(t('codes:field.examinedOn'), '2026-11-24');
  await player.send();
  const { devices } = await ask(page, 'devices.list', { investigationId });
  expect(devices).toMatchObject([{ label: 'X-1', lab: 'Lab', queuedOn: '2026-11-18', examinedOn: '2026-11-24' }]);
}

async function note(desk: Desk): Promise<void> {
  const { page, player, locale } = desk;
  const { investigationId } = await begin(desk);
  await form(desk, 'note');
  await player.type(locale === 'en' ? 'Provider called.' : 'Fournisseur appelé.');
  await player.send();
  expect((await ask(page, 'notes.list', { investigationId })).notes).toHaveLength(1);
}

async function dueTask(desk: Desk): Promise<void> {
  const { page, player, t, locale } = desk;
  const { investigationId } = await begin(desk);
  await form(desk, 'task');
  await player.type(locale === 'en' ? 'Call the school' : 'Appeler l’école');
  await player.write(t('fileWork:tasks.dueOn'), locale === 'en' ? 'friday' : 'vendredi');
  await player.send();
  const { tasks } = await ask(page, 'tasks.list', { investigationId });
  expect(tasks.map(({ dueOn }) => dueOn)).toEqual(['2026-11-27']);
}

export const factTasks: readonly Task[] = [
  task(15, 'investigator', 'Record the next step', 'Inscrire la prochaine étape', nextStep),
  task(16, 'investigator', 'Suspect under 12, with handle', 'Suspect de moins de 12 ans, pseudonyme', youngPerson),
  task(17, 'investigator', 'Production order due in 30 days', 'Ordonnance de communication, 30 jours', productionOrder),
  task(18, 'investigator', 'Arrest before the opening', 'Arrestation avant l’ouverture', arrestBefore),
  task(19, 'investigator', 'Charge with three counts', 'Accusation, trois chefs', charge),
  task(20, 'investigator', 'Device seized, sent, examined', 'Appareil saisi, envoyé, examiné', device),
  task(21, 'investigator', 'Note', 'Note', note),
  task(22, 'investigator', 'Task due on Friday', 'Tâche pour vendredi', dueTask),
];
