import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import { catalogue, catalogueSchema, kindOf, rulesFor } from '../../../../db/casework/clocks/catalogue.ts';
import { clocksOf, type Surroundings } from '../../../../db/casework/clocks/compute.ts';
import type { DatedRecord, Override } from '../../../../db/casework/clocks/record.ts';
import { addDays } from '../../../../db/ground/kernel/days.ts';

const today = '2026-11-24' as CivilDate;

const record = (kind: string, startedOn: string, more: Partial<DatedRecord> = {}): DatedRecord => ({
  kind,
  variant: kindOf(kind).variants[0]?.code ?? null,
  startedOn: startedOn as CivilDate,
  dueOn: null,
  doneOn: null,
  endedOn: null,
  endReason: null,
  deductedDays: null,
  ...more,
});

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  today,
  parameter: (code) => catalogue.parameters.find((each) => each.code === code)?.default ?? null,
  closed: new Set(),
  parent: null,
  children: [],
  overrides: [],
  ...more,
});

const dates = (clocks: readonly Clock[]) => Object.fromEntries(clocks.map((each) => [each.ruleId, each.dueOn]));

/** Every worked example of the domain page, section 4, and one for each other computable date. */
const examples: readonly (readonly [string, string, Partial<DatedRecord>, string, string | null])[] = [
  ['preservation_demand', '2026-11-24', {}, 'CC-487.012(4)(a)', '2026-12-15'],
  ['preservation_demand', '2026-11-24', { variant: 'foreign' }, 'CC-487.012(4)(b)', '2027-02-22'],
  ['seizure', '2026-11-30', {}, 'CC-490(2)', '2027-02-28'],
  ['detention_application', '2026-11-24', {}, 'CC-490(2)(a)-notice', '2026-11-28'],
  ['preservation_order', '2026-11-24', {}, 'CC-487.013(6)', '2027-02-22'],
  ['keep_account_order', '2026-11-24', {}, 'CC-487.0131(6)', '2027-01-23'],
  [
    'keep_account_order',
    '2026-11-24',
    { variant: 'renewal', dueOn: '2027-01-10' as CivilDate },
    'CC-487.0131(7)',
    '2027-01-10',
  ],
  ['production_order_general', '2026-11-24', { dueOn: '2026-12-24' as CivilDate }, 'CC-487.0192(1)', '2026-12-24'],
  ['production_order_general', '2026-11-24', {}, 'CC-487.0193(2)', '2026-12-24'],
  ['production_order_dates', '2026-11-24', {}, 'CC-487.0141(8)', '2027-01-23'],
  ['production_order_trace', '2026-11-24', {}, 'CC-487.015(4)(a)', '2027-01-23'],
  ['production_order_trace', '2026-11-24', { variant: 'organized' }, 'CC-487.015(4)(b)', '2027-11-24'],
  ['nondisclosure_order', '2026-11-24', { dueOn: '2027-05-24' as CivilDate }, 'CC-487.0191(1)', '2027-05-24'],
  ['search_warrant', '2026-11-24', { dueOn: '2026-12-01' as CivilDate }, 'CC-487-window', '2026-12-01'],
  ['seizure', '2026-11-30', {}, 'CC-489.1(1)', null],
  ['seizure', '2026-11-30', {}, 'CC-490(3)', '2027-11-30'],
  ['disposal_order', '2026-11-24', {}, 'CC-490(12)', '2026-12-24'],
  ['court_proceedings', '2026-01-31', {}, 'JORDAN-18', '2027-07-31'],
  ['court_proceedings', '2026-08-31', { variant: 'superior' }, 'JORDAN-30', '2029-02-28'],
  ['court_proceedings', '2026-01-31', { deductedDays: 45 }, 'JORDAN-18', '2027-09-14'],
  ['registration_not_considered', '2026-11-24', {}, 'CC-490.0132(a)', '2027-02-22'],
  ['registration_order', '2026-11-24', {}, 'CC-490.013(2)(a)', '2036-11-24'],
  ['registration_order', '2028-02-29', { variant: 'twenty_years' }, 'CC-490.013(2)(b)', '2048-02-29'],
  ['prohibition_order', '2026-11-24', { dueOn: '2031-11-24' as CivilDate }, 'CC-161', '2031-11-24'],
  ['mandatory_report', '2026-11-24', {}, 'MRA-4', '2026-12-15'],
  ['cybertip_report', '2026-11-24', {}, 'USC-2258A', '2027-11-24'],
  ['youth_record', '2026-11-24', {}, 'YCJA-119(2)-sanction', '2028-11-24'],
  ['youth_record', '2026-12-31', { variant: 'acquittal' }, 'YCJA-119(2)-acquittal', '2027-02-28'],
  ['youth_record', '2026-11-30', { variant: 'acquittal_appeal' }, 'YCJA-119(2)-acquittal_appeal', '2027-02-28'],
  ['youth_record', '2026-11-24', { variant: 'dismissed' }, 'YCJA-119(2)-dismissed', '2027-01-24'],
  ['youth_record', '2026-11-24', { variant: 'stayed' }, 'YCJA-119(2)-stayed', '2027-11-24'],
  ['youth_record', '2026-11-24', { variant: 'absolute_discharge' }, 'YCJA-119(2)-absolute_discharge', '2027-11-24'],
  [
    'youth_record',
    '2026-11-24',
    { variant: 'conditional_discharge' },
    'YCJA-119(2)-conditional_discharge',
    '2029-11-24',
  ],
  ['youth_record', '2026-11-24', { variant: 'summary' }, 'YCJA-119(2)-summary', '2029-11-24'],
  ['youth_record', '2026-11-24', { variant: 'indictable' }, 'YCJA-119(2)-indictable', '2031-11-24'],
];

