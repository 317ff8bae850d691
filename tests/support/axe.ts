import { expect, type Frame, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const everything: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] },
};
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/** A page keeps axe until it is replaced: compiling it takes longer than most screens take to check. */
async function giveAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate('"axe" in globalThis'))) await frame.evaluate(axe.source);
}

/** The rules that the page breaks, each with the elements that break it. */
function violationsIn(page: Page, options: RunOptions): Promise<readonly string[]> {
  return page.evaluate(
    async (given) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, given);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    },
    // Styles are fetched a second time for one rule alone: that a phone may be turned.
    { ...options, resultTypes: ['violations'], preload: false } satisfies RunOptions,
  );
}

/** WCAG 2.1 A and AA in the light theme, and the colours in the dark one where it is named: a theme changes nothing else. */
export async function expectAccessible(
  page: Page,
  what: string,
  themes: readonly ('light' | 'dark')[] = ['light'],
): Promise<void> {
  for (const frame of page.frames()) await giveAxe(frame);
  for (const colorScheme of themes) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const options = colorScheme === 'light' ? everything : colours;
    // What is being laid out may break a rule for a moment.
    await expect
      .poll(() => violationsIn(page, options), { message: `${what}, ${colorScheme}`, intervals: [500] })
      .toEqual([]);
  }
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
}
