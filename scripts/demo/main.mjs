// The product's main job from end to end: workspaces, import, backlog, pack, counterfactual, return.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { enter, openApplication } from './application.mjs';
import { photographLaboratory } from './laboratory.mjs';
import { writeImages } from './images.mjs';
import { CUT, photograph, photographScreens, resize } from './screens.mjs';
import { isWanted } from './views.mjs';
import { photographNew } from './newWorkspaces.mjs';
import { valuesDigest } from './valuesDigest.mjs';

const QUARTER = { fiscalYear: 2026, quarter: 2 };
const ASSUMPTIONS = { rampMonths: null, overtimeProductivity: 1, substitutionShare: 0, inducedInflowShare: 0 };

/** @param {string} output @param {{ views: import('./views.mjs').Views, isWhole: boolean, withImages: boolean }} options @param {(line: string) => void} tell */
export async function runDemonstration(output, { views, isWhole, withImages }, tell) {
  rmSync(output, { recursive: true, force: true });
  const pictures = join(output, 'screens');
  const userData = join(output, 'application');
  mkdirSync(userData, { recursive: true });
  const vigie = await openApplication(userData);
  try {
    let taken = await photographWelcome(vigie, pictures, views);
    const started = performance.now();
    await vigie.call('demonstration.prepare', { jobId: vigie.newJob() });
    tell(`Two fictitious workspaces made in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    taken += await unitPart(vigie, output, pictures, views, tell);
    taken += await coordinationPart(vigie, output, pictures, views, tell);
    if (isWhole) taken += await otherRoles(vigie, pictures, views);
    if (isWhole) taken += await photographNew(vigie, output, pictures, { views });
    tell(
      `In ${output}: the report of the import, the unit's quarter pack, the return, and ${taken} pictures of screens in screens.`,
    );
    if (existsSync(join(pictures, CUT))) tell(`What the screens cut is in screens/${CUT}.`);
    if (withImages) writeImages(pictures, vigie.headings, tell);
  } finally {
    await vigie.application.close();
  }
}

async function photographWelcome(vigie, pictures, views) {
  mkdirSync(pictures, { recursive: true });
  await resize(vigie, views.sizes[0]);
  const locales = views.locales.filter((locale) => isWanted(views, ['welcome', locale]));
  for (const locale of locales) {
    await vigie.reload({ locale, theme: 'light' });
    await photograph(vigie, pictures, ['welcome', locale, 'light']);
  }
  return locales.length;
}

/** The screens of those whose work the demonstration does not do. */
async function otherRoles(vigie, pictures, views) {
  let taken = 0;
  for (const [kind, login, who] of [
    ['unit', 'enqueteur', 'investigator'],
    ['unit', 'responsable', 'records'],
    ['coordination', 'administrateur', 'coordination-administrator'],
  ]) {
    await enter(vigie, kind, login);
    taken += await photographScreens(vigie, pictures, who, { views });
  }
  return taken;
}

async function unitPart(vigie, output, pictures, views, tell) {
  await enter(vigie, 'unit', 'superviseure');
  const imported = await importSample(
    vigie,
    join(output, 'application', 'demonstration', 'sample', 'signalements.csv'),
    output,
  );
  tell(imported);
  const board = await vigie.call('backlog.board', { from: '2025-10', to: '2026-09' });
  const { total } = board;
  tell(
    `Backlog of ${board.unitsCovered} teams over a year: ${total.opening} open, then ${total.closing}; the ledger balances: ${total.balanced}.`,
  );
  const unit = board.units[0];
  tell(
    describeEstimate(
      unit.code,
      await vigie.call('counterfactual.run', {
        scope: { unitId: unit.unitId },
        lastMonth: '2026-09',
        assumptions: ASSUMPTIONS,
        jobId: vigie.newJob(),
      }),
    ),
  );
  await vigie.choose(join(output, 'unit-quarter.vigiepack'));
  const { file } = await vigie.call('files.save', { purpose: 'pack', suggestedName: 'unit' });
  const pack = await vigie.call('packs.export', { quarter: QUARTER, file: file.grant });
  tell(`Quarter pack signed: ${pack.bytes} bytes, key ${pack.fingerprint.slice(0, 19)}...`);
  let taken = await photographScreens(vigie, pictures, 'supervisor', { views, more: await oneOfEach(vigie) });
  if (views.only !== undefined) return taken;
  await enter(vigie, 'unit', 'administrateur');
  taken += await photographScreens(vigie, pictures, 'administrator', { views });
  return taken;
}

/** A referral and an investigation, so that their own pages are seen too. */
async function oneOfEach(vigie) {
  const first = { from: { at: 'start' }, size: 1 };
  const open = { filter: { openOnly: true } };
  const referrals = await vigie.call('referrals.list', {
    ...open,
    ...first,
    sort: { column: 'receivedOn', descending: true },
  });
  const files = await vigie.call('investigations.list', {
    filter: { waiting: 'crown_or_court' },
    ...first,
    sort: { column: 'openedOn', descending: true },
  });
  return [
    [`/referrals/${referrals.rows[0].id}`, 'referrals-one'],
    [`/investigations/${files.rows[0].id}`, 'investigations-one'],
  ];
}