describe('the worked examples', () => {
  it.each(examples)('%s begun %s %j: %s is %s', (kind, startedOn, more, ruleId, due) => {
    expect(dates(clocksOf(record(kind, startedOn, more), around()))).toMatchObject({ [ruleId]: due });
  });

  it('name every rule that computes a date', () => {
    const named = new Set(examples.map(([, , , ruleId]) => ruleId));
    const written = catalogue.rules.filter((each) => each.start === 'dueOn').map((each) => each.id);
    expect(catalogue.rules.map((each) => each.id).filter((id) => !named.has(id) && !written.includes(id))).toEqual([]);
  });

  it('a life order, a prohibition for life and a disclosure have no date', () => {
    expect(clocksOf(record('registration_order', '2026-11-24', { variant: 'life' }), around())).toEqual([]);
    expect(dates(clocksOf(record('prohibition_order', '2026-11-24'), around()))).toEqual({ 'CC-161': null });
    expect(clocksOf(record('crown_disclosure', '2026-11-24'), around())).toEqual([]);
  });
});

describe('a seizure', () => {
  const seized = record('seizure', '2026-11-30');
  const standing = (clocks: readonly Clock[]) =>
    Object.fromEntries(clocks.map((each) => [each.ruleId, [each.state, each.dueOn]]));

  it('has no clock where the thing was produced under an order, and says why', () => {
    const clocks = clocksOf(seized, around({ parent: record('production_order_general', '2026-11-01') }));
    expect(clocks.map((each) => [each.state, each.dueOn, each.derivation.en.includes('487.0192(4)')])).toEqual(
      Array.from({ length: 3 }, () => ['exempt', null, true]),
    );
    const warrant = clocksOf(seized, around({ parent: record('search_warrant', '2026-11-01') }));
    expect(dates(warrant)).toMatchObject({ 'CC-490(2)': '2027-02-28' });
  });

  it('is to be reported within the unit’s own days, and by no number of the law', () => {
    const own = around({ parameter: (code) => (code === 'report_to_justice_days' ? 7 : null) });
    expect(dates(clocksOf(seized, own))).toMatchObject({ 'CC-489.1(1)': '2026-12-07' });
    const reported = { ...seized, doneOn: '2026-12-02' as CivilDate };
    expect(standing(clocksOf(reported, own))).toMatchObject({
      'CC-489.1(1)': ['met', '2026-12-07'],
      'CC-490(2)': ['running', '2027-02-28'],
    });
  });

  it('may be detained while an application is pending, then until the order says, one year at most but by a judge', () => {
    const application = record('detention_application', '2027-02-20');
    expect(standing(clocksOf(seized, around({ children: [application] })))).toMatchObject({
      'CC-490(2)': ['suspended', '2027-02-28'],
      'CC-490(3)': ['suspended', '2027-11-30'],
    });
    const late = { ...application, startedOn: '2027-03-01' as CivilDate };
    expect(standing(clocksOf(seized, around({ children: [late] })))).toMatchObject({
      'CC-490(2)': ['running', '2027-02-28'],
      'CC-490(3)': ['suspended', '2027-11-30'],
    });
    const refused = { ...application, doneOn: '2027-03-02' as CivilDate };
    expect(standing(clocksOf(seized, around({ children: [refused] })))).toMatchObject({
      'CC-490(2)': ['running', '2027-02-28'],
    });
    const decided = { ...application, doneOn: '2027-02-25' as CivilDate };
    const order = record('detention_order', '2027-02-25', { dueOn: '2027-08-25' as CivilDate });
    expect(standing(clocksOf(seized, around({ children: [decided, order] })))).toMatchObject({
      'CC-490(2)': ['replaced', '2027-02-28'],
      'CC-490(3)': ['running', '2027-11-30'],
    });
    const byJudge = { ...order, variant: 'judge' };
    expect(standing(clocksOf(seized, around({ children: [byJudge] })))).toMatchObject({
      'CC-490(3)': ['replaced', '2027-11-30'],
    });
  });

  it('has no date to keep once returned, consented to or brought into proceedings', () => {
    const returned = { ...seized, endedOn: '2026-12-20' as CivilDate, endReason: 'returned' };
    expect(clocksOf(returned, around()).map((each) => [each.state, each.urgency])).toEqual(
      Array.from({ length: 3 }, () => ['ended', null]),
    );
    expect(clocksOf({ ...returned, endReason: 'entered_in_error' }, around())).toEqual([]);
  });
});

