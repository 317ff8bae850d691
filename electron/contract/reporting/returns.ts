import { z } from 'zod';
import { agreement } from './agreements.ts';
import { amendedFact } from './amendments.ts';
import { coordinator } from '../ground/access.ts';
import { locale, valueStatus } from '../ground/codes.ts';
import { bilingual } from '../ground/common.ts';
import { civilDate, month, quarter } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { agreementId, fileGrant, jobId, packId, returnId, templateId, unitId } from '../ground/ids.ts';
import { breakdownCover, figurePart, indicatorDefinition, prose, unitStock } from './indicators.ts';
import { ledgerLine } from '../statistics/backlog.ts';
import { checkCode } from './checkCode.ts';
import { namedCategory } from './breakdownLabels.ts';
import { publishedEstimate } from './publishedEstimate.ts';
import { returnCell } from './returnCell.ts';
import { fundingSnapshot } from './fundingSnapshot.ts';
import { questionedPack, sourceKind } from './packs.ts';
import { backlogDefinition } from '../accounts/people.ts';
import { enteredBeside, reconciliation } from './reconciliation.ts';
import { releaseMethods } from './releases.ts';
import {
  actualsStatus,
  attestation,
  attestationRole,
  explanation,
  narrative,
  narrativeSection,
  notReceived,
  restatement,
  returnTextMethods,
} from './returnTexts.ts';

const scope = { agreement: 'agreementId' } as const;

