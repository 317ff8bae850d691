import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { Method } from '../../electron/contract/ground/define.ts';
import { storeContract } from '../../electron/contract/index.ts';
import { register } from '../../electron/contract/reporting/fundingColumns.ts';
import { dispatch } from '../../db/store/dispatch.ts';
import { anyInput, type Pools } from '../support/anyInput.ts';
import { isCoordinators } from '../support/coordinatorsReads.ts';
import { othersRows } from '../support/othersRows.ts';
import { quarterThree, quarterTwo } from '../support/packs.ts';
import { secretsIn } from '../support/secrets.ts';
import { createTwoAgreements, placeIn } from '../support/twoAgreements.ts';
import { isStress } from '../support/stress.ts';
import { isWhole } from '../support/whole.ts';
import { ofFile } from '../support/fixtures/make.ts';

const { it, made: two } = ofFile(createTwoAgreements);

/** Three under `npm run stress`, one under `npm run test:all`: the reads' test compares each method once. */
const seeds = isStress ? [1, 2, 3] : [1];

/** They end the session, or compute for long what the reads' test compares one by one. */
const leftOut = /^(session\.|workspace\.|demonstration\.|counterfactual\.|rollup\.national|reference\.export)/;
const called = Object.entries(storeContract).filter(
  ([name, method]) => isCoordinators(method as Method) && !leftOut.test(name),
);

function pools(): Pools {
  const { alpha, beta, workspaceId, units, packs, rows, files, test } = two;
  const both = <K extends keyof typeof rows.alpha>(key: K) => [rows.alpha[key], rows.beta[key]];
  const senders = Object.values(units);
  const ids = [
    alpha,
    beta,
    workspaceId,
    ...Object.values(packs),
    ...Object.values(rows).flatMap((each) => Object.values<string>({ ...each })),
  ];
  const readable = Object.values(files).map((path) => test.grant(path));
  return {
    agreementId: [alpha, beta, beta, workspaceId],
    unitId: senders.map(({ unitId }) => unitId),
    unitCode: senders.map(({ code }) => code),
    packId: Object.values(packs),
    returnId: both('returnId'),
    changeId: both('changeId'),
    rowId: both('reportId'),
    templateId: both('templateId'),
    id: [...ids, ...senders.map(({ unitId }) => unitId), undefined],
    subject: ids,
    quarter: [quarterTwo, quarterThree],
    fiscalYear: [2026],
    register: register.options,
    version: [1, 2, null, undefined],
    sequence: [1, 2, undefined],
    month: ['2026-08', '2026-11'],
    from: ['2026-04'],
    to: ['2026-12'],
    on: ['2026-11-01'],
    code: ['R1', 'C1', 'BETA-1', 'ALPHA-1'],
    confirmFingerprint: senders.map(({ fingerprint }) => fingerprint),
    jobId: [randomUUID()],
    file: [...readable, test.grant(placeIn(two, 'any.out'))],
    place: readable,
    folder: [test.grant(two.outbox)],
    language: ['en', 'fr'],
  };
}

/** Numbers that look random and are the same each time (Park and Miller, 1988). */
function drawing(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe('any calls of a coordinator of one agreement', () => {
  it.runIf(isWhole).each(seeds)('tell nothing of the other and change nothing of it (%i)', async (seed) => {
    await two.test.signInAs('alpha');
    const before = othersRows(two);
    expect(before.length).toBeGreaterThan(200);
    const draw = drawing(seed * 7919);
    const told: string[] = [];
    const done = new Set<string>();
    for (let count = 0; count < 900; count += 1) {
      const [name, method] = called[draw(called.length)]!;
      const input = anyInput(method.input, draw, pools());
      const reply = await dispatch(two.test.store, name, input);
      if (reply.ok) done.add(name);
      // A file that the coordinator has may be shown to them; nothing else may disclose the other.
      const isOwnFile = /\.(inspect|previewFile)$/.test(name);
      const secrets = secretsIn(reply.ok ? reply.value : { ...reply.error, reference: '' });
      if (!isOwnFile && secrets.length > 0) told.push(`${name} ${JSON.stringify(input)}: ${secrets.join()}`);
    }
    expect(told).toEqual([]);
    expect(othersRows(two)).toEqual(before);
    expect(done.size).toBeGreaterThan(25);
  });
});
