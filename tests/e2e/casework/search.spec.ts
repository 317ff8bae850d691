import { expect } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';
import { identifierInput } from '../../support/persons.ts';

const words = {
  en: {
    palette: 'Search and commands',
    none: 'No results',
    due: 'Deadlines',
  },
  fr: {
    palette: 'Recherche et commandes',
    none: 'Aucun résultat',
    due: 'Échéances',
  },
} as const;

for (const locale of languages) {
  longTest(
    `any file is found and opened from anywhere by its words (${locale})`,
    async ({ vigie, window, userData }) => {
      const say = words[locale];
      const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
      const { id, number } = await ask(window, 'referrals.log', {
        unitId,
        source: 'ncecc',
        receivedOn: '2026-10-02',
        externalNumber: 'FDR-2026-0042',
        summary: 'Compte signalé par une école',
      });
      const handle = identifierInput({ kind: 'referral', id }, 'handle', 'silver_fox_22');
      await ask(window, 'identifiers.add', handle);
      const file = await ask(window, 'investigations.open', {
        unitId,
        openedOn: '2026-10-03',
        referralIds: [],
        lead: null,
      });
      await window.getByRole('navigation').first().waitFor();
      await window.keyboard.press('Control+k');
      const palette = window.getByRole('dialog', { name: say.palette });
      await expect(palette.getByRole('textbox')).toBeFocused();
      await window.keyboard.type('ecole sig');
      await expect(palette.getByText('FDR-2026-0042')).toBeVisible();
      await expect(palette).not.toContainText('Compte');
      await expectAccessible(window, 'the palette with a file found');
      await window.screenshot({ path: `test-results/search-${locale}.png` });
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      await expect(window.getByRole('heading', { name: number })).toBeVisible();

      await window.keyboard.press('Control+k');
      await expect(palette.getByRole('textbox')).toBeFocused();
      // A screen that arrives only now leaves the focus where one types.
      await window.evaluate(() => {
        location.hash = '/due';
      });
      await window.locator('main h1', { hasText: say.due }).waitFor();
      await window.keyboard.type(file.number);
      await expect(palette.getByRole('button', { name: file.number })).toBeVisible();
      await window.keyboard.press('Control+a');
      await window.keyboard.type('ver_fox');
      await expect(palette.getByRole('button', { name: handle.value })).toBeVisible();
      await window.keyboard.press('Control+a');
      await window.keyboard.type('nowhere at all');
      await expect(palette.getByText(say.none)).toBeVisible();
    },
  );
}
