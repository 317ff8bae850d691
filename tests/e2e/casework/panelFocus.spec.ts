import { expect } from '@playwright/test';
import type { CivilDate } from '../../../electron/contract/ground/dates.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { test } from '../../support/launch.ts';

test('a panel that opens by a link has the letters, also where another window is in front', async ({
  vigie,
  window,
  userData,
}) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const log = async (receivedOn: CivilDate, acceptDuplicate: boolean) =>
    (
      await ask(window, 'referrals.log', {
        ...{ unitId, source: 'cybertip', receivedOn, externalNumber: 'R-1' },
        ...(acceptDuplicate && { acceptDuplicate }),
      })
    ).id;
  const first = await log('2026-01-06' as CivilDate, false);
  await log('2026-01-05' as CivilDate, true);
  await window.evaluate((id) => {
    location.hash = `/inbox/${id}`;
  }, first);
  const panel = window.getByRole('complementary');
  const link = panel.getByRole('link', { name: /-00002$/ }).first();
  await link.waitFor();

  // As in a window that is not in front: the focus moves without an event.
  await window.evaluate(() => {
    for (const name of ['focus', 'focusin', 'focusout', 'blur'])
      globalThis.addEventListener(
        name,
        (event) => {
          event.stopImmediatePropagation();
        },
        true,
      );
  });
  await link.dispatchEvent('click');
  await expect(panel.getByRole('heading', { level: 2, name: /-00002$/ })).toBeVisible();
  expect(await panel.getByRole('heading', { level: 2 }).evaluate((node) => node === document.activeElement)).toBe(true);
  // The cursor of the list is on its first row, the latest received, which is the other referral.
  await window.keyboard.press('a');
  await expect(window.getByRole('dialog', { name: /-00002$/ })).toBeVisible();
});
