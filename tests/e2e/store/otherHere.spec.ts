import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { closeWorkspace, passphrase } from '../../support/keptWorkspace.ts';
import { answerDialogs, test } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';
import { isWhole } from '../../support/whole.ts';

// The sign-in's own rule is tried at the store in each run.
test.skip(!isWhole, 'npm run test:all');

test('another workspace in a known folder asks for a reason before a passphrase can be typed', async ({
  vigie,
  window,
  userData,
}) => {
  const { parent } = await createNorth(vigie, window, userData);
  const folder = join(parent, 'North.vigie');
  await closeWorkspace(window);
  await rename(folder, join(userData, 'North.vigie'));
  // A colleague's, under the same name.
  await answerDialogs(vigie, { open: parent });
  const chosen = await ask(window, 'workspaces.chooseParent', {});
  const about = { name: 'North', kind: 'unit', login: 'roy', displayName: 'J. Roy', passphrase } as const;
  await ask(window, 'workspace.create', { ...about, parent: chosen.folder!.grant });
  await closeWorkspace(window);
  const other = join(userData, 'Other.vigie');
  await rename(folder, other);
  await cp(join(userData, 'North.vigie'), folder, { recursive: true });

  await answerDialogs(vigie, { open: folder });
  await window.getByRole('button', { name: 'Open a workspace…' }).click();
  await expect(window.getByRole('alert')).toContainText('Another workspace is there now. Do not type the passphrase');
  await expect(window.getByLabel('Passphrase')).toBeHidden();
  await expectAccessible(window, 'Another workspace in a known folder');
  const pictures = process.env['VIGIE_PICTURES'];
  if (pictures !== undefined) await window.screenshot({ path: `${pictures}/other-here.png` });
  await window.getByLabel('Why continue all the same').fill('The administrator put it back');
  await window.getByRole('button', { name: 'Continue to sign-in' }).click();
  await window.getByLabel('Login').fill('roy');
  await window.getByLabel('Passphrase').fill(passphrase);
  await window.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect.poll(async () => (await ask(window, 'session.current', {})).session?.user.login).toBe('roy');
});
