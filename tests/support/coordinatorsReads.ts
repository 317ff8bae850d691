import { randomUUID } from 'node:crypto';
import { defaultAssumptions } from '../../electron/contract/statistics/assumptions.ts';
import type { Method } from '../../electron/contract/ground/define.ts';
import { noChange } from '../../electron/contract/statistics/plans.ts';
import { register } from '../../electron/contract/reporting/fundingColumns.ts';
import { storeContract } from '../../electron/contract/index.ts';
import { quarterThree, quarterTwo } from './packs.ts';
import type { TwoAgreements } from './twoAgreements.ts';

type Ask = (two: TwoAgreements) => readonly object[];

const once: Ask = () => [{}];
const months = { from: '2025-04', to: '2026-12' };
const lastMonth = '2026-09';
const job = () => ({ jobId: randomUUID() });
const quarters = [quarterTwo, quarterThree];
/** Either agreement, the return of all, and one that never was. */
const agreements = ({ alpha, beta, workspaceId }: TwoAgreements) => [alpha, beta, workspaceId, randomUUID()];
const everyUnit = ({ units }: TwoAgreements) => Object.values(units).map(({ unitId }) => unitId);
/** A unit of one agreement alone, and one of the other alone. */
const oneOfEach = ({ units }: TwoAgreements) => [units.ALPHA1.unitId, units.BETA1.unitId];
const returns: Ask = (two) =>
  agreements(two).flatMap((agreementId) => quarters.map((quarter) => ({ agreementId, quarter })));
const scopes: Ask = (two) => [
  { all: true },
  ...[two.alpha, two.beta].map((agreementId) => ({ agreementId })),
  ...everyUnit(two).map((unitId) => ({ unitId })),
];
const laboratory: Ask = (two) =>
  scopes(two).map((scope) => ({ scope, lastMonth, assumptions: defaultAssumptions, ...job() }));

/** How each read of a coordinator is asked, of both agreements. */
const asked: Readonly<Record<string, Ask>> = {
  'session.current': once,
  'settings.get': once,
  'workspace.state': once,
  'workspace.place': once,
  'clock.state': once,
  'users.directory': once,
  'users.unconfirmed': once,
  'backups.state': once,
  'units.list': once,
  'countingRules.list': (two) => everyUnit(two).map((unitId) => ({ unitId })),
  'drafts.get': (two) => [{ form: 'note', subject: two.beta, unitId: null }],
  'lists.get': () => [{ list: 'investigations' }],
  'backlog.board': (two) => [months, ...everyUnit(two).map((unitId) => ({ ...months, unitIds: [unitId] }))],
  'backlog.flow': (two) => [months, ...everyUnit(two).map((unitId) => ({ ...months, unitIds: [unitId] }))],
  'unitMonths.grid': (two) =>
    everyUnit(two).map((unitId) => ({ unitId, ...months, measures: ['received', 'charges_laid', 'fte_funded'] })),
  'counterfactual.lastMonth': (two) => scopes(two).map((scope) => ({ scope })),
  'counterfactual.run': laboratory,
  'counterfactual.first': (two) => scopes(two).map((scope) => ({ scope, lastMonth, assumptions: defaultAssumptions })),
  'counterfactual.sensitivity': laboratory,
  'counterfactual.placebos': (two) => laboratory(two).slice(0, 1),
  'assumptionSets.list': once,
  'plans.list': once,
  'plans.project': (two) => scopes(two).map((scope) => ({ scope, lastMonth, plan: noChange, compare: [], ...job() })),
  'plans.backtest': (two) =>
    scopes(two)
      .slice(0, 1)
      .map((scope) => ({ scope, lastMonth, ...job() })),
  'plans.findStaff': (two) =>
    oneOfEach(two).map((unitId) => ({
      scope: { unitId },
      lastMonth,
      plan: noChange,
      search: { from: '2027-01', by: '2027-12', target: 0, probability: 0.8 },
      ...job(),
    })),
  'funding.rows': (two) =>
    agreements(two).flatMap((agreementId) =>
      register.options.map((each) => ({ agreementId, register: each, fiscalYear: 2026 })),
    ),
  'funding.outlook': (two) => agreements(two).map((agreementId) => ({ agreementId, fiscalYear: 2026 })),
  'funding.spending': (two) => agreements(two).map((agreementId) => ({ agreementId })),
  'reports.due': (two) => [
    { filter: {}, withSent: true },
    ...[two.alpha, two.beta].map((agreementId) => ({ filter: { agreementId }, withSent: true })),
  ],
  'reports.counts': once,
  'agreements.list': once,
  'packs.list': once,
  'packs.get': ({ packs }) => Object.values(packs).map((packId) => ({ packId })),
  'keys.confirmed': once,
  'rollup.coverage': () => quarters.map((quarter) => ({ quarter })),
  'rollup.national': () => quarters.flatMap((quarter) => [3, 12].map((span) => ({ quarter, span, ...job() }))),
  'across.view': (two) =>
    quarters.flatMap((quarter) =>
      [two.alpha, two.beta, randomUUID(), null].map((agreementId) => ({ quarter, agreementId })),
    ),
  'annual.prepare': (two) =>
    [two.alpha, two.beta, randomUUID()].flatMap((agreementId) =>
      [2025, 2026].map((fiscalYear) => ({ agreementId, fiscalYear })),
    ),
  'renewal.view': (two) => [two.alpha, two.beta, randomUUID()].map((agreementId) => ({ agreementId })),
  'readiness.view': (two) =>
    quarters.flatMap((quarter) => [two.alpha, two.beta].map((agreementId) => ({ quarter, agreementId }))),
  'returns.list': once,
  'returns.prepare': (two) =>
    returns(two).flatMap((which) => [
      { ...which, ...job() },
      { ...which, ...job(), restate: true },
    ]),
  'returns.sinceLock': returns,
  'returns.texts': returns,
  'templates.list': once,
  'templates.preview': ({ rows }) =>
    [rows.alpha, rows.beta].map(({ returnId }) => ({
      returnId,
      cells: [
        {
          sheet: 'S',
          cell: 'A1',
          source: { kind: 'indicator', code: 'R1', unitCode: null, part: 'value', language: 'en' },
        },
      ],
    })),
  'frameworks.list': () => [{ on: '2026-11-24' }],
  'frameworks.get': () => [{ version: 'two' }],
  'frameworks.compare': () => [{ before: '1', after: 'two' }],
  'entered.grid': () => quarters.map((quarter) => ({ quarter })),
};

export function isCoordinators(method: Method): boolean {
  if (method.type === 'shell' || method.workspace === 'unit') return false;
  return typeof method.roles === 'string' || method.roles.includes('coordinator');
}

/** The reads that a coordinator may make: a new one must say here how it is asked. */
export const coordinatorsReads: readonly string[] = Object.entries(storeContract).flatMap(([name, method]) =>
  method.type === 'read' && isCoordinators(method as Method) ? [name] : [],
);

export const askedOfCoordinator: readonly string[] = Object.keys(asked);

export function questionsTo(two: TwoAgreements): readonly (readonly [name: string, input: object])[] {
  return Object.entries(asked).flatMap(([name, ask]) => ask(two).map((input) => [name, input] as const));
}
