import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { authorityInput } from '../../support/authorities.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';
import { shoot } from '../../support/shots.ts';

const texts = {
  en: { due: 'Upcoming and overdue', line: 'Preservation demand expires (Provider 1)', all: 'Show all 10' },
  fr: { due: 'À venir et en retard', line: '(Provider 1)', all: 'Tout afficher (10)' },
} as const;

for (const locale of languages)
  longTest(
    `equal deadlines of a file say whose they are, and leave room for its persons: ${locale}`,
    async ({ vigie, window, userData }) => {
      const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
      const say = texts[locale];
      const opened = { unitId, openedOn: '2026-11-01', lead: null };
      const { id: investigationId } = await ask(window, 'investigations.open', { ...opened, referralIds: [] });
      for (let count = 1; count <= 10; count += 1)
        await ask(
          window,
          'authorities.record',
          authorityInput(investigationId, 'preservation_demand', `2026-11-${String(count + 10)}`, {
            variant: 'canadian',
            heldBy: `Provider ${String(count)}`,
            concerning: 'Account',
          }),
        );
      await window.evaluate((hash) => {
        location.hash = hash;
      }, `/investigations/${investigationId}`);
      const due = window.getByRole('region', { name: say.due });
      await expect(due.getByRole('listitem')).toHaveCount(8);
      await expect(due.getByRole('listitem').first()).toContainText(say.line);
      await shoot(vigie, window, `file-due-${locale}`);
      await due.getByRole('button', { name: say.all }).click();
      await expect(due.getByRole('listitem')).toHaveCount(10);
      await expect(due.getByRole('button')).toHaveCount(0);
    },
  );
