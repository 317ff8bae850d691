import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { expectAccessible } from '../../support/axe.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';

const words = {
  en: {
    report: 'Write the breach report',
    kind: 'Lost item',
    which: 'Which one',
    held: 'What it contained',
    investigations: /Investigations\s*1/,
    key: 'opens it',
    save: 'Save as PDF…',
    saved: 'The report was saved.',
    open: /under no key of Vigie/,
  },
  fr: {
    report: 'Établir le rapport d’atteinte',
    kind: 'Élément perdu',
    which: 'Lequel',
    held: 'Ce qu’il contenait',
    investigations: /Enquêtes\s*1/,
    key: 'l’ouvre',
    save: 'Enregistrer en PDF…',
    saved: 'Le rapport a été enregistré.',
    open: /sous aucune clé de Vigie/,
  },
} as const;

for (const locale of languages) {
  longTest(
    `an administrator reports what a lost computer, backup or export contained (${locale})`,
    async ({ vigie, window, userData }) => {
      const say = words[locale];
      const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, locale);
      await ask(window, 'investigations.open', { unitId, openedOn: '2026-10-03', referralIds: [], lead: null });
      await ask(window, 'backups.make', { jobId: '00000000-0000-4000-8000-0000000000aa' });
      await window.evaluate(() => {
        location.hash = '/breach';
      });
      await window.getByRole('button', { name: say.report }).click();
      const counts = window.getByRole('table', { name: say.held });
      await expect(counts.getByRole('row').filter({ hasText: say.investigations })).toHaveCount(1);
      await expect(window.getByText(say.key, { exact: true })).toBeVisible();
      await expectAccessible(window, 'the breach report');
      await window.screenshot({ path: `test-results/breach-${locale}.png`, fullPage: true });

      const path = join(folder, 'breach.pdf');
      await answerDialogs(vigie, { save: path });
      await window.getByRole('button', { name: say.save }).click();
      await expect(window.getByText(say.saved)).toBeVisible();
      expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');

      await window.getByLabel(say.kind).selectOption('backup');
      await expect(counts).toHaveCount(0);
      await window.getByLabel(say.which).selectOption({ index: 1 });
      await window.getByRole('button', { name: say.report }).click();
      await expect(counts.getByRole('row').filter({ hasText: say.investigations })).toHaveCount(1);

      await window.getByLabel(say.kind).selectOption('export');
      await window.getByLabel(say.which).selectOption({ index: 1 });
      await window.getByRole('button', { name: say.report }).click();
      await expect(window.getByText(say.open)).toBeVisible();
      await window.screenshot({ path: `test-results/breach-export-${locale}.png`, fullPage: true });
    },
  );
}
