import { describe, expect } from 'vitest';
import { authorityInput, noFacts } from '../../../support/authorities.ts';
import { clearCharges } from '../../../support/cleared.ts';
import { reason } from '../../../support/corrections.ts';
import { it, test, investigationId as file } from '../../../support/fixtures/investigation.ts';

const open = async () => {
  const { items } = await test.call('investigations.openItems', { investigationId: file });
  return items.map((item) => {
    if (item.kind === 'authority') return item.name.en;
    if (item.kind === 'charge') return item.section;
    if (item.kind === 'device') return `${String(item.count)} ${item.device}`;
    return item.kind === 'task' ? item.what : item.kind;
  });
};
const version = async () => (await test.call('investigations.get', { investigationId: file })).investigation.version;
const conclude = async () => ({ investigationId: file, version: await version(), on: '2026-11-24' });
const charge = (stage: 'recommended' | 'approved' | 'laid', section = '163.1(4)') =>
  test.call('charges.record', { investigationId: file, laidOn: '2026-11-01', section, counts: 2, stage });

describe('a file with something open', () => {
  it('is not concluded until each point is settled, and says which stand', async () => {
    const record = (kind: string, startedOn: string, given = {}) =>
      test.call('authorities.record', authorityInput(file, kind, startedOn, given));
    const warrant = await record('search_warrant', '2026-10-05', { dueOn: '2026-10-12' });
    const seizure = await record('seizure', '2026-10-06', { underId: warrant.id });
    const order = await record('production_order_general', '2026-10-05', {
      heldBy: 'X',
      dueOn: '2026-10-20',
      doneOn: '2026-10-19',
    });
    // What was produced under an order is not detained, and a demand ends by itself.
    await record('seizure', '2026-10-19', { underId: order.id });
    await record('preservation_demand', '2026-11-20', { variant: 'canadian', heldBy: 'X', concerning: 'Y' });
    await charge('recommended');
    await charge('approved');
    await charge('laid');
    expect(await open()).toEqual(['Search warrant', 'Seizure of things', '163.1(4)', 'offence', 'clearance']);
    expect(await test.refusal('investigations.conclude', await conclude())).toEqual({
      code: 'conflict',
      reason: 'investigation_still_open',
    });

    const facts = { ...noFacts, investigationId: file, version: 1 };
    await test.call('authorities.change', {
      reason,
      ...facts,
      authorityId: warrant.id,
      startedOn: '2026-10-05',
      dueOn: '2026-10-12',
      doneOn: '2026-10-06',
    });
    await test.call('authorities.change', {
      reason,
      ...facts,
      authorityId: seizure.id,
      startedOn: '2026-10-06',
      endedOn: '2026-11-20',
      endReason: 'returned',
    });
    expect(await open()).toEqual(['163.1(4)', 'offence', 'clearance']);
    const { charges } = await test.call('investigations.get', { investigationId: file });
    const laid = charges.find((each) => each.stage === 'laid');
    await test.call('charges.dispose', {
      reason,
      investigationId: file,
      chargeId: laid!.id,
      version: 1,
      outcome: { disposition: 'guilty', disposedOn: '2026-11-23' },
    });
    expect(await open()).toEqual(['offence', 'clearance']);
    await clearCharges(test, file, '2026-10-01');
    expect(await open()).toEqual([]);
    await test.call('investigations.conclude', await conclude());
  });
});

describe('the outcome of a charge', () => {
  it('is of a charge laid, not before it, kept with its version, and can be taken back', async () => {
    await charge('approved');
    await charge('laid');
    const { charges } = await test.call('investigations.get', { investigationId: file });
    const [approved, laid] = ['approved', 'laid'].map((stage) => charges.find((each) => each.stage === stage)!);
    const outcome = { disposition: 'stayed', disposedOn: '2026-11-20' } as const;
    const given = { investigationId: file, chargeId: laid!.id, version: 1, outcome };
    expect(await test.refusal('charges.dispose', { reason, ...given, chargeId: approved!.id })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    const early = { ...given, outcome: { ...outcome, disposedOn: '2026-10-31' } } as const;
    expect(await test.refusal('charges.dispose', early)).toEqual({
      code: 'invalid_input',
      reason: 'date_before_previous',
    });
    expect(await test.call('charges.dispose', given)).toEqual({ version: 2 });
    expect(await test.refusal('charges.dispose', given)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    expect(await open()).toEqual(['offence', 'clearance']);
    await clearCharges(test, file, '2026-10-01');
    expect(await open()).toEqual([]);
    await test.call('charges.dispose', { reason, ...given, version: 2, outcome: null });
    expect(await open()).toEqual(['163.1(4)']);
    const { raw } = test.store.requireUnlocked();
    const audited = raw
      .prepare(
        "SELECT v.side, v.value FROM audit_entry e JOIN audit_value v USING (sequence) WHERE e.method = 'charges.dispose' ORDER BY sequence, v.side",
      )
      .all();
    const [none, stayed] = [
      '{"disposedOn":null,"disposition":null}',
      '{"disposedOn":"2026-11-20","disposition":"stayed"}',
    ];
    expect(audited).toEqual([
      { side: 'after', value: stayed },
      { side: 'before', value: none },
      { side: 'after', value: none },
      { side: 'before', value: stayed },
    ]);
  });
});

describe('a file with charges laid', () => {
  it('needs the offence of the catalogue that is named by words in place of its section, in its names of then and now', async () => {
    const { offences } = await test.call('offences.catalogue', {});
    const { names } = offences.find(({ act, section }) => act === 'C-46' && section === '163.1(4)')!;
    for (const { en, fr } of names)
      for (const typed of [en.toUpperCase(), `${fr}.`]) {
        await charge('laid', typed.slice(0, 40));
        const { items } = await test.call('investigations.openItems', { investigationId: file });
        expect(
          items.find(({ kind }) => kind === 'offence'),
          typed,
        ).toBeDefined();
      }
  });

  it('needs the clearance, and the offence only where the catalogue has the section', async () => {
    await charge('recommended');
    expect(await open()).toEqual([]);
    await charge('laid', 'Customs Act 159');
    expect(await open()).toEqual(['Customs Act 159', 'clearance']);
    await charge('laid', 's. 163.1 (4)');
    expect(await open()).toEqual(['Customs Act 159', 's. 163.1 (4)', 'offence', 'clearance']);
    const { items } = await test.call('investigations.openItems', { investigationId: file });
    expect(items.find(({ kind }) => kind === 'offence')).toMatchObject({ section: 's. 163.1 (4)', on: '2026-11-01' });
    await clearCharges(test, file, '2026-10-01');
    expect(await open()).toEqual(['Customs Act 159', 's. 163.1 (4)']);
  });
});
