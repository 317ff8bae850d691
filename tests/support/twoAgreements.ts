import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Register } from '#contract/reporting/fundingColumns';
import { framework } from '../../db/reporting/indicators/framework.ts';
import { createCoordination, newSender, quarterThree, quarterTwo, type Coordination, type Sender } from './packs.ts';
import { packOf } from './packOfUnits.ts';
import { writeTexts } from './returnTexts.ts';
import { secretCents, secretCount } from './secrets.ts';
import { administrator, copyOf, createTestStore, engine, type TestStore } from './store.ts';

export interface TwoAgreements {
  readonly test: TestStore;
  /** Of `alpha`: ALPHA1, SHARED, and MOVED until the middle of July 2026. Of `beta`: BETA1, BETA2, SHARED, and MOVED since. */
  readonly alpha: string;
  readonly beta: string;
  readonly workspaceId: string;
  readonly units: Readonly<Record<'ALPHA1' | 'BETA1' | 'BETA2' | 'SHARED' | 'MOVED', Sender>>;
  readonly users: Readonly<Record<'alpha' | 'beta', string>>;
  /** Ids of rows of either agreement, by kind. */
  readonly rows: Readonly<Record<'alpha' | 'beta', RowsOf>>;
  /** Packs: of ALPHA1 and BETA1 together, and of each other unit. */
  readonly packs: Readonly<Record<'joint' | 'beta' | 'shared' | 'moved' | 'movedLater', string>>;
  readonly files: Readonly<Record<'joint' | 'beta' | 'alphaLater', string>>;
  readonly outbox: string;
  /** The closed workspace that all are copies of, with the calls that made it. */
  readonly made: TestStore;
}

export interface RowsOf {
  readonly changeId: string;
  readonly reportId: string;
  readonly returnId: string;
  readonly templateId: string;
}

const codes = ['ALPHA1', 'BETA1', 'BETA2', 'SHARED', 'MOVED'] as const;

export const newUnits = (): TwoAgreements['units'] =>
  Object.fromEntries(codes.map((code) => [code, newSender(code)])) as TwoAgreements['units'];

let built: Promise<TwoAgreements> | null = null;

/** A coordination workspace of two agreements with units, money, texts, returns and releases; two coordinators see one of them each. `coordinator`, who sees both, is signed in. */
export async function createTwoAgreements(): Promise<TwoAgreements> {
  built ??= build();
  const original = await built;
  const copy = copyOf(original.test);
  await copy.signInAs('coordinator');
  const test = await engine.place(copy);
  const here = (path: string): string => join(test.parent, relative(original.test.parent, path));
  const { joint, beta, alphaLater } = original.files;
  return {
    ...original,
    test,
    files: { joint: here(joint), beta: here(beta), alphaLater: here(alphaLater) },
    outbox: here(original.outbox),
  };
}

async function build(): Promise<TwoAgreements> {
  const two = await fillTwoAgreements(await createCoordination(await createTestStore('coordination')));
  two.test.store.close();
  process.once('exit', two.test.dispose);
  return two;
}

/** The administrator is signed in. */
export async function fillTwoAgreements(
  { test, write }: Coordination,
  units: TwoAgreements['units'] = newUnits(),
): Promise<TwoAgreements> {
  const joint = packOf([units.ALPHA1, units.BETA1], quarterTwo, 10, '2026-09');
  const texts = {
    joint,
    beta: packOf([units.BETA2], quarterTwo, 11, '2026-09'),
    shared: packOf([units.SHARED], quarterTwo, 12, '2026-09'),
    moved: packOf([units.MOVED], quarterTwo, 13, '2026-09'),
    // After it left the first agreement.
    movedLater: packOf([units.MOVED], quarterThree, 14, '2026-12', '2026-10'),
  };
  const senders = {
    joint: units.ALPHA1,
    beta: units.BETA2,
    shared: units.SHARED,
    moved: units.MOVED,
    movedLater: units.MOVED,
  };
  const packs: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) {
    const { fingerprint } = senders[name as keyof typeof senders];
    const file = test.grant(write(text));
    packs[name] = (await test.call('packs.import', { file, confirmFingerprint: fingerprint })).id;
  }
  const alpha = await agreement(test, 'AG-ALPHA', [
    [units.ALPHA1, null],
    [units.SHARED, null],
    [units.MOVED, '2026-07-15'],
  ]);
  const beta = await agreement(test, 'AG-BETA', [
    [units.BETA1, null],
    [units.BETA2, null],
    [units.SHARED, null],
    [units.MOVED, null],
  ]);
  const outbox = join(test.parent, 'outbox');
  mkdirSync(outbox);
  await test.call('frameworks.import', { file: test.grant(write(frameworkText)) });
  await enter(test, units.ALPHA1, 'ALPHA', 4);
  await enter(test, units.BETA1, 'BETA', secretCount);
  const rows = {
    alpha: await fill(test, alpha, 'ALPHA', units.ALPHA1, 1200, outbox),
    beta: await fill(test, beta, 'BETA', units.BETA1, secretCents, outbox),
  };
  const { consolidated } = await test.call('returns.list', {});
  await lock(test, consolidated!.id, 'BETA in the return of all', outbox);
  await test.signInAs('admin');
  const users = { alpha: await limited(test, 'alpha', alpha), beta: await limited(test, 'beta', beta) };
  const later = packOf([units.ALPHA1], quarterThree, 20, '2026-12');
  return {
    ...{ test, made: test },
    alpha,
    beta,
    workspaceId: consolidated!.id,
    units,
    users,
    rows,
    packs: packs as TwoAgreements['packs'],
    files: { joint: write(joint), beta: write(texts.beta), alphaLater: write(later) },
    outbox,
  };
}

