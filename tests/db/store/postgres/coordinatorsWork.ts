import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId, FileGrant, ReturnId } from '#contract/ground/ids';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { noChange } from '#contract/statistics/plans';
import { register } from '#contract/reporting/fundingColumns';
import { packOf } from '../../../support/packOfUnits.ts';
import { quarterOne, quarterThree, quarterTwo, type Sender } from '../../../support/packs.ts';
import type { TestStore } from '../../../support/store.ts';
import type { TwoAgreements } from '../../../support/twoAgreements.ts';
import { must, newJob } from '../../../../proofs/torture/calls/chains/chain.ts';
import type { Elsewhere } from './marked/coordination.ts';

/** What a coordinator does beside filling the workspace. */
export interface Desk {
  readonly test: TestStore;
  readonly two: TwoAgreements;
  readonly elsewhere: Pick<Elsewhere, 'others' | 'received' | 'simulated'>;
}

const docs = resolve(import.meta.dirname, '../../../../docs/framework');
const form = resolve(import.meta.dirname, '../../reporting/returns/templates/funderForm.xlsx');
const words = { en: 'A reason', fr: 'Un motif' };
const reason = 'Not known there';

const agreementsOf = ({ two }: Desk) => [two.alpha, two.beta] as readonly string[] as readonly AgreementId[];
const file = ({ test }: Desk, path: string): FileGrant => test.grant(path) as FileGrant;
const leaving = (desk: Desk, name: string): FileGrant => file(desk, join(desk.two.outbox, name));

/** Whether it is refused is an answer too. */
const asked = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);

export async function money(desk: Desk): Promise<void> {
  const { call } = desk.test;
  for (const [position, agreementId] of agreementsOf(desk).entries()) {
    for (const of of register.options)
      for (const [format, locale] of [
        ['csv', 'fr'],
        ['xlsx', 'en'],
      ] as const) {
        const to = leaving(desk, `${of}-${position}.${format}`);
        await call('funding.exportFile', { agreementId, register: of, fiscalYear: 2026, file: to, format, locale });
      }
    await call('funding.exportSpending', { agreementId, file: leaving(desk, `spending-${position}.csv`) });
    for (const of of register.options) {
      const grid = { agreementId, register: of, fiscalYear: 2026 } as const;
      const { undoable } = await call('funding.rows', grid);
      if (undoable[0] === undefined) continue;
      await call('funding.undo', { changeId: undoable[0].id });
      await asked(call('funding.undo', { changeId: undoable[0].id }));
      await call('funding.rows', grid);
    }
  }
}

export async function deadlines(desk: Desk): Promise<void> {
  const { call } = desk.test;
  await call('reports.setReminders', { daysBefore: [40, 10] });
  const { rows } = await call('reports.due', { filter: {} });
  const { rowId, version } = must(rows.find(({ report }) => report !== null)?.report);
  await call('reports.setState', { rowId, version, state: 'sent', sentOn: '2026-11-20' });
  await asked(call('reports.setState', { rowId, version, state: 'in_preparation', sentOn: null }));
  await call('reports.due', { filter: {}, withSent: true });
  for (const locale of ['en', 'fr'] as const)
    await call('reports.export', { filter: {}, file: leaving(desk, `due-${locale}.ics`), locale });
}

export async function frameworks(desk: Desk): Promise<void> {
  const { call } = desk.test;
  const broken = join(desk.test.parent, 'broken.json');
  writeFileSync(broken, '{"format":"vigie-framework"}');
  for (const path of [broken, join(docs, 'example.json')]) await call('frameworks.inspect', { file: file(desk, path) });
  for (const version of ['1', 'two'])
    await call('frameworks.export', { version, file: leaving(desk, `framework-${version}.json`) });
  await call('frameworks.schema', { file: leaving(desk, 'schema.json') });
}

export async function returns(desk: Desk): Promise<void> {
  const { call } = desk.test;
  const saved = await call('templates.inspect', { file: file(desk, form) });
  const source = { kind: 'indicator', code: 'R1', unitCode: null, part: 'value', language: 'fr' } as const;
  const cells = [{ sheet: 'Quarterly form', cell: 'B6', source }];
  const mapping = { name: 'Yearly', fileName: saved.fileName, sha256: saved.sha256, cells } as const;
  const template = await call('templates.save', { ...mapping, whenMissing: 'symbol' });
  for (const { returnId } of Object.values(desk.two.rows)) {
    const which = { returnId: returnId as ReturnId, folder: file(desk, desk.two.outbox) };
    await call('returns.export', { ...which, templateIds: [template.id], templateFiles: [file(desk, form)] });
  }
  await asked(call('templates.remove', { ...template, version: template.version + 1 }));
  await call('templates.remove', template);
  await call('templates.list', {});
  const quarters = [quarterOne, quarterTwo, quarterThree];
  for (const [position, agreementId] of agreementsOf(desk).entries()) {
    const figures = [
      { code: 'R1', unitCode: null, version: null },
      { code: 'C3', unitCode: 'SHARED', version: null },
    ];
    for (const text of [words, { ...words, en: 'Another' }])
      await asked(call('returns.explainSeveral', { agreementId, quarter: quarterThree, figures, text }));
    await call('returns.texts', { agreementId, quarter: quarterThree });
    for (const quarter of quarters) {
      const name = `${quarter.quarter}-${position}.csv`;
      await call('across.export', { quarter, agreementId, file: leaving(desk, `across-${name}`) });
      await call('readiness.export', { quarter, agreementId, file: leaving(desk, `readiness-${name}`) });
    }
  }
  const all = { quarter: quarterTwo, agreementId: null, separator: 'semicolon' } as const;
  await call('across.export', { ...all, file: leaving(desk, 'across.csv') });
}