/** One figure of a return. `value` is null exactly where the status is `not_available`. */
export const indicatorValue = z.object({
  code: z.string(),
  /** Null for the agreement's total. */
  unitCode: z.string().nullable(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: valueStatus,
  /** The same by category, where the indicator is broken down. */
  parts: z.array(figurePart),
  /** Of a count, each way in which it is broken down and by how many units. */
  breakdowns: z.array(breakdownCover),
  /** Of a unit's figure that is both computed and entered: the other of the two. */
  entered: enteredBeside.nullable(),
  /** Units that the figure covers, of those that it should. */
  unitsCovered: z.int(),
  unitsAsked: z.int(),
  /** Of a figure that agreements have and units do not, in the return of all: those that it covers, of those that it should. */
  agreements: z.object({ covered: z.int(), asked: z.int() }).nullable(),
  definitionVersion: z.string(),
  /** Where the figure comes from: packs by id, or a calculation. */
  packIds: z.array(packId),
  /** `units` is a total that is not a sum: a share of all, the largest of all. */
  calculation: z.enum(['pack', 'sum', 'units', 'ledger', 'counterfactual', 'funding', 'agreements', 'entered']),
  /** Of the quarter before, where both cover the same units or agreements. */
  previous: z.number().nullable(),
  /** Only where it comes, in whole or in part, from a form that nothing signs. */
  unsigned: z.literal(true).optional(),
  /** The same of the figure of the quarter before. */
  previousUnsigned: z.literal(true).optional(),
  /** Units covered in each quarter, where they are not the same and the values of units do not say so: `previous` is null. */
  unlike: z.object({ before: z.int(), now: z.int(), asked: z.int() }).optional(),
});
export type IndicatorValue = z.infer<typeof indicatorValue>;

/** One agreement's own figure, of which the return of all adds up those of every agreement. */
export const agreementFigure = indicatorValue
  .pick({
    code: true,
    value: true,
    numerator: true,
    denominator: true,
    status: true,
    previous: true,
    unsigned: true,
    previousUnsigned: true,
    unlike: true,
  })
  .extend({
    agreementId,
    agreementCode: z.string(),
    recipient: bilingual,
    /** The received return that says it. Null where the agreement's registers are kept here, or nothing of the quarter was received. */
    packId: packId.nullable(),
  });
export type AgreementFigure = z.infer<typeof agreementFigure>;

export const check = z.object({
  code: checkCode,
  blocking: z.boolean(),
  unitCode: z.string().nullable(),
  months: z.array(month),
  measures: z.array(z.string()),
  /** The languages in which a text is missing. */
  languages: z.array(locale),
  /** The section of the narrative or the attestation that is missing. */
  part: z.enum([...narrativeSection.options, ...attestationRole.options]).nullable(),
  /** Of staff in post, each month's figure as it was reported and as the register of positions has it. */
  compared: z.array(z.object({ month, reported: z.number(), register: z.number() })),
  /** What a signed amendment says and what the agreement has instead: its end, or the amount of the fiscal year in cents. */
  amended: z.array(amendedFact).optional(),
  /** Which screen corrects it. */
  mend: z.enum([
    'packs',
    'agreements',
    'unit_workspace',
    'counterfactual',
    'explain',
    'narrative',
    'reasons',
    'funding',
    'entered',
    'none',
  ]),
});
export type Check = z.infer<typeof check>;

export const unitLedger = z.object({ unitCode: z.string(), month, line: ledgerLine });

/** Units that a return has and that of the quarter before had not, by their codes, those that it had, and how many it had. */
const unitsMoved = z.object({ joined: z.array(z.string()), left: z.array(z.string()), before: z.int() });

/** All that the files of an export are made from; frozen by the lock. */
export const returnContent = z.object({
  schemaVersion: z.literal('1'),
  agreement: z.object({
    id: agreementId,
    code: z.string(),
    recipient: bilingual,
    programme: bilingual,
    startsOn: civilDate,
    endsOn: civilDate,
    /** The languages in which texts are asked for. */
    languages: z.array(locale),
  }),
  /** Of all the units that a workspace knows, not of one agreement's. */
  consolidated: z.boolean(),
  quarter,
  marking: z.string(),
  demonstration: z.boolean(),
  framework: z.object({ version: z.string(), indicators: z.array(indicatorDefinition) }),
  units: z.array(z.object({ id: unitId, code: z.string(), name: bilingual, service: z.string() })),
  /** How the units differ from those of the quarter before; left out where they are the same. */
  unitsMoved: unitsMoved.optional(),
  values: z.array(indicatorValue),
  /** Names of the categories that come from a catalogue. */
  categories: z.array(namedCategory),
  /** Units' indicators that are both computed and entered. */
  reconciliation: z.array(reconciliation),
  /** Of the return of all, what its agreement figures are made of; empty in an agreement's own. */
  agreementFigures: z.array(agreementFigure),
  /** What the units said of their stock at the quarter's end. */
  stock: z.array(z.object({ unitCode: z.string(), stock: unitStock })),
  ledger: z.array(unitLedger),
  panel: z.array(returnCell),
  rules: z.array(
    z.object({
      unitCode: z.string(),
      validFrom: civilDate,
      statement: prose,
      backlogDefinition,
    }),
  ),
  counterfactual: publishedEstimate.nullable(),
  /** The registers of the agreement as they were, the unit by its code under `unitCode`; null where nothing was entered. */
  funding: fundingSnapshot.nullable(),
  packs: z.array(
    z.object({
      id: packId,
      kind: sourceKind,
      workspaceName: z.string(),
      sha256: z.string(),
      fingerprint: z.string(),
    }),
  ),
  actualsStatus,
  explanations: z.array(explanation),
  /** Units without whose figures it was locked. */
  notReceived: z.array(notReceived),
  narrative,
  attestations: z.array(attestation),
  /** Null for the first version. */
  restatement: restatement.nullable(),
  checks: z.array(check),
});
export type ReturnContent = z.infer<typeof returnContent>;

export const lockedReturn = z.object({
  id: returnId,
  agreementId,
  quarter,
  /** 1, then one more for each restatement. */
  sequence: z.int().min(1),
  lockedAt: z.int(),
  lockedBy: z.string(),
  auditHead: z.string(),
  contentHash: z.string(),
});
export type LockedReturn = z.infer<typeof lockedReturn>;

export const returnMethods = {
  'returns.list': read(
    z.object({}),
    z.object({
      returns: z.array(lockedReturn),
      /** Quarters for which there is a pack, latest first. */
      quarters: z.array(quarter),
      /** Of each unit that an agreement funds, the last quarter that its packs and forms reach. */
      received: z.array(z.object({ unitId, quarter })),
      /** The return of all units: prepared, locked and exported as an agreement's is, under this id. Null to who sees some agreements only. */
      consolidated: agreement.pick({ id: true, code: true, recipient: true }).nullable(),
    }),
    { ...coordinator, audited: { not: 'programme' } },
  ),
  /**
   * The present content, with its checks; from the latest snapshot, or the one of `sequence`, once locked. With `restate` a locked return
   * with its present content and the cells that changed.
   */
  'returns.prepare': read(
    z.object({
      agreementId,
      quarter,
      jobId,
      restate: z.boolean().default(false),
      sequence: z.int().min(1).optional(),
    }),
    z.object({
      content: returnContent,
      contentHash: z.string(),
      locked: lockedReturn.nullable(),
      /** Packs that it rests on and that people no longer trust: also of a locked return, which keeps its figures. */
      questioned: z.array(questionedPack),
    }),
    { ...coordinator, scope, audited: 'view' },
  ),
  /** Freezes what `prepare` shows, computed again: its hash proves that the user locks what was seen. */
  'returns.lock': action(
    z.object({ agreementId, quarter, contentHash: z.string(), jobId, restate: z.boolean().default(false) }),
    lockedReturn,
    { ...coordinator, scope, touches: ['returns', 'audit'] },
  ),
  /** How many figures of the packs differ from the latest lock; null where nothing is locked. The estimate is not made again for it. */
  'returns.sinceLock': read(z.object({ agreementId, quarter }), z.object({ figures: z.int().nullable() }), {
    ...coordinator,
    scope,
    audited: { not: 'figures' },
  }),
  'returns.export': action(
    /** With mappings and, in the same places, the funder's workbooks that they are of: those are filled and go with the others. */
    z
      .object({
        returnId,
        folder: fileGrant,
        templateIds: z.array(templateId).max(10).default([]),
        templateFiles: z.array(fileGrant).max(10).default([]),
        /** Of the CSV tables: a French Excel opens a file with semicolons as a table. */
        separator: z.enum(['comma', 'semicolon']).default('comma'),
      })
      .refine(({ templateIds, templateFiles }) => templateIds.length === templateFiles.length, {
        path: ['templateFiles'],
        error: 'required',
      }),
    z.object({
      folderName: z.string(),
      files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
      fingerprint: z.string(),
    }),
    { ...coordinator, scope: { lockedReturn: 'returnId' }, touches: ['audit'] },
  ),
  ...returnTextMethods,
  ...releaseMethods,
};
