import { quarter, type FiscalYear, type Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';

export const steps = ['data', 'changes', 'checks', 'narrative', 'preview', 'lock', 'export'] as const;
export type Step = (typeof steps)[number];

/** Which version of a quarter's return: the one locked last (or the first, in preparation), a new one, or one by its number. */
export type Edition = 'latest' | 'restatement' | number;

/** A figure to open the preview at. */
export interface FigurePath {
  readonly code: string;
  /** Null for the agreement's total. */
  readonly unitCode: string | null;
}

function editionText(edition: Edition): string {
  if (edition === 'latest') return '';
  return edition === 'restatement' ? '-restatement' : `-v${String(edition)}`;
}

export function returnPath(
  agreementId: AgreementId,
  of: Quarter,
  step: Step,
  edition: Edition = 'latest',
  figure?: FigurePath,
): string {
  const end = figure === undefined ? '' : `/${figure.code}@${encodeURIComponent(figure.unitCode ?? '')}`;
  return `/returns/${agreementId}/${String(of.fiscalYear)}-Q${String(of.quarter)}${editionText(edition)}/${step}${end}`;
}

/** Of the figures for a renewal request. */
export const renewalPath = (agreementId: AgreementId): string => `/returns/renewal/${agreementId}`;

/** Of the annual report. */
export const annualPath = (agreementId: AgreementId, year: FiscalYear): string =>
  `/returns/annual/${agreementId}/${String(year)}`;

/** '2026-Q3', '2026-Q3-restatement' or '2026-Q3-v1' of an address; null where it is none. */
export function versionFromPath(text: string): { readonly quarter: Quarter; readonly edition: Edition } | null {
  const parts = /^(\d{4})-Q([1-4])(?:-(restatement|v[1-9]\d{0,3}))?$/.exec(text);
  const parsed = quarter.safeParse({ fiscalYear: Number(parts?.[1]), quarter: Number(parts?.[2]) });
  if (!parsed.success) return null;
  const version = parts?.[3];
  if (version === undefined) return { quarter: parsed.data, edition: 'latest' };
  return { quarter: parsed.data, edition: version === 'restatement' ? version : Number(version.slice(1)) };
}

export function stepFromPath(text: string): Step | null {
  return steps.find((step) => step === text) ?? null;
}

/** 'R1@U01', or 'R1@' for the agreement's total. */
export function figureFromPath(text: string | undefined): FigurePath | null {
  const parts = /^([^@]+)@(.*)$/.exec(text ?? '');
  return parts === null ? null : { code: parts[1] ?? '', unitCode: parts[2] === '' ? null : (parts[2] ?? null) };
}
