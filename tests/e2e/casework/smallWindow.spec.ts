import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import type { UnitId } from '../../../electron/contract/ground/ids.ts';
import { findCut } from '../../../scripts/demo/measure.mjs';
import { ask } from '../../support/ask.ts';
import { authorityInput } from '../../support/authorities.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest, test, today } from '../../support/launch.ts';
import { personInput } from '../../support/persons.ts';

const words = {
  en: {
    parts: 'Parts of the file',
    devices: 'Devices',
    change: /^Change/,
    arrests: 'Arrests',
    strike: 'Entered in error…',
    mark: 'Mark as entered in error',
    cancel: 'Cancel',
    reason: 'Reason for the correction',
    usual: 'Typing error',
    hearings: 'Court appearances',
    kind: 'Type',
    answered: 'Answered',
  },
  fr: {
    parts: 'Parties du dossier',
    devices: 'Appareils',
    change: /^Modifier/,
    arrests: 'Arrestations',
    strike: 'Inscrit par erreur…',
    mark: 'Marquer comme inscrit par erreur',
    cancel: 'Annuler',
    reason: 'Motif de la correction',
    usual: 'Erreur de frappe',
    hearings: 'Audiences',
    kind: 'Type',
    answered: 'Répondus',
  },
} as const;

async function resize(vigie: ElectronApplication, page: Page, zoom: number): Promise<void> {
  await vigie.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 720);
    window?.webContents.setZoomFactor(factor);
  }, zoom);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280 / zoom);
}

async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

/** A file with something in many of its parts, and a device under an authority that was entered in error. */
async function openFile(page: Page, unitId: UnitId): Promise<string> {
  const { session } = await ask(page, 'session.current', {});
  const opened = { unitId, openedOn: '2026-10-01', referralIds: [], lead: session!.user.id };
  const { id: investigationId } = await ask(page, 'investigations.open', opened);
  const file = { kind: 'investigation', id: investigationId } as const;
  await ask(page, 'persons.add', personInput(file, 'subject', { name: 'Alex Fictif', ageBand: '18_plus' }));
  await ask(page, 'arrests.record', { investigationId, arrestedOn: '2026-11-07', youth: false });
  await ask(page, 'charges.record', {
    ...{ investigationId, laidOn: '2026-11-09', section: '163.1(4)', counts: 2 },
    ...{ stage: 'laid', personId: null, offenceOn: null },
  });
  for (const what of ['Call the provider', 'Call the school'])
    await ask(page, 'tasks.add', { investigationId, what, owner: null, dueOn: null });
  await ask(page, 'hearings.add', {
    ...{ investigationId, kind: 'plea', on: '2026-11-26', time: '09:30', personId: null, attends: session!.user.id },
    ...{ court: 'Palais de justice fictif', courtNumber: null, room: null },
  });
  await ask(page, 'support.add', { investigationId, referredOn: today, service: 'victim_services' });
  const warrant = authorityInput(investigationId, 'search_warrant', '2026-11-02', { dueOn: '2026-11-09' });
  const { id: authorityId } = await ask(page, 'authorities.record', warrant);
  await ask(page, 'devices.record', {
    ...{ investigationId, kind: 'phone', count: 1, label: null, authorityId, seizedOn: '2026-11-07' },
    ...{ queuedOn: null, lab: null, beganOn: null, examinedOn: null, endedOn: null, endReason: null, locked: null },
  });
  const { authorities } = await ask(page, 'authorities.list', { investigationId });
  const { version } = authorities[0]!;
  const reason = 'Typing error';
  await ask(page, 'corrections.strike', { file, record: 'authority', recordId: authorityId, version, reason });
  return investigationId;
}

/** Each part that a step comes to begins below the bar. */
async function expectHeadingsBelow(page: Page, bar: Locator): Promise<void> {
  const parts = 8;
  await expect(bar.getByRole('button')).toHaveCount(parts);
  for (let step = 1; step < 2 * parts; step += 1) {
    await page.keyboard.press(step <= parts ? ']' : '[');
    const { bottom, top } = await bar.evaluate((nav) => ({
      bottom: nav.getBoundingClientRect().bottom,
      top: document.activeElement?.querySelector('h2')?.getBoundingClientRect().top ?? -1,
    }));
    expect(top).toBeGreaterThanOrEqual(bottom);
  }
}

for (const locale of languages)
  longTest(`what a small window has to show is not hidden, ${locale}`, async ({ vigie, window, userData }) => {
    const text = words[locale];
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    const id = await openFile(window, unitId);
    const dialog = window.getByRole('dialog');
    const part = (name: string) => window.getByRole('region', { name, exact: true });

    await test.step('the heading of the next part', async () => {
      for (const zoom of [1, 2]) {
        await resize(vigie, window, zoom);
        await show(window, `/investigations/${id}`);
        await expect(part(text.devices)).toBeVisible();
        await expectHeadingsBelow(window, window.getByRole('navigation', { name: text.parts }));
      }
      await resize(vigie, window, 1);
    });

    await test.step('what a device came by', async () => {
      await part(text.devices).getByRole('button', { name: text.change }).click();
      await expect(dialog).toBeVisible();
      expect(await window.evaluate(findCut)).toEqual([]);
      await window.keyboard.press('Escape');
    });

    await test.step('the buttons of what was entered in error', async () => {
      await part(text.arrests).getByRole('row').last().getByRole('button').click();
      await dialog.getByRole('button', { name: text.strike }).click();
      await expect(dialog.getByLabel(text.reason)).toBeFocused();
      await window.keyboard.press('ArrowDown');
      await dialog.getByRole('button', { name: text.mark }).click({ trial: true, timeout: 5000 });
      await dialog.getByRole('button', { name: text.cancel }).click({ trial: true, timeout: 5000 });
      await dialog.getByRole('button', { name: text.usual }).click();
      await expect(dialog.getByLabel(text.reason)).toHaveValue(text.usual);
      await window.keyboard.press('Escape');
    });

    await test.step('a name on one line', async () => {
      const other = { unitId, openedOn: '2026-10-01', referralIds: [], lead: null };
      const { id: investigationId } = await ask(window, 'investigations.open', other);
      const { id: transferId } = await ask(window, 'transfers.propose', {
        ...{
          referralId: null,
          investigationId,
          toUnitId: null,
          toService:
            'Service fictif de protection de la jeunesse de la région voisine du nord, détachement de la rivière',
        },
        ...{ on: '2026-11-10', message: null },
      });
      await ask(window, 'transfers.accept', { transferId, version: 1, on: '2026-11-17' });
      await show(window, '/transfers');
      const decided = window.getByRole('region', { name: text.answered });
      const name = decided.getByRole('cell', { name: 'J. Roy', exact: true });
      const lines = await name.evaluate((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
      });
      expect(lines).toBe(1);
    });

    await test.step('the parts of a handover, and the type of a hearing', async () => {
      await resize(vigie, window, 2);
      await show(window, '/handover');
      await window.getByRole('main').locator('label', { hasText: text.hearings }).click();
      await expect(window.getByRole('columnheader', { name: text.kind, exact: true })).toBeVisible();
      expect(await window.evaluate(findCut)).toEqual([]);
    });
  });