async function agreement(
  test: TestStore,
  code: string,
  units: readonly (readonly [Sender, string | null])[],
): Promise<string> {
  const { id } = await test.call('agreements.save', {
    code,
    recipient: { en: `Ministry ${code}`, fr: `Ministère ${code}` },
    programme: { en: `Programme ${code}`, fr: `Programme ${code}` },
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: '2025-04-01',
    endsOn: '2028-03-31',
    languages: ['en', 'fr'],
    asksBacklogAvoided: false,
    units: units.map(([{ unitId }, to]) => ({ unitId, from: '2025-04-01', to })),
  });
  return id;
}

async function limited(test: TestStore, login: string, agreementId: string): Promise<string> {
  const { id } = await test.call('users.create', {
    login,
    displayName: `Coordinator ${login === 'beta' ? 'of the other' : login}`,
    roles: ['coordinator'],
    unitIds: [],
    agreementIds: [agreementId],
    passphrase: administrator.passphrase,
  });
  return id;
}

/** Under it R1 is also entered by a coordinator. */
const frameworkText = JSON.stringify({
  format: 'vigie-framework',
  version: 'two',
  name: { en: 'Test', fr: 'Essai' },
  validFrom: '2025-04-01',
  validTo: null,
  indicators: framework.indicators.map((each) => (each.code === 'R1' ? { ...each, collection: 'both' } : each)),
});

async function enter(test: TestStore, { unitId }: Sender, word: string, value: number): Promise<void> {
  await test.call('entered.save', {
    quarter: quarterTwo,
    cells: [
      { unitId, code: 'R1', value, numerator: null, denominator: null, why: { en: word, fr: word }, version: null },
    ],
  });
}

/** Something in every table that belongs to an agreement. */
async function fill(
  test: TestStore,
  agreementId: string,
  word: string,
  { unitId, code }: Sender,
  cents: number,
  outbox: string,
): Promise<RowsOf> {
  const add = (register: Register, cells: Record<string, string | number>) =>
    test.call('funding.save', {
      agreementId,
      register,
      fiscalYear: 2026,
      changes: [{ do: 'add', cells: { code: `${word}-1`, ...cells } }],
    } as never);
  const { changeId } = await add('budget', {
    nameEn: `Line ${word}`,
    category: 'overtime',
    unitId,
    budget: cents,
    q1Forecast: cents,
    q1Actual: cents,
  });
  await add('cash', { quarter: 'q1', kind: 'advance', amount: cents });
  await add('positions', { role: 'analyst', funding: 'funded', fte: 50, unitId, filledOn: '2026-04-01' });
  await add('training', { nameEn: `Course ${word}`, mode: 'virtual', unitId });
  await add('equipment', {
    nameEn: `Tool ${word}`,
    kind: 'tool',
    acquisition: 'bought',
    unitId,
    quantity: 1,
    cost: cents,
  });
  await add('activities', { nameEn: `Activity ${word}`, status: 'planned' });
  await add('risks', { riskEn: `Risk ${word}`, likelihood: 'low', effect: 'low' });
  await add('reports', {
    kind: 'other',
    nameEn: `Report ${word}`,
    dueOn: '2026-12-15',
    languages: 'both',
    state: 'not_begun',
  });
  await add('amendments', { inForceOn: '2026-04-01', signedOn: '2026-03-01', changeEn: `Amendment ${word}` });
  await add('targets', { code: 'R1', per: 'year', target: cents, targetSourceEn: `Target ${word}` });
  const reports = await test.call('funding.rows', { agreementId, register: 'reports', fiscalYear: 2026 } as never);
  const template = await test.call('templates.save', {
    name: `Form ${word}`,
    fileName: `${word}.xlsx`,
    sha256: '0'.repeat(64),
    whenMissing: 'blank',
    cells: [{ sheet: 'S', cell: 'A1', source: { kind: 'explanation', code: 'R1', unitCode: code, language: 'en' } }],
  });
  const text = { en: `Why ${word}`, fr: `Pourquoi ${word}` };
  const which = { agreementId: agreementId as never, quarter: quarterTwo };
  await test.call('returns.explain', { ...which, code: 'R1', unitCode: code, text, version: null });
  await test.call('returns.setActuals', { ...which, status: 'final', version: null });
  const returnId = await lock(test, agreementId, word, outbox);
  return { changeId, reportId: reports.rows[0]!.id, returnId, templateId: template.id };
}

async function lock(test: TestStore, agreementId: string, word: string, outbox: string): Promise<string> {
  await writeTexts(test, agreementId, quarterTwo);
  const which = { agreementId: agreementId as never, quarter: quarterTwo };
  const { narrative } = await test.call('returns.texts', which);
  const { section, version } = narrative[0]!;
  await test.call('returns.narrate', { ...which, section, text: { en: word, fr: word }, version });
  const jobId = randomUUID();
  const { contentHash } = await test.call('returns.prepare', { ...which, jobId });
  const { id } = await test.call('returns.lock', { ...which, jobId, contentHash });
  await test.call('returns.release', { returnId: id, folder: test.grant(outbox), method: 'suppression' });
  return id;
}

/** Where a file is to be written. */
export function placeIn({ outbox }: TwoAgreements, name: string): string {
  return join(outbox, `${randomUUID()}-${name}`);
}
