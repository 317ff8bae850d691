import { describe, expect, it } from 'vitest';
import { referralState } from '#contract/ground/codes';
import { importField, importMapping, type ImportMapping } from '#contract/intake/imports';
import { referralFilter, referralRow, type ReferralRow } from '#contract/casework/referrals';
import { fieldOf, missingFields, withColumn } from '../../../renderer/features/intake/imports/mapping.ts';
import { possibleSteps } from '../../../renderer/features/casework/referrals/steps.ts';
import { filterFromLink } from '../../../renderer/features/casework/referrals/useReferralFilter.ts';
import { withField } from '../../../renderer/lib/filterField.ts';

const id = '0195f0aa-0000-7000-8000-000000000001';
const otherId = '0195f0aa-0000-7000-8000-000000000002';

const row = (changes: Partial<ReferralRow>): ReferralRow => ({
  ...referralRow.parse({
    id,
    version: 1,
    unitId: id,
    number: '2026-00001',
    source: 'ncecc',
    receivedOn: '2026-11-24',
    externalNumber: null,
    priorityReceived: null,
    riskBand: null,
    summary: null,
    state: 'received',
    stateOn: '2026-11-24',
    stateUncertain: null,
    assignedTo: null,
    due: null,
    rescore: null,
    officerNamed: null,
    dangerSince: null,
  }),
  ...changes,
});

describe('a link to the list of referrals', () => {
  it('names a filter, and nothing when it is not one', () => {
    expect(filterFromLink(`importId=${id}&openOnly=false`)).toEqual({ importId: id, openOnly: false });
    expect(filterFromLink('assignedTo=nobody&openOnly=true')).toEqual({ assignedTo: 'nobody', openOnly: true });
    expect(filterFromLink('')).toBeNull();
    expect(filterFromLink('importId=7')).toBeNull();
  });
});

describe('a field of a filter', () => {
  it('is set, cleared, and left alone where the contract refuses it', () => {
    const open = { openOnly: true };
    expect(withField(referralFilter, open, 'state', 'triaged')).toEqual({ openOnly: true, state: 'triaged' });
    expect(withField(referralFilter, open, 'openOnly', false)).toEqual({});
    expect(withField(referralFilter, { state: 'triaged' }, 'state', '')).toEqual({});
    expect(withField(referralFilter, open, 'numberStartsWith', 'a'.repeat(61))).toBe(open);
  });
});

describe('the steps that a referral may take', () => {
  it('follow from its state', () => {
    const steps = Object.fromEntries(referralState.options.map((state) => [state, possibleSteps([row({ state })])]));
    const ofOpen = [
      'edit',
      'assign',
      'triage',
      'danger',
      'notify',
      'check',
      'bundle',
      'transfer',
      'conclude',
      'investigate',
    ];
    expect(steps).toEqual({
      received: ofOpen,
      triaged: ofOpen,
      assigned: ofOpen,
      bundled: ['edit', 'split'],
      linked: ['edit', 'triage', 'danger', 'notify', 'check', 'investigate'],
      concluded: ['edit', 'reopen'],
      not_viable: ['edit', 'reopen'],
      information_only: ['edit', 'reopen'],
      transferred_out: ['edit', 'reopen'],
    });
  });

  it('are those that all of several may take, and one investigation stays in one unit', () => {
    const several = [row({}), row({ id: otherId as ReferralRow['id'], state: 'linked' })];
    expect(possibleSteps(several)).toEqual(['triage', 'danger', 'investigate']);
    const twoUnits = [row({}), row({ unitId: otherId as ReferralRow['unitId'] })];
    expect(possibleSteps(twoUnits)).toEqual(['assign', 'triage', 'danger', 'conclude']);
    expect(possibleSteps([])).toEqual([]);
  });
});

describe('the mapping of a file', () => {
  const mapping: ImportMapping = importMapping.parse({
    columns: { receivedOn: 0, source: 1 },
    dateOrder: 'year_first',
    unitId: null,
    sourceDefault: null,
  });

  it('gives each column one field and each field one column', () => {
    const moved = withColumn(mapping, 2, 'source');
    expect(moved.columns).toEqual({ receivedOn: 0, source: 2 });
    expect(fieldOf(moved, 1)).toBeNull();
    expect(withColumn(moved, 0, 'summary').columns).toEqual({ source: 2, summary: 0 });
    expect(withColumn(moved, 0, null).columns).toEqual({ source: 2 });
    for (const field of importField.options) expect(fieldOf(withColumn(mapping, 5, field), 5)).toBe(field);
  });

  it('says what no column and no default gives', () => {
    expect(missingFields(mapping, false)).toEqual(['unitCode']);
    expect(missingFields(mapping, true)).toEqual([]);
    expect(missingFields({ ...mapping, columns: {} }, false)).toEqual(['receivedOn', 'source', 'unitCode']);
    const columns = { receivedOn: 0, unitCode: 1 };
    expect(missingFields({ ...mapping, columns, sourceDefault: 'ncecc' }, false)).toEqual([]);
  });
});
