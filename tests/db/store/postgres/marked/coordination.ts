import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { AgreementId, FileGrant } from '#contract/ground/ids';
import { register, fundingColumns, type Register } from '#contract/reporting/fundingColumns';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { noChange } from '#contract/statistics/plans';
import { fixedClock } from '../../../../../db/ground/kernel/clock.ts';
import { exportReturn, type ExportedReturn } from '../../../../support/exportedReturn.ts';
import { receiveForm } from '../../../../support/kitForm.ts';
import { marking } from '../../../../support/marking.ts';
import {
  createCoordination,
  newSender,
  packText,
  payloadFor,
  quarterOne,
  wholeCells,
  type Sender,
} from '../../../../support/packs.ts';
import { simulatedPack } from '../../../../support/simulatedPack.ts';
import { administrator, createTestStore, today, type TestStore } from '../../../../support/store.ts';
import { fillTwoAgreements, newUnits, type TwoAgreements } from '../../../../support/twoAgreements.ts';
import type { Hand } from '../../../../../proofs/torture/calls/chains/chain.ts';
import { coordinationChains } from '../../../../../proofs/torture/calls/chains/coordination.ts';

/** Who sends packs and returns: made once, two workspaces can be sent the same. */
export interface Elsewhere {
  readonly units: TwoAgreements['units'];
  readonly services: readonly [Sender, Sender];
  /** Of services that `workOfCoordination` sends nothing of. */
  readonly others: readonly [Sender, Sender, Sender];
  /** Has the filled form of a unit without Vigie. */
  readonly received: string;
  /** A pack of ten units whose months are simulated. */
  readonly simulated: { readonly text: string; readonly fingerprint: string };
  readonly returned: ExportedReturn;
}

export async function newElsewhere(marker: string): Promise<Elsewhere> {
  const from = marking(await createTestStore('coordination'), marker);
  const coordination = await createCoordination(from);
  return {
    units: newUnits(),
    services: [newSender('MARK1'), newSender('MARK2')],
    others: [newSender('OTHER1'), newSender('OTHER2'), newSender('OTHER3')],
    received: (await receiveForm(coordination)).form,
    simulated: simulatedPack(10, 30),
    returned: await exportReturn(coordination),
  };
}

interface Work {
  readonly test: TestStore;
  readonly two: TwoAgreements;
  readonly marker: string;
  readonly elsewhere: Elsewhere;
}

const example = resolve(import.meta.dirname, '../../../../../docs/framework/example.json');
const grant = ({ test }: Work, path: string): FileGrant => test.grant(path) as FileGrant;

/** Two agreements with units, money, texts, returns and releases, and what each of their tables takes of words. */
export async function workOfCoordination(
  test: TestStore,
  marker: string,
  elsewhere: Elsewhere,
): Promise<TwoAgreements> {
  await test.signInAs(administrator.login);
  await test.call('settings.save', { marking: `${marker} B`, idleMinutes: 12 });
  const two = await fillTwoAgreements(await createCoordination(test), elsewhere.units);
  await test.signInAs('coordinator');
  const { clock } = test.store.options;
  Object.assign(test.store.options, { clock: fixedClock(today) });
  const work = { test, two, marker, elsewhere };
  await chains(work);
  await fillRegisters(work);
  await keepOwn(work);
  await readPacks(work);
  await receiveReturn(work);
  Object.assign(test.store.options, { clock });
  return two;
}

export async function recoverCoordination({ call }: TestStore, recoveryKey: string): Promise<void> {
  const newPassphrase = 'another long enough phrase';
  await call('session.recover', { recoveryKey, login: administrator.login, newPassphrase, reason: 'A reason' });
}

/** The money and the framework come in files that are called by the marker. */
async function chains(work: Work): Promise<void> {
  const { test, two, marker } = work;
  const inbox = join(test.parent, 'chains');
  mkdirSync(inbox);
  for (const path of Object.values(two.files)) copyFileSync(path, join(inbox, basename(path)));
  const framework = JSON.parse(readFileSync(example, 'utf8')) as object;
  const name = { en: `${marker} framework`, fr: `${marker} cadre` };
  writeFileSync(join(inbox, `${marker}-framework.json`), JSON.stringify({ ...framework, name }));
  writeFileSync(join(inbox, `${marker}-budget.csv`), 'code,category,budget\nNEW-1,tools,100\n');
  const pathOf = (ending: string): string =>
    join(inbox, readdirSync(inbox).find((each) => each.endsWith(ending)) ?? ending);
  const hand: Hand = {
    ...{ test, login: 'coordinator', call: test.call, pathOf },
    inbox: (ending) => grant(work, pathOf(ending)),
    outbox: (given) => grant(work, given === undefined ? two.outbox : join(two.outbox, given)),
  };
  // What builds rows of its own, and what comes from elsewhere.
  const others = coordinationChains.filter(
    ({ reaches }) => !reaches.includes('reference.export') && !reaches.includes('rollup.import'),
  );
  for (const { run } of others) await run(hand);
}

