import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { ledgerTerm, locale } from '../ground/codes.ts';
import { line, nothing, version } from '../ground/common.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, returnId, templateId } from '../ground/ids.ts';
import { fiscalQuarter } from '../ground/dates.ts';
import { breakdown } from './breakdowns.ts';
import { cashLines } from './cashFlow.ts';
import { attestationRole, narrativeSection } from './returnTexts.ts';

/** A cell as a spreadsheet names it: B7. */
export const cellName = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/);

export const indicatorPart = z.enum([
  'value',
  'previous',
  'change',
  'numerator',
  'denominator',
  'status',
  'covered',
  'asked',
  'covered_before',
  'comparison',
]);
export type IndicatorPart = z.infer<typeof indicatorPart>;

export const returnFact = z.enum([
  'agreement_code',
  'recipient',
  'programme',
  'units',
  'fiscal_year',
  'quarter',
  'period_start',
  'period_end',
  'actuals',
  'version',
  'locked_on',
  'content_hash',
]);
export type ReturnFact = z.infer<typeof returnFact>;

export const attestationPart = z.enum(['name', 'title', 'date']);

export const budgetColumn = z.enum(['budget', 'forecast', 'actual', 'variance', 'spent']);
/** Of the estimate without funded staff and overtime: actual and estimated backlog, and the files avoided. */
export const estimatePart = z.enum([
  'actual',
  'without_low80',
  'without_high80',
  'avoided',
  'avoided_low80',
  'avoided_high80',
  'avoided_low95',
  'avoided_high95',
  'grade',
]);

const ledgerColumn = z.enum(['opening', ...ledgerTerm.options, 'closing']);
/** Null for all units together. */
const unitCode = line(20).nullable();

/** What of a return goes into a cell. Texts and words are in one language. */
export const templateSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicator'), code: line(20), unitCode, part: indicatorPart, language: locale }),
  /** `month` is the quarter's first, second or third; null for the whole quarter. */
  z.object({ kind: z.literal('ledger'), unitCode, column: ledgerColumn, month: z.int().min(1).max(3).nullable() }),
  z.object({ kind: z.literal('narrative'), section: narrativeSection, language: locale }),
  z.object({ kind: z.literal('explanation'), code: line(20), unitCode, language: locale }),
  z.object({ kind: z.literal('fact'), fact: returnFact, language: locale }),
  z.object({ kind: z.literal('attestation'), role: attestationRole, part: attestationPart }),
  /** A line of the budget in the return's quarter, in dollars; null for all lines together. */
  z.object({ kind: z.literal('budget'), line: line(40).nullable(), column: budgetColumn }),
  /** In dollars; null for the whole fiscal year. */
  z.object({ kind: z.literal('cash'), row: z.enum(cashLines), quarter: fiscalQuarter.nullable() }),
  z.object({ kind: z.literal('category'), code: line(20), unitCode, by: breakdown, category: line(60) }),
  z.object({ kind: z.literal('estimate'), unitCode, part: estimatePart }),
  /** The same in every quarter. */
  z.object({ kind: z.literal('text'), text: line(500) }),
]);
export type TemplateSource = z.infer<typeof templateSource>;

export const templateCell = z.object({ sheet: z.string().min(1).max(31), cell: cellName, source: templateSource });
export type TemplateCell = z.infer<typeof templateCell>;

const address = ({ sheet, cell }: TemplateCell): string => `${sheet}!${cell}`;
const cells = z
  .array(templateCell)
  .min(1)
  .max(2000)
  .refine((all) => new Set(all.map(address)).size === all.length, { error: 'name_taken' });

/** What is written where a figure is not available: the symbol `..`, or nothing. Never zero. */
export const whenMissing = z.enum(['symbol', 'blank']);
export type WhenMissing = z.infer<typeof whenMissing>;

const mapping = {
  name: line(80),
  /** Of the workbook that it was made on, to be compared with the one that is filled. */
  fileName: line(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  whenMissing,
  cells,
};

export const funderTemplate = z.object({
  id: templateId,
  version,
  ...mapping,
  savedBy: z.string(),
  savedAt: z.int(),
});
export type FunderTemplate = z.infer<typeof funderTemplate>;

export const templateSheet = z.object({
  name: z.string(),
  columns: z.int(),
  /** Rows that hold something or are merged, in their order. A cell under a merged one is not among them. */
  rows: z.array(
    z.object({
      number: z.int(),
      cells: z.array(
        z.object({
          cell: z.string(),
          text: z.string(),
          formula: z.boolean(),
          /** Columns and rows that it spans. */
          across: z.int(),
          down: z.int(),
        }),
      ),
    }),
  ),
  /** It goes on beyond what is shown. */
  cut: z.boolean(),
});
export type TemplateSheet = z.infer<typeof templateSheet>;

export const templateMethods = {
  'templates.list': read(nothing, z.object({ templates: z.array(funderTemplate) }), {
    ...coordinator,
    audited: { not: 'reference' },
  }),
  /** Looks into the funder's workbook; nothing of it is kept. */
  'templates.inspect': action(
    z.object({ file: fileGrant }),
    z.object({
      fileName: z.string(),
      sha256: z.string(),
      sheets: z.array(templateSheet),
    }),
    { ...coordinator, audited: { not: 'preview' } },
  ),
  /** What the cells would hold, from a locked return: a number, a text, or null where it is not available. */
  'templates.preview': read(
    z.object({ returnId, cells: z.array(templateCell).max(2000) }),
    z.object({ values: z.array(z.union([z.string(), z.number(), z.null()])) }),
    { ...coordinator, scope: { lockedReturn: 'returnId' }, audited: { not: 'figures' } },
  ),
  /** `conflict: name_taken` where another mapping has the name. */
  'templates.save': write(
    z.object({ id: templateId.optional(), version: version.optional(), ...mapping }),
    z.object({ id: templateId, version }),
    { ...coordinator, scope: { template: 'id', unitCode: 'cells.source.unitCode' }, touches: ['templates'] },
  ),
  'templates.remove': write(z.object({ id: templateId, version }), nothing, {
    ...coordinator,
    scope: { template: 'id' },
    touches: ['templates'],
  }),
};
