import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';
import { isWhole } from '../../support/whole.ts';

const words = {
  en: {
    about: 'About Vigie',
    never: 'Not checked yet',
    check: 'Check the whole file now',
    whole: /^The file is whole: [\d,]+ pages read\.$/,
    failing: 'The disk failed to read or write the workspace',
    failingAdvice: 'The last change may be saved: check first.',
    replaced: 'Another program replaced or moved the workspace’s files',
  },
  fr: {
    about: 'À propos de Vigie',
    never: 'Pas encore vérifié',
    check: 'Vérifier tout le fichier maintenant',
    whole: /^Le fichier est intact; pages lues\s:\s[\d\s]+\.$/,
    failing: 'Le disque n’a pas pu lire ou écrire l’espace de travail',
    failingAdvice: 'La dernière modification est peut-être enregistrée : vérifiez d’abord.',
    replaced: 'Un autre programme a remplacé ou déplacé les fichiers de l’espace de travail',
  },
} as const;

// Check, failing disk and replaced files are tried at the store in each run.
test.skip(!isWhole, 'npm run test:all');

for (const locale of languages) {
  test(`the file is checked on About, and the page says when the disk fails and when another program replaced it, ${locale}`, async ({
    vigie,
    window,
    userData,
  }, info) => {
    const text = words[locale];
    const parent = await openCoordinationWorkspace(vigie, window, userData, locale);
    await window.getByRole('navigation').getByRole('link', { name: text.about, exact: true }).click();
    await expect(window.getByText(text.never)).toBeVisible();
    await window.getByRole('button', { name: text.check }).click();
    await expect(window.getByText(text.whole)).toBeVisible();
    await expect(window.getByText(text.never)).toBeHidden();
    await window.screenshot({ path: info.outputPath('about.png') });

    const file = join(parent, 'Coordination.vigie', 'store.db');
    renameSync(file, `${file}.aside`);
    // The memory of a process has no first page: to read it fails as a broken disk does.
    symlinkSync('/proc/self/mem', file);
    await window.getByRole('button', { name: text.check }).click();
    await expect(window.getByText(text.failing)).toBeVisible();
    await expect(window.getByText(text.failingAdvice)).toBeVisible();
    await window.screenshot({ path: info.outputPath('failing.png') });
    renameSync(`${file}.aside`, file);
    const { workspaces } = await ask(window, 'workspaces.known', {});
    await ask(window, 'workspaces.open', { grant: workspaces[0]!.grant });
    await ask(window, 'session.signIn', { login: 'gagnon', passphrase });
    await window.reload();

    rmSync(join(parent, 'Coordination.vigie', 'lock.db'));
    await window.getByRole('navigation').getByRole('link', { name: text.about, exact: true }).click();
    await window.getByRole('button', { name: text.check }).click();
    await expect(window.getByText(text.replaced)).toBeVisible();
    await expect(window.getByRole('heading', { name: 'Vigie', level: 1 })).toBeVisible();
    await window.screenshot({ path: info.outputPath('closed.png') });
  });
}