/** A row of each register with words in every column of text. */
async function fillRegisters({ test, two, marker }: Work): Promise<void> {
  const { call } = test;
  await call('funding.savePillars', { pillars: [{ code: 'P1', nameEn: 'First', nameFr: 'Premier' }], read: [] });
  const valueOf = (of: Register, column: (typeof fundingColumns)[Register][number]): string | number | null => {
    if (column.kind === 'text') return marker;
    if (column.kind === 'choice') return column.options[0]!.code;
    if (column.key === 'code') return of === 'targets' ? 'V1' : 'M1';
    if (column.key === 'pillar') return 'P1';
    if (column.kind === 'date') return column.required === true ? '2026-12-15' : null;
    return column.required === true ? 100 : null;
  };
  for (const of of register.options) {
    const cells: readonly (readonly [string, string | number])[] = fundingColumns[of].flatMap((column) => {
      const value = valueOf(of, column);
      return value === null ? [] : [[column.key, value] as const];
    });
    const grid = { agreementId: two.alpha as AgreementId, register: of, fiscalYear: 2026 };
    const change: unknown = { do: 'add', cells: Object.fromEntries<string | number>(cells) };
    await call('funding.save', { ...grid, changes: [change as never] });
  }
}

async function keepOwn({ test, two }: Work): Promise<void> {
  const { call } = test;
  const columns = [{ id: 'number', isShown: true, width: 120 }];
  const query = { list: 'referrals', filter: {}, sort: { column: 'receivedOn', descending: true } } as const;
  await call('lists.saveView', { held: null, name: 'Mine', query, columns });
  await call('lists.keepColumns', { list: 'referrals', columns });
  await call('assumptionSets.save', { name: 'Mine', assumptions: defaultAssumptions });
  await call('plans.save', { name: 'Mine', scope: { unitId: two.units.ALPHA1.unitId }, plan: noChange });
  await call('drafts.save', { form: 'narrative', subject: two.alpha, unitId: null, values: { text: 'Draft' } });
  const source = {
    ...{ agreementId: two.alpha as AgreementId, fiscalYear: 2025, id: null, version: null },
    finding: { en: 'A finding', fr: 'Un constat' },
    population: { en: 'Images', fr: 'Images' },
    method: { en: 'Review', fr: 'Analyse' },
    ...{ source: 'Centre', publishedOn: '2022-03-31' },
  } as const;
  await call('annual.saveSource', source);
}

/** Of a service whose name is the marker: one is imported, withdrawn and its key revoked, the other refused. */
async function readPacks(work: Work): Promise<void> {
  const { test, marker, elsewhere } = work;
  const packOf = (sender: Sender): { readonly file: FileGrant; readonly fingerprint: string } => {
    const payload = payloadFor(
      sender,
      quarterOne,
      30,
      wholeCells(sender.unitId, '2026-04' as never, '2026-06' as never),
    );
    const named = {
      ...payload,
      workspace: { ...payload.workspace, name: `${marker} service` },
      units: payload.units.map((unit) => ({
        ...unit,
        service: marker,
        name: { en: `${marker} unit`, fr: `${marker} unité` },
      })),
      countingRules: [
        {
          ...{ unitId: sender.unitId, validFrom: '2025-04-01' as never, backlogDefinition: 'exclude_court' as const },
          statement: { en: `${marker} counts`, fr: `${marker} compte` },
        },
      ],
    };
    const path = join(test.parent, `${sender.code}.vigiepack`);
    writeFileSync(path, packText(named, sender.key));
    return { file: grant(work, path), fingerprint: sender.fingerprint };
  };
  const [one, other] = elsewhere.services.map(packOf) as [ReturnType<typeof packOf>, ReturnType<typeof packOf>];
  const { id: packId } = await test.call('packs.import', { file: one.file, confirmFingerprint: one.fingerprint });
  await test.call('packs.withdraw', { packId, reason: 'Sent by mistake' });
  await test.call('keys.revoke', { fingerprint: one.fingerprint, reason: 'Lost' });
  await test.call('packs.refuse', { file: other.file, reason: 'Not known' });
}

/** A return of another workspace, which says the marker as well. */
async function receiveReturn(work: Work): Promise<void> {
  const { outbox, exported } = work.elsewhere.returned;
  const place = grant(work, outbox);
  const { found } = await work.test.call('rollup.inspect', { place });
  const { name } = found[0]!;
  await work.test.call('rollup.import', { place, name, confirmFingerprint: exported.fingerprint });
}
