import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { payloadOf, posteriorOf, referenceText } from '../../db/statistics/estimate/reference/referenceFiles.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { chooseInMenu } from '../../support/menu.ts';

const words = {
  en: {
    nav: 'Estimate reference',
    none: 'No reference',
    import: 'Import a reference…',
    choose: /^Choose/,
    tampered: 'The reference’s signature does not match its content',
    compared: /read me this same fingerprint/,
    confirm: 'Confirm the key and import',
    standing: 'Reference in use',
    productivity: /^0\.70 times a base-funded FTE.*\(80%: 0\.50 to 0\.90\)$/,
    remove: /^Remove the reference/,
  },
  fr: {
    nav: 'Référence de l’estimation',
    none: 'Aucune référence',
    import: 'Importer une référence…',
    choose: /^Choisir/,
    tampered: 'La signature de la référence ne correspond pas à son contenu',
    compared: /m’a lu cette même empreinte/,
    confirm: 'Confirmer la clé et importer',
    standing: 'Référence utilisée',
    productivity: /^0,70 fois un ETP du budget de base.*\(80\s%\s: 0,50 à 0,90\)$/,
    remove: /^Retirer la référence/,
  },
} as const;

function coordinationKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { privateKey: privateKey.toString('base64'), publicKey: publicKey.toString('base64') };
}

for (const locale of languages) {
  longTest(
    `a unit puts a reference in force once it has compared the key (${locale})`,
    async ({ vigie, window, userData }) => {
      const say = words[locale];
      const { folder } = await openCaseWorkspace(vigie, window, userData, locale);
      const text = referenceText(payloadOf(posteriorOf(24, 60, '2024-04')), coordinationKey());
      const [sound, changed] = [join(folder, 'all.vigieref'), join(folder, 'changed.vigieref')];
      await writeFile(sound, text);
      await writeFile(changed, text.replace('"centre":0.8', '"centre":0.9'));
      await chooseInMenu(window, say.nav);
      await expect(window.getByText(say.none)).toBeVisible();
      await expectAccessible(window, 'no reference');

      await window.getByRole('button', { name: say.import }).click();
      const dialog = window.getByRole('dialog');
      await answerDialogs(vigie, { open: changed });
      await dialog.getByRole('button', { name: say.choose }).click();
      await expect(dialog.getByRole('alert')).toContainText(say.tampered);

      await answerDialogs(vigie, { open: sound });
      await dialog.getByRole('button', { name: say.choose }).click();
      const confirm = dialog.getByRole('button', { name: say.confirm });
      await expect(confirm).toBeDisabled();
      await expectAccessible(window, 'a key met for the first time');
      await dialog.getByRole('checkbox', { name: say.compared }).check();
      await confirm.click();
      await expect(window.getByRole('heading', { name: say.standing })).toBeVisible();
      await expect(window.getByText(say.productivity)).toBeVisible();
      await expect(dialog).toBeHidden();
      await expectAccessible(window, 'the reference in force');
      expect((await ask(window, 'reference.get', {})).reference).toMatchObject({ units: 24, months: 24, draws: 60 });

      await window.getByRole('button', { name: say.remove }).click();
      await dialog.getByRole('button', { name: say.remove }).click();
      await expect(window.getByText(say.none)).toBeVisible();
    },
  );
}
