import { expect } from '@playwright/test';
import type { FundingCells } from '../../../electron/contract/reporting/fundingCells.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';

const words = {
  en: {
    nav: 'Required reports',
    byAgreement: 'By agreement',
    report: 'Quarterly progress',
    status: /Change the status: Quarterly/,
  },
  fr: {
    nav: 'Rapports exigés',
    byAgreement: 'Par entente',
    report: 'Rapport du trimestre',
    status: /Modifier le statut : Rapport/,
  },
} as const;

for (const locale of languages)
  longTest(
    `rows of required reports open their return, and group by agreement (${locale})`,
    async ({ vigie, window, userData }) => {
      const say = words[locale];
      await openCoordinationWorkspace(vigie, window, userData, locale);
      for (const code of ['AG-01', 'AG-02']) {
        const { id } = await ask(window, 'agreements.save', {
          ...{ code, recipient: { en: 'Fictitious Service', fr: 'Service fictif' } },
          ...{
            programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
            signaturePlannedOn: null,
            signedOn: null,
          },
          ...{
            startsOn: '2025-04-01',
            endsOn: '2036-03-31',
            languages: ['en', 'fr'],
            asksBacklogAvoided: false,
            units: [],
          },
        });
        const cells: FundingCells = {
          ...{ code: 'P-1', kind: 'progress', languages: 'both', state: 'not_begun', dueOn: '2025-10-30' },
          ...{ nameEn: say.report, nameFr: say.report, periodFrom: '2025-07-01', periodTo: '2025-09-30' },
        };
        const changes = [{ do: 'add' as const, cells }];
        await ask(window, 'funding.save', { agreementId: id, register: 'reports', fiscalYear: 2025, changes });
      }
      await window.getByRole('link', { name: say.nav }).click();
      const rows = window.getByRole('row').filter({ hasText: say.report });
      await expect(rows).toHaveCount(2);
      await window.keyboard.press('s');
      await expect(window.getByRole('dialog', { name: `AG-01 · ${say.report}` })).toBeVisible();
      await window.keyboard.press('Escape');
      await window.getByText(say.byAgreement).click();
      await expect(window.getByRole('heading', { level: 2, name: /^AG-0[12]/ })).toHaveCount(2);
      await expectAccessible(window, 'required reports by agreement');
      await window.getByRole('button', { name: say.status }).first().click();
      await expect(window.getByRole('dialog', { name: `AG-01 · ${say.report}` })).toBeVisible();
      await window.keyboard.press('Escape');
      await window.getByRole('button', { name: say.report, exact: true }).last().click();
      await expect(window).toHaveURL(/#\/returns\/[^/]+\/2025-Q2\/data$/);
      await expect(window.getByRole('heading', { level: 1 })).toContainText('AG-02');
    },
  );
