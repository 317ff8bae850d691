import { describe, expect } from 'vitest';
import { authorityInput, noFacts, openFile } from '../../../support/authorities.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

const list = async (id = file) => (await test.call('authorities.list', { investigationId: id })).authorities;
const clocks = async () =>
  (await list()).flatMap((each) => each.clocks.map((clock) => [clock.ruleId, clock.state, clock.dueOn]));
const demand = (given = {}) =>
  authorityInput(file, 'preservation_demand', '2026-11-20', {
    variant: 'canadian',
    heldBy: 'Réseau Exemple inc.',
    concerning: 'Account “north-star”, 1 to 20 November',
    ...given,
  });

describe('a record of a legal authority', () => {
  it('is kept with its dates, and shows its clock with the rule behind it', async () => {
    await test.call('authorities.record', demand({ servedOn: '2026-11-21' }));
    const [held] = await list();
    expect(held).toMatchObject({
      kind: 'preservation_demand',
      variant: 'canadian',
      startedOn: '2026-11-20',
      servedOn: '2026-11-21',
      version: 1,
      enteredBy: 'Officer officer',
    });
    expect(held?.clocks).toMatchObject([
      {
        ruleId: 'CC-487.012(4)(a)',
        dueOn: '2026-12-11',
        computedOn: '2026-12-11',
        textAt: '2026-07-21',
        catalogueVersion: '2',
        urgency: 'ahead',
        daysLeft: 17,
        inputs: [{ label: { en: 'Made on', fr: 'Donné le' }, value: '2026-11-20' }],
      },
    ]);
    expect(held?.clocks[0]?.derivation).toEqual({
      en: 'Made on 2026-11-20. That day is not counted (Interpretation Act, s.\u00a027): 21 days later is 2026-12-11. Result: 2026-12-11.',
      fr: 'Donné le 2026-11-20. Ce jour n’est pas compté (Loi d’interprétation, art.\u00a027) : 21 jours plus tard, c’est le 2026-12-11. Résultat : 2026-12-11.',
    });
  });

  it('is refused where the kind does not take, or lacks, what is given', async () => {
    const problems = async (
      input: Parameters<typeof authorityInput>[3],
      kind = 'search_warrant',
      on = '2026-11-20',
    ) => {
      const error = await test
        .call('authorities.record', authorityInput(file, kind, on, input))
        .catch((e: unknown) => e);
      return (error as { failure: { fields?: { path: string; code: string }[] } }).failure.fields;
    };
    expect(await problems({})).toEqual([{ path: 'dueOn', code: 'invalid_type' }]);
    expect(await problems({ dueOn: '2026-12-01', heldBy: 'X' })).toEqual([{ path: 'heldBy', code: 'invalid_value' }]);
    expect(await problems({ dueOn: '2026-11-19' })).toEqual([{ path: 'dueOn', code: 'date_before_previous' }]);
    expect(await problems({ dueOn: '2026-12-01', doneOn: '2026-11-25' })).toEqual([
      { path: 'doneOn', code: 'date_in_future' },
    ]);
    expect(await problems({ dueOn: '2026-12-01' }, 'search_warrant', '2026-11-25')).toEqual([
      { path: 'startedOn', code: 'date_in_future' },
    ]);
    expect(await problems({ dueOn: '2026-12-01', endedOn: '2026-11-22' })).toEqual([
      { path: 'endReason', code: 'invalid_type' },
    ]);
    expect(await problems({ dueOn: '2026-12-01', endedOn: '2026-11-22', endReason: 'returned' })).toEqual([
      { path: 'endReason', code: 'invalid_value' },
    ]);
    expect(await problems({ variant: 'provincial', dueOn: '2026-12-01' })).toEqual([
      { path: 'variant', code: 'invalid_value' },
    ]);
    expect(await problems({}, 'tea_break')).toEqual([{ path: 'kind', code: 'invalid_value' }]);
    expect(await list()).toEqual([]);
  });

  it('is changed by who has seen its last version, and every value is audited', async () => {
    const { id } = await test.call(
      'authorities.record',
      authorityInput(file, 'search_warrant', '2026-11-20', { dueOn: '2026-11-27' }),
    );
    const facts = { ...noFacts, investigationId: file, authorityId: id, startedOn: '2026-11-20', dueOn: '2026-11-27' };
    expect(await test.call('authorities.change', { reason, ...facts, version: 1, doneOn: '2026-11-23' })).toEqual({
      version: 2,
    });
    expect(await clocks()).toEqual([['CC-487-window', 'met', '2026-11-27']]);
    expect(await test.refusal('authorities.change', { reason, ...facts, version: 1 })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    const { raw } = test.store.requireUnlocked();
    const audited = raw
      .prepare(
        `SELECT e.method, v.field, v.side, v.value FROM audit_entry e JOIN audit_value v USING (sequence) WHERE e.method = 'authorities.change' ORDER BY v.side`,
      )
      .all();
    expect(audited).toEqual([
      { method: 'authorities.change', field: 'doneOn', side: 'after', value: '"2026-11-23"' },
      { method: 'authorities.change', field: 'doneOn', side: 'before', value: 'null' },
    ]);
  });

  it('of another file or another unit is not there', async () => {
    const { id } = await test.call('authorities.record', demand());
    const other = (await openFile(test, unitId)).id;
    const change = { ...noFacts, authorityId: id, version: 1, startedOn: '2026-11-20', heldBy: 'X', concerning: 'Y' };
    expect(await test.refusal('authorities.change', { reason, ...change, investigationId: other })).toEqual({
      code: 'not_found',
    });
    await test.signInAs('admin');
    await createUnitAndUser(test, { login: 'west', code: 'U02' });
    expect(await test.refusal('authorities.change', { reason, ...change, investigationId: file })).toEqual({
      code: 'not_found',
    });
    expect(await test.refusal('authorities.list', { investigationId: file })).toEqual({ code: 'not_found' });
    expect((await test.call('due.list', { filter: {} })).rows).toEqual([]);
  });
});

describe('a preservation demand', () => {
  it('is made once for the same data and person in an investigation, however they are written', async () => {
    await test.call('authorities.record', demand());
    const again = demand({
      startedOn: '2026-11-24',
      heldBy: 'RESEAU EXEMPLE INC',
      concerning: 'account north-star: 1 to 20 november',
    });
    expect(await test.refusal('authorities.record', again)).toEqual({ code: 'conflict', reason: 'demand_made_before' });
    await test.call('authorities.record', demand({ concerning: 'Account “south-star”' }));
    await test.call('authorities.record', demand({ heldBy: 'Autre réseau' }));
    const other = (await openFile(test, unitId)).id;
    await test.call('authorities.record', { ...demand(), investigationId: other });
    expect(await list()).toHaveLength(3);
  });

  it('that was entered in error holds nothing back', async () => {
    const { id } = await test.call('authorities.record', demand());
    const its = { kind: 'investigation', id: file } as const;
    const { id: correctionId } = await test.call('corrections.strike', struck(its, 'authority', id));
    expect(await clocks()).toEqual([]);
    await test.call('authorities.record', demand());
    // Nor may the mistake come back once another took its place.
    const back = { file: its, correctionId, reason };
    expect(await test.refusal('corrections.restore', back)).toEqual({
      ...{ code: 'conflict', reason: 'demand_made_before' },
    });
  });
});

describe('what was produced under an order', () => {
  it('has no clock of section 490, and what was seized under a warrant has', async () => {
    const production = await test.call(
      'authorities.record',
      authorityInput(file, 'production_order_general', '2026-11-01', { heldBy: 'X', dueOn: '2026-11-30' }),
    );
    const warrant = await test.call(
      'authorities.record',
      authorityInput(file, 'search_warrant', '2026-11-02', { dueOn: '2026-11-09' }),
    );
    const seized = (underId: typeof warrant.id) => authorityInput(file, 'seizure', '2026-11-05', { underId });
    await test.call('authorities.record', seized(production.id));
    await test.call('authorities.record', seized(warrant.id));
    const seizures = (await list()).filter((each) => each.kind === 'seizure');
    expect(new Map(seizures.map((each) => [each.underId, each.clocks.map((clock) => clock.state)]))).toEqual(
      new Map([
        [production.id, ['exempt', 'exempt', 'exempt']],
        [warrant.id, ['no_date', 'running', 'running']],
      ]),
    );
    expect(
      await test.refusal(
        'authorities.record',
        authorityInput(file, 'search_warrant', '2026-11-05', { dueOn: '2026-11-09', underId: warrant.id }),
      ),
    ).toEqual({ code: 'invalid_input' });
    expect(await test.refusal('authorities.record', { ...seized(warrant.id), startedOn: '2026-11-01' })).toEqual({
      code: 'invalid_input',
      reason: 'date_before_previous',
    });
  });
});

describe('an override', () => {
  it('holds with its reason, can be taken back, and leaves every decision behind', async () => {
    const { id } = await test.call('authorities.record', authorityInput(file, 'seizure', '2026-10-15'));
    const decide = { investigationId: file, authorityId: id, ruleId: 'CC-490(2)' };
    const of = async () => (await list())[0]?.clocks.find((each) => each.ruleId === 'CC-490(2)');
    await test.call('clocks.override', {
      ...decide,
      version: 1,
      decision: 'date',
      dueOn: '2027-03-01',
      reason: 'Order of 2026-11-20',
    });
    expect(await of()).toMatchObject({
      computedOn: '2027-01-15',
      dueOn: '2027-03-01',
      override: { dueOn: '2027-03-01', reason: 'Order of 2026-11-20', by: 'Officer officer' },
    });
    await test.call('clocks.override', {
      ...decide,
      version: 2,
      decision: 'none',
      dueOn: null,
      reason: 'Returned today',
    });
    expect(await of()).toMatchObject({ computedOn: '2027-01-15', dueOn: null, state: 'lifted' });
    await test.call('clocks.override', {
      ...decide,
      version: 3,
      decision: 'computed',
      dueOn: null,
      reason: 'A mistake',
    });
    expect(await of()).toMatchObject({ dueOn: '2027-01-15', state: 'running', override: null });
    const { raw } = test.store.requireUnlocked();
    expect(await stored(test, 'SELECT decision, reason FROM clock_override ORDER BY position')).toEqual([
      { decision: 'date', reason: 'Order of 2026-11-20' },
      { decision: 'none', reason: 'Returned today' },
      { decision: 'computed', reason: 'A mistake' },
    ]);
    const audited = raw.prepare("SELECT count(*) FROM audit_entry WHERE method = 'clocks.override'").pluck().get();
    expect(audited).toBe(3);
  });

  it('is refused without a reason, without a date, for a rule of another kind, and by an old version', async () => {
    const { id } = await test.call('authorities.record', authorityInput(file, 'seizure', '2026-10-15'));
    const given = {
      investigationId: file,
      authorityId: id,
      version: 1,
      ruleId: 'CC-490(2)',
      decision: 'date',
      dueOn: '2027-03-01',
      reason: 'Why',
    } as const;
    expect(await test.refusal('clocks.override', { ...given, reason: ' ' })).toEqual({ code: 'invalid_input' });
    expect(await test.refusal('clocks.override', { ...given, dueOn: null })).toEqual({ code: 'invalid_input' });
    expect(await test.refusal('clocks.override', { ...given, decision: 'none' })).toEqual({ code: 'invalid_input' });
    expect(await test.refusal('clocks.override', { ...given, ruleId: 'JORDAN-18' })).toEqual({ code: 'not_found' });
    expect(await test.refusal('clocks.override', { ...given, version: 2 })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
  });
});

describe('the unit’s own numbers', () => {
  it('count from the day on which they hold, and closed days warn earlier', async () => {
    await test.call('authorities.record', authorityInput(file, 'seizure', '2026-10-15'));
    await test.call('authorities.record', authorityInput(file, 'seizure', '2026-11-20'));
    await test.call('authorities.record', authorityInput(file, 'mandatory_report', '2026-11-20', { heldBy: 'X' }));
    await test.call('clockSettings.setParameter', {
      code: 'report_to_justice_days',
      validFrom: '2026-11-01',
      value: 7,
    });
    await test.call('clockSettings.setParameter', {
      code: 'mandatory_report_days',
      validFrom: '2026-11-20',
      value: 365,
    });
    await test.call('clockSettings.setClosedDays', { days: ['2026-11-27', '2026-11-27'] });
    const found = (await list()).flatMap((each) => each.clocks.filter(({ ruleId }) => /489|MRA/.test(ruleId)));
    expect(found.map((each) => [each.ruleId, each.dueOn, each.actBy])).toEqual([
      ['CC-489.1(1)', null, null],
      ['CC-489.1(1)', '2026-11-27', '2026-11-26'],
      ['MRA-4', '2027-11-20', '2027-11-19'],
    ]);
    const settings = await test.call('clockSettings.get', {});
    expect([settings.parameters.map((each) => each.set), settings.closedDays]).toEqual([
      [
        [{ validFrom: '2026-11-01', value: 7, by: 'Officer officer' }],
        [{ validFrom: '2026-11-20', value: 365, by: 'Officer officer' }],
      ],
      ['2026-11-27'],
    ]);
    expect(
      await test.refusal('clockSettings.setParameter', { code: 'tea', validFrom: '2026-11-01', value: 1 }),
    ).toEqual({ code: 'not_found' });
  });
});
