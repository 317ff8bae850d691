import { expect, type Page } from '@playwright/test';
import { ask, openCaseWorkspace } from '../support/caseWorkspace.ts';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/launch.ts';

test.use({ environment: { VIGIE_TODAY: '2027-01-05' } });
const shot = async (page: Page, name: string) => {
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/shots/file/${name}.png`, fullPage: true });
};
const go = async (page: Page, hash: string) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.waitForTimeout(700);
};

test('shots', async ({ vigie, window, userData }) => {
  test.setTimeout(180_000);
  await window.clock.setFixedTime('2027-01-05T14:00:00');
  await window.setViewportSize({ width: 1280, height: 860 });
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  for (const each of ['transfers', 'handover', 'operations', 'devices']) {
    await go(window, `/${each}`);
    await shot(window, `empty-${each}`);
  }
  const { session } = await ask(window, 'session.current', {});
  const me = session!.user.id;
  const second = await ask(window, 'units.save', {
    code: 'U08',
    name: { en: 'Unit 8', fr: 'Unité 8' },
    service: 'S',
    active: true,
  });
  await ask(window, 'users.grant', {
    userId: me,
    version: 2,
    roles: ['administrator', 'investigator', 'supervisor'],
    unitIds: [unitId, second.id],
  });
  await window.reload();
  const file = await ask(window, 'investigations.open', { unitId, openedOn: '2026-11-20', referralIds: [], lead: me });
  const other = await ask(window, 'investigations.open', { unitId, openedOn: '2026-11-22', referralIds: [], lead: me });
  const referral = await ask(window, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-12-02' });
  const sent = await ask(window, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-12-03' });
  await ask(window, 'referrals.assign', { referralIds: [sent.id], userId: me, on: '2026-12-03' });
  const investigationId = file.id;
  await ask(window, 'notes.add', { investigationId, text: 'First note', corrects: null, seen: 0 });
  const { notes } = await ask(window, 'notes.list', { investigationId });
  await ask(window, 'notes.add', { investigationId, text: 'Correction', corrects: notes[0]!.id, seen: 1 });
  await ask(window, 'tasks.add', { investigationId, what: 'Call the provider', dueOn: '2027-01-08', owner: me });
  await ask(window, 'tasks.add', { investigationId, what: 'Write the report', dueOn: '2026-12-20', owner: null });
  const device = {
    kind: 'phone',
    count: 2,
    label: 'X-1',
    authorityId: null,
    seizedOn: '2026-11-25',
    queuedOn: '2026-11-27',
    lab: 'Laboratory',
    beganOn: null,
    examinedOn: null,
    endedOn: null,
    endReason: null,
  } as const;
  await ask(window, 'devices.record', { investigationId, ...device });
  await ask(window, 'devices.record', {
    investigationId,
    ...device,
    kind: 'computer',
    count: 1,
    label: null,
    examinedOn: '2026-12-15',
  });
  const partner = await ask(window, 'partners.save', {
    unitId,
    partnerId: null,
    version: null,
    name: 'Police de Sablerive',
    joinedOn: '2026-03-02',
    leftOn: null,
  });
  await ask(window, 'partners.takePart', {
    investigationId,
    partnerId: partner.id,
    role: 'joint_investigation',
    fromOn: '2026-11-21',
    untilOn: null,
  });
  const operation = await ask(window, 'operations.save', {
    unitId,
    operationId: null,
    version: null,
    name: 'Boréal',
    beganOn: '2026-09-01',
    endedOn: null,
  });
  await ask(window, 'operations.tag', { investigationId, operationIds: [operation.id] });
  await ask(window, 'operations.tag', { investigationId: other.id, operationIds: [operation.id] });
  await ask(window, 'links.relate', { investigationId, otherId: other.id });
  await ask(window, 'links.linkReferral', { investigationId, referralId: referral.id, on: '2026-12-05' });
  await ask(window, 'handover.setNextStep', { investigationId, version: null, text: 'Serve the order' });
  await ask(window, 'transfers.propose', {
    referralId: null,
    investigationId: other.id,
    toUnitId: second.id,
    toService: null,
    on: '2026-12-20',
    message: 'In your area.',
  });
  const outside = await ask(window, 'transfers.propose', {
    referralId: sent.id,
    investigationId: null,
    toUnitId: null,
    toService: 'Sablerive',
    on: '2026-12-20',
    message: null,
  });
  await ask(window, 'transfers.refuse', { transferId: outside.id, version: 1, on: '2026-12-21', reason: 'Not ours' });
  for (const locale of ['en', 'fr'] as const) {
    await ask(window, 'app.setPreferences', { locale, theme: locale === 'en' ? 'light' : 'dark', density: 'compact' });
    await window.reload();
    await window.getByRole('navigation').first().waitFor();
    for (const each of ['transfers', 'handover', 'operations', 'devices']) {
      await go(window, `/${each}`);
      await shot(window, `${locale}-${each}`);
    }
    await go(window, `/investigations/${investigationId}`);
    await shot(window, `${locale}-file`);
    for (const section of ['timeline', 'devices', 'partners', 'notes', 'links']) {
      await window.locator(`[data-section="${section}"]`).scrollIntoViewIfNeeded();
      await window
        .locator(`[data-section="${section}"]`)
        .screenshot({ path: `/tmp/shots/file/${locale}-file-${section}.png` });
    }
    for (const key of ['d', 's', 'k', 'm', 'Shift+K']) {
      await window.keyboard.press(key);
      await expect(window.getByRole('dialog')).toBeVisible();
      await shot(window, `${locale}-dialog-${key}`);
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toBeHidden();
    }
  }
  await ask(window, 'app.setPreferences', { locale: 'en', theme: 'auto', density: 'compact' });
  await window.reload();
  for (const each of ['transfers', 'handover', 'operations', 'devices', `investigations/${investigationId}`]) {
    await go(window, `/${each}`);
    await expectAccessible(window, each);
  }
});
