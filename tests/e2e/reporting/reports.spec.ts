import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { FundingCells } from '../../../electron/contract/reporting/fundingCells.ts';
import type { Register } from '../../../electron/contract/reporting/fundingColumns.ts';
import type { AgreementId } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';

const words = {
  en: {
    nav: 'Required reports',
    title: 'Required reports',
    empty: 'No required report',
    late: '5 days overdue',
    cashFlow: 'Cash flow and claim',
    progress: 'Mid-year progress',
    state: 'Status',
    sent: 'Sent',
    record: 'Save the status',
    withSent: 'Include sent',
    calendar: 'Calendar',
    onDay: '1 date',
    export: 'Save calendar (.ics)…',
    saved: '3 dates saved',
    funding: 'Funding',
    cash: 'Cash flow',
    balance: 'Closing balance',
    amounts: ['$5,000.00', '$2,000.00'],
    drop: 'Drop a file here',
    dropped: 'Changes from claims.csv',
  },
  fr: {
    nav: 'Rapports exigés',
    title: 'Rapports exigés',
    empty: 'Aucun rapport exigé',
    late: '5 jours de retard',
    cashFlow: 'Flux de trésorerie et demande de remboursement',
    progress: 'Rapport de mi-exercice',
    state: 'Statut',
    sent: 'Transmis',
    record: 'Enregistrer le statut',
    withSent: 'Inclure les transmis',
    calendar: 'Calendrier',
    onDay: '1 échéance',
    export: 'Enregistrer un calendrier (.ics)…',
    saved: '3 dates enregistrées',
    funding: 'Financement',
    cash: 'Flux de trésorerie',
    balance: 'Solde de clôture',
    drop: 'Déposez un fichier ici',
    dropped: 'Modifications de claims.csv',
    amounts: ['5\u00a0000,00\u00a0$', '2\u00a0000,00\u00a0$'],
  },
} as const;

async function fill(page: Page): Promise<AgreementId> {
  const { id } = await ask(page, 'agreements.save', {
    code: 'AG-01',
    recipient: { en: 'Fictitious Service', fr: 'Service fictif' },
    programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: '2025-04-01',
    endsOn: '2027-03-31',
    languages: ['en', 'fr'],
    asksBacklogAvoided: false,
    units: [],
  });
  const save = (register: Register, ...rows: readonly FundingCells[]) =>
    ask(page, 'funding.save', {
      agreementId: id,
      register,
      fiscalYear: 2026,
      changes: rows.map((cells) => ({ do: 'add' as const, cells: { ...cells } })),
    });
  const report = { languages: 'both', state: 'not_begun' };
  const names = { nameEn: 'Mid-year progress', nameFr: 'Rapport de mi-exercice' };
  await save(
    'reports',
    { ...report, code: 'C-1', kind: 'cash_flow', dueOn: '2026-11-19' },
    { ...report, ...names, code: 'N-1', kind: 'progress', dueOn: '2026-11-29', state: 'in_preparation' },
  );
  await save(
    'cash',
    { code: 'A', quarter: 'q1', kind: 'advance', amount: 800_000, on: null },
    { code: 'B', quarter: 'q2', kind: 'advance_forecast', amount: 0, on: null },
  );
  const spent = {
    q1Forecast: 300_000,
    q1Actual: 300_000,
    q2Forecast: 300_000,
    q2Actual: null,
    q3Forecast: 0,
    q4Forecast: 0,
  };
  await save('budget', { code: 'B', category: 'tools', budget: 1_000_000, ...spent });
  return id;
}

longTest(
  'reports that agreements ask for are seen, sent and carried to a calendar, in both languages',
  async ({ vigie, window: page, userData }) => {
    const folder = await openCoordinationWorkspace(vigie, page, userData, 'en');
    await page.getByRole('link', { name: words.en.nav }).click();
    await expect(page.getByText(words.en.empty)).toBeVisible();
    await fill(page);
    for (const locale of ['en', 'fr'] as const) {
      const say = words[locale];
      await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
      await page.reload();
      await page.getByRole('link', { name: say.nav }).click();
      await expect(page.getByRole('heading', { level: 1, name: say.title })).toBeVisible();
      const rows = page.getByRole('row');
      const late = rows.filter({ hasText: say.late });
      await expect(late).toContainText(say.cashFlow);
      await expect(rows.filter({ hasText: say.progress })).toBeVisible();
      await expect(page.getByRole('link', { name: say.nav })).toContainText(/2/);
      await expectAccessible(page, `due reports, ${locale}`);

      await answerDialogs(vigie, { save: join(folder, `reports-${locale}.ics`) });
      await page.keyboard.press('e');
      await expect(page.getByText(say.saved)).toBeVisible();
      expect(readFileSync(join(folder, `reports-${locale}.ics`), 'utf8')).toContain(`AG-01 · ${say.progress}`);

      await page.keyboard.press('v');
      await expect(page.getByText(new RegExp(`: ${say.onDay}$`)).first()).toBeAttached();
      await expectAccessible(page, `due reports as a calendar, ${locale}`);
      await page.keyboard.press('v');

      await page.getByRole('link', { name: say.funding, exact: true }).click();
      await page.getByRole('tab', { name: say.cash }).click();
      const balance = page.getByRole('row', { name: say.balance });
      for (const amount of say.amounts) await expect(balance).toContainText(amount);
      await expectAccessible(page, `cash flow, ${locale}`);
      const carried = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(['Code,Quarter,Kind,Amount\nZ,Q2,Claim submitted,"1,250.00"\n'], 'claims.csv'));
        return data;
      });
      await page.getByText(say.drop).dispatchEvent('drop', { dataTransfer: carried });
      await expect(page.getByRole('dialog', { name: say.dropped })).toContainText('Z');
      await page.keyboard.press('Escape');
    }

    const say = words.fr;
    await page.getByRole('link', { name: say.nav }).click();
    await page.getByRole('row').filter({ hasText: say.late }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say.state).selectOption({ label: say.sent });
    await expectAccessible(page, 'the state of a report');
    await dialog.getByRole('button', { name: say.record }).click();
    await expect(page.getByRole('row').filter({ hasText: say.cashFlow })).toHaveCount(0);
    await page.getByLabel(say.withSent).click();
    await expect(page.getByRole('row').filter({ hasText: say.cashFlow })).toContainText(say.sent);
  },
);
