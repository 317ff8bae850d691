import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { type locale, valueStatus } from '../ground/codes.ts';
import { freeText, line, version } from '../ground/common.ts';
import { civilDate, month, quarter } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { agreementId, returnId } from '../ground/ids.ts';

/** Characters that each language of a text may have. */
export const longest = { explanation: 1500, narrative: 4000, reason: 500 } as const;

function textPair(maximum: number) {
  return z.object({ en: freeText.max(maximum), fr: freeText.max(maximum) });
}

/** Prose in both languages, either of which may still be blank. */
export const pair = z.object({ en: z.string(), fr: z.string() });
export type Pair = z.infer<typeof pair>;

/** Whether the figures of spending are preliminary or final. */
export const actualsStatus = z.enum(['preliminary', 'final']);

/** What the quarter was like: progress made, risks, and events outside the units' control (a pandemic, a flood). */
export const narrativeSection = z.enum(['progress', 'risks', 'events']);
export type NarrativeSection = z.infer<typeof narrativeSection>;

/** Who answers for a return: the unit for its figures, finance for the spending. A signature key cannot. */
export const attestationRole = z.enum(['unit', 'finance']);
export type AttestationRole = z.infer<typeof attestationRole>;

/** Why a figure changed since the quarter before. A unit's code of null is the agreement's total. */
export const explanation = z.object({ code: z.string(), unitCode: z.string().nullable(), text: pair });

/** Used in place of an indicator where what is explained is that nothing came from a unit: the code of the check that it answers. */
export const notReceivedCode = 'pack_missing';

/** A unit without whose figures a return is made, why, and who decided it on what day. */
export const notReceived = z.object({
  unitCode: z.string(),
  why: pair,
  decidedBy: z.string(),
  decidedOn: civilDate,
});

export const narrative = z.object({ progress: pair, risks: pair, events: pair });
export type Narrative = z.infer<typeof narrative>;

export const attestation = z.object({ role: attestationRole, name: z.string(), title: z.string(), on: civilDate });
export type Attestation = z.infer<typeof attestation>;

/** The kinds of a return's figures, in the order in which they are listed. */
export const cellKind = z.enum([
  'value',
  'numerator',
  'denominator',
  'category',
  'entered',
  'agreement',
  'budget',
  'cash',
  'ledger',
  'panel',
]);

/**
 * One figure of a return: an indicator's value, a part or a category of it, what was entered for it, an agreement's own in the return of
 * all, an amount in dollars of a budget line or of the cash flow, a term of the ledger, a unit-month of the panel.
 */
export const cell = z.object({
  what: cellKind,
  unitCode: z.string().nullable(),
  /** Of the indicator, the ledger's column or the measure; of the others the codes of row and column, with a space between. */
  code: z.string(),
  month: month.nullable(),
});
export type Cell = z.infer<typeof cell>;

/** Content of a cell; null where the version has no such cell. Values, categories, what was entered, agreements' figures and the panel have a status. */
export const cellContent = z.object({ value: z.number().nullable(), status: valueStatus.nullable() }).nullable();
export type CellContent = z.infer<typeof cellContent>;

export const restatedCell = cell.extend({ before: cellContent, after: cellContent, why: pair });
export type RestatedCell = z.infer<typeof restatedCell>;

/** What a version changes of the one locked before it: every cell that differs, and why. */
export const restatement = z.object({
  sequence: z.int().min(2),
  of: z.object({ returnId, sequence: z.int().min(1), contentHash: z.string() }),
  changes: z.array(restatedCell),
});
export type Restatement = z.infer<typeof restatement>;

const saved = z.object({ version, savedAt: z.int(), savedBy: z.string() });

const which = { agreementId, quarter };
/** Null where nothing was saved yet. Anything but the stored version is refused as a conflict. */
const onVersion = version.nullable();
const now = z.object({ version });
const scope = { agreement: 'agreementId' } as const;
const options = { ...coordinator, scope, touches: ['returns'] } as const;

export const returnTextMethods = {
  /** What is written for a return that is being prepared, with what was written for the quarter before. */
  'returns.texts': read(
    z.object(which),
    z.object({
      explanations: z.array(explanation.extend(saved.shape)),
      narrative: z.array(saved.extend({ section: narrativeSection, text: pair })),
      attestations: z.array(attestation.extend({ sequence: z.int(), version })),
      actuals: z.object({ status: actualsStatus, version: onVersion }),
      reasons: z.array(
        restatedCell.pick({ why: true, after: true }).extend({ ...cell.shape, sequence: z.int(), version }),
      ),
      before: z.object({ explanations: z.array(explanation), narrative }),
    }),
    { ...coordinator, scope, audited: { not: 'programme' } },
  ),
  'returns.explain': write(
    z.object({
      ...which,
      code: line(20),
      unitCode: line(20).nullable(),
      text: textPair(longest.explanation),
      version: onVersion,
    }),
    now,
    { ...options, scope: { ...scope, unitCode: 'unitCode' } },
  ),
  /**
   * The same words for several changes, in the languages in which a figure has none yet: `figures` is how many were changed. None is
   * written where one was changed by somebody else meanwhile.
   */
  'returns.explainSeveral': write(
    z.object({
      ...which,
      figures: z
        .array(z.object({ code: line(20), unitCode: line(20).nullable(), version: onVersion }))
        .min(1)
        .max(2000),
      text: textPair(longest.explanation),
    }),
    z.object({ figures: z.int() }),
    { ...options, scope: { ...scope, unitCode: 'figures.unitCode' } },
  ),
  'returns.narrate': write(
    z.object({ ...which, section: narrativeSection, text: textPair(longest.narrative), version: onVersion }),
    now,
    options,
  ),
  'returns.setActuals': write(z.object({ ...which, status: actualsStatus, version: onVersion }), now, options),
  /** An attestation is of one version of the return: a restatement asks for its own. Null withdraws it. */
  'returns.attest': write(
    z.object({
      ...which,
      sequence: z.int().min(1),
      role: attestationRole,
      attestation: z.object({ name: line(120), title: line(120), on: civilDate }).nullable(),
      version: onVersion,
    }),
    z.object({ version: onVersion }),
    options,
  ),
  /** One reason for the cells named. It holds for what they became: where that changes again it must be given again. */
  'returns.giveReason': write(
    z.object({
      ...which,
      sequence: z.int().min(2),
      cells: z
        .array(cell.extend({ after: cellContent, version: onVersion }))
        .min(1)
        .max(20_000),
      why: textPair(longest.reason),
    }),
    z.object({ cells: z.int() }),
    { ...options, scope: { ...scope, unitCode: 'cells.unitCode' } },
  ),
};

/** The languages in which a text that is asked for is still blank. */
export function missingIn(
  text: Pair | undefined,
  languages: readonly z.infer<typeof locale>[],
): z.infer<typeof locale>[] {
  return languages.filter((each) => (text?.[each] ?? '') === '');
}

/** A figure's own words, and where it has none in a language, those given for several. */
export function filledIn(own: Pair | undefined, shared: Pair): Pair {
  const pick = (language: z.infer<typeof locale>): string => (own?.[language] ?? '') || shared[language];
  return { en: pick('en'), fr: pick('fr') };
}
