import { expect } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';

const words = {
  en: {
    title: 'Sealing and retention',
    choose: 'Select file SEAL-1',
    reason: 'Reason',
    empty: 'No access period has ended or ends within 30 days',
    stands: '1 seal in force.',
    rule: 'Retention rules',
    purge: 'No approved purges',
  },
  fr: {
    title: 'Scellés et conservation',
    choose: 'Sélectionner le dossier SEAL-1',
    reason: 'Motif',
    empty: 'Aucune période d’accès n’est terminée ni ne se termine d’ici 30 jours',
    stands: '1 scellé est en vigueur.',
    rule: 'Règles de conservation',
    purge: 'Aucune élimination approuvée',
  },
} as const;

for (const locale of languages) {
  longTest(
    `a youth's record is sealed by keyboard once its period is over, ${locale}`,
    async ({ vigie, window, userData }) => {
      const t = words[locale];
      const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
      const { id: investigationId } = await ask(window, 'investigations.open', {
        unitId,
        openedOn: '2024-01-10',
        referralIds: [],
        number: 'SEAL-1',
        lead: null,
      });
      await ask(window, 'authorities.record', {
        investigationId,
        kind: 'youth_record',
        variant: 'dismissed',
        startedOn: '2024-03-01',
        underId: null,
        reference: null,
        heldBy: null,
        concerning: null,
        servedOn: null,
        dueOn: null,
        doneOn: null,
        endedOn: null,
        endReason: null,
      });
      await ask(window, 'investigations.conclude', { investigationId, version: 1, on: '2024-04-01' });
      const show = (hash: string) =>
        window.evaluate((to) => {
          location.hash = to;
        }, hash);
      await show('/records/toSeal');
      await expect(window.getByRole('heading', { level: 1, name: t.title })).toBeVisible();
      const choose = window.getByRole('checkbox', { name: t.choose });
      await choose.focus();
      await window.keyboard.press('Space');
      await expect(choose).toBeChecked();
      await expectAccessible(window, 'what is to be sealed');
      await window.keyboard.press('z');
      const dialog = window.getByRole('dialog');
      await dialog.getByRole('textbox', { name: t.reason }).fill('The period of access is over');
      await window.keyboard.press('Control+Enter');
      await expect(window.getByText(t.empty)).toBeVisible();
      await show('/records/sealed');
      await expect(window.getByText(t.stands)).toBeVisible();
      await expect(window.getByRole('cell', { name: /^S\d{4}-00001$/ })).toBeVisible();
      await expectAccessible(window, 'what is sealed');
      await show('/records/retention');
      await expect(window.getByRole('heading', { level: 2, name: t.rule })).toBeVisible();
      await expectAccessible(window, 'what is kept, and for how long');
      await show('/records/purged');
      await expect(window.getByText(t.purge)).toBeVisible();
    },
  );
}
