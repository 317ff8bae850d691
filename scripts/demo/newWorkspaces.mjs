// Two workspaces of a first day, with nobody's data: what each screen says where there is nothing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { photographScreens } from './screens.mjs';

const first = 'four quiet lanterns by a harbour';
const own = 'nine green kites over the orchard';

async function create(vigie, parent, about) {
  mkdirSync(parent, { recursive: true });
  await vigie.choose(parent);
  const { folder } = await vigie.call('workspaces.chooseParent');
  await vigie.call('workspace.create', {
    parent: folder.grant,
    login: 'first',
    displayName: 'A. Fictive',
    passphrase: first,
    ...about,
  });
  await vigie.reload();
}

/** Leaves the workspace; closing replaces the page, so its reply is never read. */
async function leave(vigie) {
  const replaced = vigie.page.waitForEvent('load');
  await vigie.page.evaluate(() => {
    setTimeout(() => void globalThis.vigie.call('workspaces.close', {}));
  });
  await replaced;
  // Reloaded while it is still being replaced, it would be lost.
  await vigie.settle();
}

/** @returns {Promise<number>} how many pictures were taken */
export async function photographNew(vigie, output, pictures, options) {
  const parent = join(output, 'new');
  await leave(vigie);
  await create(vigie, parent, { name: 'New unit', kind: 'unit' });
  let taken = await photographScreens(vigie, pictures, 'new-administrator', options);
  const unit = { code: 'U01', name: { en: 'North', fr: 'Nord' }, service: 'Fictitious service', active: true };
  const { id: unitId } = await vigie.call('units.save', unit);
  const roles = ['supervisor', 'investigator', 'records_officer'];
  const user = { login: 'second', displayName: 'B. Fictif', roles, unitIds: [unitId], passphrase: first };
  await vigie.call('users.create', user);
  await leave(vigie);
  const { workspaces } = await vigie.call('workspaces.known');
  await vigie.call('workspaces.open', { grant: workspaces.find(({ name }) => name === 'New unit').grant });
  await vigie.call('session.signIn', { login: 'second', passphrase: first });
  await vigie.call('session.changePassphrase', { current: first, next: own });
  await vigie.reload();
  taken += await photographScreens(vigie, pictures, 'new-unit', options);
  await leave(vigie);
  await create(vigie, parent, { name: 'New coordination', kind: 'coordination', isCoordinator: true });
  return taken + (await photographScreens(vigie, pictures, 'new-coordination', options));
}
