import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Quarter } from '../../../electron/contract/ground/dates.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { laboratoryPack } from '../../support/laboratoryPack.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';

const built = resolve(import.meta.dirname, '../../../dist/main/vigie.cjs');
const words = {
  en: { method: 'Method', export: 'Export for replication…', written: /^Written: (?<name>replication-2026-03)/ },
  fr: {
    method: 'Méthode',
    export: 'Exporter pour reproduction…',
    written: /^Répertoire écrit.*(?<name>replication-2026-03)/,
  },
} as const;

for (const locale of languages)
  longTest(
    `a coordinator exports the estimate, and the command computes it again (${locale})`,
    async ({ vigie, window, userData }) => {
      const say = words[locale];
      const folder = await openCoordinationWorkspace(vigie, window, userData, locale);
      const pack = join(folder, 'units.vigiepack');
      writeFileSync(pack, laboratoryPack({ fiscalYear: 2025, quarter: 4 } as Quarter));
      await answerDialogs(vigie, { open: pack });
      const chosen = await ask(window, 'files.choose', { purpose: 'pack' });
      const { fingerprint } = await ask(window, 'packs.inspect', { file: chosen.file!.grant });
      await ask(window, 'packs.import', { file: chosen.file!.grant, confirmFingerprint: fingerprint });
      const parent = join(folder, 'replications');
      mkdirSync(parent);
      await answerDialogs(vigie, { open: parent });
      await window.evaluate(() => {
        location.hash = '/counterfactual/method';
      });
      await window.reload();
      await window.getByRole('button', { name: say.export }).click();
      await expect(window.getByText(say.written)).toBeVisible();
      await expectAccessible(window, 'the estimate, exported for replication');

      const at = (name: string): string => join(parent, readdirSync(parent)[0]!, name);
      const args = ['analyse', 'capacity', '--data', at('panel.csv'), '--spec', at('specification.json')];
      execFileSync(process.execPath, [built, ...args, '--out', at('result.json')], { stdio: 'pipe' });
      expect(readFileSync(at('result.json'), 'utf8')).toBe(readFileSync(at('expected.json'), 'utf8'));
    },
  );
