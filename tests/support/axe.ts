import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const bothThemes = ['light', 'dark'] as const;

/** WCAG 2.1 A and AA, in the light theme and then in the dark one. */
export async function expectAccessible(
  page: Page,
  what: string,
  themes: readonly ('light' | 'dark')[] = bothThemes,
): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // Without legacy mode axe opens another page, which this application never does.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
      .analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
}
