import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../../../renderer/i18n/text.ts';

/** What was pressed: keys that are content, keys that command, and clicks. */
export interface Counts {
  readonly text: number;
  readonly commands: number;
  readonly clicks: number;
}

const mostTabs = 150;

/** A label or a name as it is on screen, whatever its spaces; a star marks a field that is needed. */
export const exactly = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}(?: \\*)?$`);

/** Plays as somebody does who has a keyboard, and counts each key and click; a chord is one key. */
export class Player {
  readonly page: Page;
  readonly t: Translate;
  readonly #counts: { text: number; commands: number; clicks: number };

  /** @param from whose count goes on, in another window */
  constructor(page: Page, t: Translate, from?: Player) {
    this.page = page;
    this.t = t;
    this.#counts = from !== undefined ? from.#counts : { text: 0, commands: 0, clicks: 0 };
  }

  /** What was pressed since it was asked last. */
  take(): Counts {
    const counts = { ...this.#counts };
    Object.assign(this.#counts, { text: 0, commands: 0, clicks: 0 });
    return counts;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    this.#counts.commands += keys.length;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.#counts.text += text.length;
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.#counts.clicks += 1;
  }

  dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  field(label: string): Locator {
    return this.page
      .getByRole('dialog')
      .or(this.page.getByRole('main'))
      .last()
      .getByLabel(exactly(label))
      .and(this.page.locator('input, select, textarea'))
      .first();
  }

  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let pressed = 0; pressed < mostTabs; pressed += 1) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`The cursor does not come to ${String(target)}.`);
  }

  /** Waits until a dialog has the cursor, as one does before typing. */
  async opened(): Promise<Locator> {
    await expect(this.dialog().locator(':focus')).toHaveCount(1);
    return this.dialog();
  }

  async write(label: string, text: string): Promise<void> {
    const field = this.field(label);
    await this.tabTo(field);
    if ((await field.inputValue()) !== '') await this.press('Control+a');
    await this.type(text);
  }

  /** In a closed list: its first letters, then the arrow. */
  async pick(label: string, option: string): Promise<void> {
    const list = this.field(label);
    await this.tabTo(list);
    const isShown = async () => exactly(option).test(await list.locator('option:checked').innerText());
    await expect(list.locator('option').filter({ hasText: exactly(option) })).not.toHaveCount(0);
    for (const letter of /^[a-z0-9]*/i.exec(option)![0]) {
      if (await isShown()) return;
      await this.press(letter);
    }
    for (let pressed = 0; pressed < mostTabs && !(await isShown()); pressed += 1) await this.press('ArrowDown');
    expect(await isShown(), option).toBe(true);
  }

  /** Of a group of choices: the Tab key comes to one, the arrows go on. */
  async choose(group: Locator, name: string | RegExp): Promise<void> {
    const all = group.getByRole('radio');
    const wanted = group.getByRole('radio', { name: typeof name === 'string' ? exactly(name) : name });
    await expect(wanted).toBeVisible();
    const isIn = () => all.evaluateAll((nodes) => nodes.includes(document.activeElement as HTMLElement));
    for (let pressed = 0; pressed < mostTabs && !(await isIn()); pressed += 1) await this.press('Tab');
    const way = await wanted.evaluate((node) => {
      const radios = [...document.querySelectorAll('input[type="radio"]')];
      return radios.indexOf(node) - radios.indexOf(document.activeElement!);
    });
    for (let moved = 0; moved < Math.abs(way); moved += 1) await this.press(way > 0 ? 'ArrowDown' : 'ArrowUp');
    if (!(await wanted.isChecked())) await this.press('Space');
    await expect(wanted).toBeChecked();
  }

  async tick(name: string | RegExp): Promise<void> {
    await this.tabTo(this.page.getByRole('checkbox', { name: typeof name === 'string' ? exactly(name) : name }));
    await this.press('Space');
  }

  async button(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.tabTo(target, key);
    await this.press('Enter');
  }

  /** Sends the form that is open; a refusal leaves it open and ends the task. */
  async send(): Promise<void> {
    await this.press('Control+Enter');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** By the palette: to a screen by its name, to a file by its number, or what is found. */
  async goTo(words: string, found: string | RegExp = words): Promise<void> {
    await this.press('Control+k');
    await expect(this.page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await this.type(words);
    const first = this.page.getByRole('dialog').locator('[data-selected]');
    await expect(first).toContainText(found);
    await this.press('Enter');
    await expect(this.page.getByRole('dialog', { name: this.t('shell:palette') })).toHaveCount(0);
  }
}