describe('an override', () => {
  const of = (dueOn: string | null): Override => ({
    ruleId: 'CC-490(2)',
    dueOn: dueOn as CivilDate | null,
    reason: 'Order of the court',
    by: 'Officer',
    at: 1,
  });

  it('holds in place of the computed date, which stays beside it', () => {
    const [clock] = clocksOf(record('seizure', '2026-11-30'), around({ overrides: [of('2027-03-31')] })).filter(
      (each) => each.ruleId === 'CC-490(2)',
    );
    expect([clock?.computedOn, clock?.dueOn, clock?.state, clock?.override?.reason]).toEqual([
      '2027-02-28',
      '2027-03-31',
      'running',
      'Order of the court',
    ]);
  });

  it('may take the date away', () => {
    const [clock] = clocksOf(record('seizure', '2026-11-30'), around({ overrides: [of(null)] })).filter(
      (each) => each.ruleId === 'CC-490(2)',
    );
    expect([clock?.computedOn, clock?.dueOn, clock?.state, clock?.urgency]).toEqual([
      '2027-02-28',
      null,
      'lifted',
      null,
    ]);
  });
});

describe('a holiday', () => {
  it('never pushes a date later: it is warned of earlier', () => {
    const seized = record('seizure', '2026-11-30');
    const [clock] = clocksOf(seized, around()).filter((each) => each.ruleId === 'CC-490(2)');
    // 28 February 2027 is a Sunday.
    expect([clock?.dueOn, clock?.actBy]).toEqual(['2027-02-28', '2027-02-26']);
    expect(clock?.derivation.fr).toContain('la date ne change pas, agissez au plus tard le 2027-02-26');
    const closed = new Set(['2027-02-26']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (later) => {
        const moved = record('seizure', addDays('2026-11-30' as CivilDate, later));
        const open = clocksOf(moved, around());
        const shut = clocksOf(moved, around({ closed }));
        expect(dates(shut)).toEqual(dates(open));
        for (const [index, each] of shut.entries()) expect((each.actBy ?? '') <= (open[index]?.actBy ?? '')).toBe(true);
      }),
    );
  });
});

describe('the catalogue', () => {
  it('chooses a rule by the day on which the clock begins', () => {
    const amended = catalogueSchema.parse({
      ...catalogue,
      rules: [
        { ...catalogue.rules[0], id: 'old', validTo: '2026-12-31' },
        { ...catalogue.rules[0], id: 'new', validFrom: '2027-01-01', amount: { unit: 'months', count: 12 } },
      ],
    });
    const idsOn = (on: string) =>
      rulesFor('preservation_demand', 'canadian', on as CivilDate, amended).map((each) => each.id);
    expect([idsOn('2026-12-31'), idsOn('2027-01-01')]).toEqual([['old'], ['new']]);
    const [clock] = clocksOf(record('preservation_demand', '2027-01-31'), around({ catalogue: amended }));
    expect(clock?.dueOn).toBe('2028-01-31');
  });

  it('names only kinds, variants and parameters that it holds, once, and in both languages', () => {
    const kinds = new Map(catalogue.kinds.map((each) => [each.code, each]));
    expect(kinds.size).toBe(catalogue.kinds.length);
    expect(new Set(catalogue.rules.map((each) => each.id)).size).toBe(catalogue.rules.length);
    for (const rule of catalogue.rules) {
      for (const code of [...rule.kinds, ...rule.suspendedBy, ...rule.replacedBy.map(({ kind }) => kind)])
        expect(kinds.has(code)).toBe(true);
      for (const kind of rule.kinds)
        expect(kinds.get(kind)?.variants.map(({ code }) => code)).toEqual(expect.arrayContaining(rule.variants));
      if ('parameter' in rule.amount)
        expect(catalogue.parameters.map(({ code }) => code)).toContain(rule.amount.parameter);
    }
    const texts = JSON.stringify(catalogue).match(/"(?:en|fr)":"([^"]*)"/g) ?? [];
    expect(texts.filter((text) => text.endsWith(':""'))).toEqual([]);
  });
});
