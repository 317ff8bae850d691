import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const bothThemes = ['light', 'dark'] as const;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/**
 * WCAG 2.1 A and AA in the light theme, and the colours in the dark one: a theme changes nothing else, and a language no
 * colour, so that the dark theme is looked at in English.
 */
export async function expectAccessible(
  page: Page,
  what: string,
  themes: readonly ('light' | 'dark')[] = bothThemes,
): Promise<void> {
  const isFrench = (await page.locator('html').getAttribute('lang'))?.startsWith('fr') === true;
  for (const colorScheme of isFrench ? (['light'] as const) : themes) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // Without legacy mode axe opens another page, which this application never does.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(rules) : axe.withRules('color-contrast')
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
}
