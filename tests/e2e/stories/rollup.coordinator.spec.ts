import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { Quarter } from '../../../electron/contract/ground/dates.ts';
import type { FileGrant } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { expectDone } from '../../support/jobs.ts';
import { storyLanguages } from '../../support/languages.ts';
import { answerDialogs, launchVigie, longTest, test } from '../../support/launch.ts';

interface UnitPack {
  readonly unitId: string;
  readonly fingerprint: string;
  readonly path: string;
}

/** Signed packs of four units, in files as they came by post. */
function writePacks(folder: string): readonly UnitPack[] {
  const script = join(import.meta.dirname, 'writeUnitPacks.ts');
  // Without Playwright's own loader, which a child process would inherit.
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8', env });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly UnitPack[];
}

async function openCoordination(
  vigie: ElectronApplication,
  page: Page,
  parent: string,
  name: string,
  locale: Locale,
): Promise<void> {
  await answerDialogs(vigie, { open: parent });
  const { folder } = await ask(page, 'workspaces.chooseParent', {});
  const made = await ask(page, 'workspace.create', {
    parent: folder!.grant,
    name,
    kind: 'coordination',
    login: 'gagnon',
    displayName: 'M. Gagnon',
    passphrase: 'a passphrase for tests',
  });
  const roles = ['administrator', 'coordinator'] as const;
  await ask(page, 'users.grant', { userId: made.session.user.id, version: 1, roles: [...roles], unitIds: [] });
  await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
}

const quarter = { fiscalYear: 2026, quarter: 2 } as Quarter;

/** An agreement's return as its office sends it: locked, and written into a folder of its own. */
async function sendReturn(page: Page, out: FileGrant, code: string, unitIds: readonly string[]): Promise<void> {
  const { id: agreementId } = await ask(page, 'agreements.save', {
    code,
    recipient: { en: `Police board of ${code}`, fr: `Commission de police de ${code}` },
    programme: { en: 'National Strategy', fr: 'Stratégie nationale' },
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: '2025-04-01',
    endsOn: '2028-03-31',
    languages: ['en', 'fr'],
    asksBacklogAvoided: false,
    units: unitIds.map((unitId) => ({ unitId: unitId as never, from: '2025-04-01', to: null })),
  });
  const spent = { category: 'tools', q2Forecast: 1_000_000, q2Actual: 1_000_050 };
  await ask(page, 'funding.save', {
    agreementId,
    register: 'budget',
    fiscalYear: quarter.fiscalYear,
    changes: [{ do: 'add', cells: { code: 'A-01', ...spent } }],
  });
  const which = { agreementId, quarter, jobId: crypto.randomUUID() as never };
  const { contentHash } = await ask(page, 'returns.prepare', which);
  const { id } = await ask(page, 'returns.lock', { ...which, contentHash });
  await ask(page, 'returns.export', { returnId: id, folder: out });
}

/** One office receives its units' packs and sends the returns of three agreements; the second unit is in two of them. */
async function sendReturns(vigie: ElectronApplication, page: Page, packs: readonly UnitPack[], to: string) {
  for (const { path, fingerprint } of packs) {
    await answerDialogs(vigie, { open: path });
    const { file } = await ask(page, 'files.choose', { purpose: 'pack' });
    await ask(page, 'packs.import', { file: file!.grant, confirmFingerprint: fingerprint });
  }
  await answerDialogs(vigie, { open: to });
  const { folder } = await ask(page, 'files.chooseFolder', {});
  const [first, second, third, fourth] = packs.map((each) => each.unitId) as [string, string, string, string];
  await sendReturn(page, folder!.grant, 'NORTH', [first, second]);
  await sendReturn(page, folder!.grant, 'SOUTH', [second, third]);
  await sendReturn(page, folder!.grant, 'WEST', [fourth]);
}

const words = {
  en: {
    title: 'Consolidation',
    choose: 'Choose a folder…',
    refused: 'Refused',
    changed: 'A file was changed after it was signed. (ledger.csv)',
    held: 'Already imported',
    compared: (code: string) => `The office read me this same fingerprint by telephone: ${code}`,
    nothing: 'Nothing to import',
    take: (count: number) => `Import ${String(count)} ${count === 1 ? 'item' : 'items'}`,
    coverage: 'Coverage',
    covered: /^FY.2026.27.Q2: 2 of 3 units complete; 0 sent nothing\.$/,
    twice: 'U02: NORTH, SOUTH agree.',
    gap: 'U03, September 2026: missing Charges laid',
    consolidated: 'Consolidated return',
    figure: /^C1 /,
    covers: '2 of 3 units',
    parts: 'Units included',
    coversAgreements: '2 of 2 agreements',
    agreements: 'Agreements included',
    money: '10,000.50',
    national: 'National view',
    quarter: 'Over the quarter',
    moved: 'Over the quarter to September 2026, the backlog grew in 0 of 3 units (stable: 3; fell: 0).',
    lock: /^Lock and export the return of/,
    lockButton: 'Lock the Q2 return',
    exportButton: 'Export into a folder…',
    exported: /TOTAL-FY2026-27-Q2/,
  },
  fr: {
    title: 'Consolidation',
    choose: 'Choisir un répertoire…',
    refused: 'Refusé',
    changed: 'Un fichier a été modifié après la signature. (ledger.csv)',
    held: 'Déjà importé',
    compared: (code: string) => `Le bureau m’a lu cette même empreinte au téléphone : ${code}`,
    nothing: 'Rien à importer',
    take: (count: number) => `Importer ${String(count)} ${count === 1 ? 'élément' : 'éléments'}`,
    coverage: 'Couverture',
    covered: /^T2.2026.2027 \(exercice\).: 3 unités. Données complètes.: 2; rien transmis.: 0\.$/,
    twice: 'U02 : NORTH, SOUTH concordent.',
    gap: 'U03, septembre 2026 : manquent Accusations portées',
    consolidated: 'Rapport consolidé',
    figure: /^C1 /,
    covers: '2 unités sur 3',
    parts: 'Unités comprises',
    coversAgreements: '2 ententes sur 2',
    agreements: 'Ententes comprises',
    money: /10\s000,50/,
    national: 'Vue nationale',
    quarter: 'Sur le trimestre',
    moved:
      'Sur le trimestre se terminant en septembre 2026, arriéré en hausse dans 0 des 3 unités (stable : 3; en baisse : 0).',
    lock: /^Verrouiller et exporter le rapport/,
    lockButton: 'Verrouiller le rapport du T2',
    exportButton: 'Exporter dans un répertoire…',
    exported: /TOTAL-FY2026-27-Q2/,
  },
} as const;

