import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';

const words = {
  en: {
    about: 'About Vigie',
    never: 'Not checked yet',
    check: 'Check the whole file now',
    whole: /^The file is whole: [\d,]+ pages read\.$/,
    replaced: 'Another program replaced or moved the workspace’s files',
  },
  fr: {
    about: 'À propos de Vigie',
    never: 'Pas encore vérifié',
    check: 'Vérifier tout le fichier maintenant',
    whole: /^Le fichier est intact; pages lues\s:\s[\d\s]+\.$/,
    replaced: 'Un autre programme a remplacé ou déplacé les fichiers de l’espace de travail',
  },
} as const;

for (const locale of languages) {
  test(`the file is checked on About, and the page says when another program replaced it, ${locale}`, async ({
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

    rmSync(join(parent, 'Coordination.vigie', 'lock.db'));
    await window.getByRole('button', { name: text.check }).click();
    await expect(window.getByText(text.replaced)).toBeVisible();
    await expect(window.getByRole('heading', { name: 'Vigie', level: 1 })).toBeVisible();
    await window.screenshot({ path: info.outputPath('closed.png') });
  });
}