/** A form of a unit without Vigie is imported, one pack of a service refused, another looked into. */
export async function received(desk: Desk): Promise<void> {
  const { test, elsewhere } = desk;
  const { others } = elsewhere;
  const { call } = test;
  const folder = join(test.parent, 'received');
  mkdirSync(folder);
  // It was made when its file was last changed.
  cpSync(elsewhere.received, join(folder, 'form.xlsx'), { preserveTimestamps: true });
  await call('rollup.writeKit', { file: leaving(desk, 'kit.xlsx'), quarter: quarterTwo });
  const [one, other, third] = others;
  const pack = (name: string, senders: readonly Sender[], quarter: Quarter): FileGrant => {
    const path = join(folder, `${name}.vigiepack`);
    writeFileSync(path, packOf(senders, quarter, 40, '2026-09'));
    return file(desk, path);
  };
  const [first, second] = [pack('first', [one], quarterTwo), pack('second', [other], quarterTwo)];
  await call('packs.inspect', { file: first });
  await call('packs.import', { file: first, confirmFingerprint: one.fingerprint });
  for (const each of [first, second]) await call('packs.inspect', { file: each });
  // Of units of which others spoke until now, of one of them two.
  const both = pack('both', [other, one], quarterThree);
  await call('packs.inspect', { file: both });
  const accept = { changes: ['other_signer' as const], reason };
  await call('packs.import', { file: both, confirmFingerprint: other.fingerprint, accept });
  const spoken = pack('spoken', [third, one, ...Object.values(desk.two.units).toReversed()], quarterThree);
  await call('packs.inspect', { file: spoken });
  const place = file(desk, folder);
  await call('rollup.inspect', { place });
  await call('rollup.refuse', { place, name: 'second.vigiepack', reason });
  await asked(call('rollup.import', { place, name: 'form.xlsx' }));
  await call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
  await call('rollup.inspect', { place });
}

/** Ten units can tell by themselves what a funded person adds. */
export async function estimates(desk: Desk): Promise<void> {
  const { call } = desk.test;
  const { text, fingerprint } = desk.elsewhere.simulated;
  const path = join(desk.test.parent, 'simulated.vigiepack');
  writeFileSync(path, text);
  await call('packs.import', { file: file(desk, path), confirmFingerprint: fingerprint });
  const lastMonth = '2026-09';
  const reference = leaving(desk, 'own.vigieref');
  await call('reference.export', { lastMonth, file: reference, jobId: newJob() });
  const question = { scope: { all: true }, lastMonth, assumptions: defaultAssumptions, jobId: newJob() } as const;
  await call('counterfactual.replicate', { ...question, folder: file(desk, desk.two.outbox) });
  const { scope } = question;
  const { id: setId } = await call('assumptionSets.save', { name: 'Again', assumptions: defaultAssumptions });
  await call('assumptionSets.remove', { id: setId, version: 1 });
  const { id } = await call('plans.save', { name: 'Again', scope, plan: noChange });
  const planning = { scope, lastMonth, plan: noChange, locale: 'fr', jobId: newJob() } as const;
  await call('plans.print', { ...planning, compare: [id], file: leaving(desk, 'plan.pdf') });
  await call('plans.remove', { id, version: 1 });
  const content = { format: 'csv' as const, notes: ['Seed'], columns: ['Month'], rows: [[1]] };
  await call('figures.save', { file: leaving(desk, 'figure.csv'), figure: 'sensitivity', content });
}

/** What is kept for the person alone, and a unit of which no pack came. */
export async function own(desk: Desk): Promise<void> {
  const { call } = desk.test;
  const unit = { code: 'OWN', name: { en: 'Unit', fr: 'Unité' }, service: 'Service', active: true };
  const { id } = await call('units.save', unit);
  await call('units.save', { ...unit, id, version: 1, active: false });
  await call('units.list', {});
  await call('lists.openWith', { list: 'referrals', view: 'Mine' });
  const { views } = await call('lists.get', { list: 'referrals' });
  await call('lists.deleteView', { viewId: must(views[0]).id });
  await call('lists.get', { list: 'referrals' });
  const place = { form: 'narrative', subject: desk.two.alpha, unitId: null } as const;
  await call('drafts.get', place);
  await call('drafts.discard', place);
  await call('drafts.get', place);
  const base64 = Buffer.from('A piece').toString('base64');
  await call('imports.receiveFile', { file: leaving(desk, 'piece'), name: 'piece.csv', offset: 0, base64 });
  await call('passphrase.strength', { passphrase: 'words', about: [] });
}
