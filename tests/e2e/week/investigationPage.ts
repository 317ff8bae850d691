import { expect, type Locator } from '@playwright/test';
import type { TextKey } from '../../../renderer/i18n/text.ts';
import { show, type Desk } from './desk.ts';
import { exactly } from './player.ts';

/** Of the page of an investigation, all that the tasks look for: where the page changes, this does. */
export const letters = {
  authority: 'l',
  wait: 'w',
  lead: 'a',
  arrest: 'r',
  charge: 'g',
  describe: 'y',
  transfer: 'm',
  conclude: 'x',
  reopen: 'o',
  person: 'p',
  identifier: 'i',
  device: 'd',
  note: 'n',
  task: 't',
  disclosure: 'u',
  hearing: 'h',
} as const;

const sections = {
  persons: 'common:personsAndIdentifiers',
  hearings: 'fileWork:hearings.title',
  arrests: 'investigations:arrests.title',
  devices: 'codes:paperSection.devices',
  corrections: 'codes:paperSection.corrections',
  disclosure: 'papers:title',
} as const satisfies Readonly<Record<string, TextKey>>;

export async function openPage(desk: Desk, { id, number }: { readonly id: string; readonly number: string }) {
  await show(desk, `/investigations/${id}`);
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(number);
}

export const section = ({ page, t }: Desk, name: keyof typeof sections): Locator =>
  page.getByRole('region', { name: exactly(t(sections[name])) });

/** To a part of the page by the key of the next part, and from there with Tab to what it has. */
export async function pressIn(desk: Desk, name: keyof typeof sections, button: Locator): Promise<void> {
  const { player } = desk;
  const isThere = () =>
    section(desk, name).evaluate((node) => node.closest('[data-section]')?.contains(document.activeElement) === true);
  await expect(button).toBeVisible();
  for (let pressed = 0; pressed < 20 && !(await isThere()); pressed += 1) await player.press(']');
  await player.button(button);
}

/** The form of a letter, once it has the cursor. */
export async function form({ player }: Desk, letter: keyof typeof letters): Promise<Locator> {
  await player.press(letters[letter]);
  return player.opened();
}