async function importSample(vigie, path, output) {
  await vigie.choose(path);
  const { file } = await vigie.call('files.choose', { purpose: 'referrals' });
  const found = await vigie.call('imports.inspect', { file: file.grant });
  const preview = await vigie.call('imports.preview', {
    file: file.grant,
    reading: found.reading,
    mapping: found.suggested,
    jobId: vigie.newJob(),
  });
  await vigie.choose(join(output, 'import-report.csv'));
  const report = await vigie.call('files.save', { purpose: 'import_report', suggestedName: 'report' });
  await vigie.call('imports.saveReport', { previewId: preview.previewId, file: report.file.grant, locale: 'fr' });
  const { imported } = await vigie.call('imports.apply', { previewId: preview.previewId, jobId: vigie.newJob() });
  const { duplicate, conflict, invalid } = preview.counts;
  return `Sample file: ${imported} referrals imported; ${duplicate ?? 0} duplicate, ${conflict ?? 0} in conflict, ${invalid ?? 0} invalid, each with its reason in import-report.csv.`;
}

function describeEstimate(code, { units: [{ result }] }) {
  if (result.status === 'refused')
    return `Counterfactual of ${code}: refused (${result.reasons.map((each) => each.code).join(', ')}).`;
  const { p10, p90 } = result.avoided;
  return `Counterfactual of ${code} (grade ${result.grade}): ${result.backlogNow} open; between ${Math.round(p10)} and ${Math.round(p90)} files fewer (80 %) than without the Strategy-funded staff and overtime.`;
}

async function describeTotal(vigie) {
  const { total, fit } = await vigie.call('counterfactual.run', {
    scope: { all: true },
    lastMonth: '2026-09',
    assumptions: ASSUMPTIONS,
    jobId: vigie.newJob(),
  });
  const [low, high] = [total.avoided.p10, total.avoided.p90].map(Math.round);
  return `All ${total.unitsCovered} units with an answer, fitted together: ${total.backlogNow} open; between ${low} and ${high} files fewer (80 %); effective sample size ${fit.effectiveSampleSize === null ? 'not measured' : Math.round(fit.effectiveSampleSize)}.`;
}

async function coordinationPart(vigie, output, pictures, views, tell) {
  await enter(vigie, 'coordination', 'coordonnatrice');
  const { agreements } = await vigie.call('agreements.list');
  const { packs } = await vigie.call('packs.list');
  const agreement = agreements[0];
  tell(`Coordination workspace: ${packs.length} packs verified, ${agreements.length} agreements.`);
  const { content, contentHash } = await vigie.call('returns.prepare', {
    agreementId: agreement.id,
    quarter: QUARTER,
    jobId: vigie.newJob(),
  });
  const locked = await vigie.call('returns.lock', {
    agreementId: agreement.id,
    quarter: QUARTER,
    contentHash,
    jobId: vigie.newJob(),
  });
  const folder = join(output, 'return');
  mkdirSync(folder, { recursive: true });
  await vigie.choose(folder);
  const chosen = await vigie.call('files.chooseFolder');
  const exported = await vigie.call('returns.export', { returnId: locked.id, folder: chosen.folder.grant });
  tell(
    `Return ${agreement.code}, FY 2026-27 Q2: ${content.values.length} figures of ${content.units.length} units, ${content.checks.length} checks, ${exported.files.length} files.`,
  );
  const place = join(folder, exported.folderName);
  tell(`Figures of the return (SHA-256 of its CSV files, the same in every run): ${figuresDigest(place)}`);
  tell(`The same of its codes, periods and values alone, without labels: ${valuesDigest(place)}`);
  const pageOf = ({ id, code }, step) => [`/returns/${id}/2026-Q2/${step}`, `returns-${code}-${step}`];
  const steps = ['data', 'checks', 'narrative', 'preview', 'lock', 'export'].map((step) => pageOf(agreement, step));
  const more = [
    ...steps,
    pageOf(agreements[2], 'checks'),
    pageOf(agreements[2], 'narrative'),
    [`/returns/annual/${agreement.id}/2026`, `returns-${agreement.code}-annual`],
    [`/returns/renewal/${agreement.id}`, `returns-${agreement.code}-renewal`],
  ];
  const taken = await photographScreens(vigie, pictures, 'coordinator', { views, more });
  tell(await describeTotal(vigie));
  return taken + (await photographLaboratory(vigie, pictures, 'coordinator', { views }));
}

function figuresDigest(folder) {
  const digest = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.csv'))
    .sort())
    digest.update(readFileSync(join(folder, name)));
  return digest.digest('hex').slice(0, 16);
}