const plain = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s')}$`);

for (const locale of storyLanguages('fr')) {
  const say = words[locale];

  longTest(
    `three offices’ returns are rolled up, and the one that was tampered with is refused (${locale})`,
    async ({ vigie: office, window: officePage, userData, root }) => {
      const [parent, received, out, national] = ['files', 'received', 'out', 'national'].map((name) =>
        join(userData, name),
      ) as [string, string, string, string];
      for (const folder of [parent, received, out, national]) await mkdir(folder, { recursive: true });
      await test.step('an office sends three returns, and one is changed on its way', async () => {
        await openCoordination(office, officePage, parent, 'Office', locale);
        await sendReturns(office, officePage, writePacks(parent), received);
        await appendFile(join(received, 'WEST-FY2026-27-Q2', 'ledger.csv'), 'U04,one,line,more\r\n');
      });

      const vigie = await launchVigie({ userData: national, root });
      const window = await vigie.firstWindow();
      const tab = (name: string) => window.getByRole('tab', { name, exact: true });

      try {
        await test.step('each is verified; one is refused with its reason', async () => {
          await openCoordination(vigie, window, parent, 'National', locale);
          await window.evaluate(() => {
            location.hash = '/rollup';
          });
          await window.reload();
          await window.getByRole('heading', { level: 1, name: say.title, exact: true }).waitFor();
          await answerDialogs(vigie, { open: received });
          await window.getByRole('button', { name: say.choose }).click();
          const west = window.getByRole('row', { name: /WEST/ });
          await expect(west).toContainText(say.refused);
          await expect(west).toContainText(say.changed);
          await expect(window.getByRole('button', { name: say.nothing })).toBeDisabled();
          await expectAccessible(window, 'received', ['light', 'dark']);
        });

        await test.step('the key is confirmed, and what it signed is taken in', async () => {
          // One key has signed both: its office is called once.
          await window.getByRole('checkbox', { name: plain(say.compared('NORTH, SOUTH')) }).check();
          await window.getByRole('button', { name: say.take(2) }).click();
          for (const code of ['NORTH', 'SOUTH'])
            await expect(window.getByRole('row', { name: new RegExp(code) }).first()).toContainText(say.held);
          await expect(window.getByRole('row', { name: /WEST/ })).toContainText(say.refused);
        });

        await test.step('coverage names what is missing and what two offices say', async () => {
          await tab(say.coverage).click();
          await expect(window.getByText(say.covered)).toBeVisible();
          await expect(window.getByText(plain(say.twice))).toBeVisible();
          await expect(window.getByText(plain(say.gap))).toHaveCount(1);
          await expectAccessible(window, 'coverage');
        });

        await test.step('a total says how many units it covers, and opens them', async () => {
          await tab(say.consolidated).click();
          await window.getByRole('button', { name: say.figure }).first().click();
          const panel = window.getByRole('complementary');
          await expect(panel).toContainText(say.covers);
          const parts = panel.getByRole('table', { name: say.parts });
          await expect(parts.getByRole('row')).toHaveCount(4);
          await expect(parts.getByRole('row', { name: /U01/ })).toContainText('NORTH');
          await expectAccessible(window, 'consolidated');
        });

        await test.step('what agreements report of themselves is added up from their returns', async () => {
          await window.getByRole('button', { name: /^F1 / }).first().click();
          const panel = window.getByRole('complementary');
          await expect(panel).toContainText(say.coversAgreements);
          const parts = panel.getByRole('table', { name: say.agreements });
          await expect(parts.getByRole('row', { name: /NORTH/ })).toContainText(say.money);
          await expect(panel.getByRole('link', { name: 'SOUTH' })).toBeVisible();
          await expectAccessible(window, 'sum over agreements');
        });

        await test.step('the national view says where the backlog went', async () => {
          await tab(say.national).click();
          await window.getByText(say.quarter, { exact: true }).click();
          await expectDone(window.getByText(plain(say.moved)));
          await expectAccessible(window, 'national', ['light', 'dark']);
        });

        await test.step('the consolidated return is locked, exported and verified', async () => {
          await tab(say.consolidated).click();
          await window.getByRole('link', { name: say.lock }).click();
          await window.getByRole('button', { name: say.lockButton }).click();
          await window.getByRole('dialog').getByRole('button', { name: say.lockButton }).click();
          await answerDialogs(vigie, { open: out });
          await window.getByRole('button', { name: say.exportButton }).click();
          await expectDone(window.getByText(say.exported).first());
          const [name] = readdirSync(out);
          const args = [join(root, 'dist', 'main', 'vigie.cjs'), 'return', 'verify', '--json', join(out, name!)];
          const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
          expect(JSON.parse(stdout)).toMatchObject({ ok: true, value: { verified: true, problems: [] } });
        });
      } finally {
        await vigie.close();
      }
    },
  );
}
