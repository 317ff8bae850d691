import type { PublishedEstimate } from '#contract/reporting/publishedEstimate';
import type { SourceKind } from '#contract/reporting/packs';
import type { Quarter } from '#contract/ground/dates';
import type { Locale } from '#contract/ground/codes';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import type { UnsignedMonths } from '../packs/unsigned.ts';
import type { ReturnUnit } from './values.ts';

/** What a pack says of itself, as far as the checks ask. */
export interface HeldPack {
  readonly id: string;
  readonly kind: SourceKind;
  readonly workspaceId: string;
  readonly quarter: Quarter;
  readonly superseded: boolean;
  /** Of a received return, the units' months that come from a form which nothing signs. */
  readonly unsignedMonths?: UnsignedMonths;
}

export interface CheckInput {
  readonly quarter: Quarter;
  readonly units: readonly ReturnUnit[];
  readonly packs: readonly HeldPack[];
  readonly asksBacklogAvoided: boolean;
  readonly counterfactual: PublishedEstimate | null;
  /** Closing backlogs by unit code in the locked return of the quarter before; null where there is none. */
  readonly reportedClosing: ReadonlyMap<string, number | null> | null;
  readonly indicators: readonly IndicatorDefinition[];
  /** Codes that the agreement insists on; null where it takes the framework as it is. */
  readonly demanded: readonly string[] | null;
  /** Those in which the agreement asks for its texts. */
  readonly languages: readonly Locale[];
  readonly texts: Texts;
  readonly funding: ReturnContent['funding'];
  /** Of the agreement, as it is recorded. */
  readonly endsOn: string;
}

/** Texts that people write for a return. */
export type Texts = Pick<
  ReturnContent,
  'explanations' | 'notReceived' | 'narrative' | 'attestations' | 'actualsStatus' | 'restatement'
>;

export type Finding = Pick<Check, 'code' | 'blocking' | 'mend'> & Partial<Check>;

export function finding(
  unitCode: string | null,
  { months = [], measures = [], languages = [], part = null, compared = [], ...rest }: Finding,
): Check {
  return { unitCode, months, measures, languages, part, compared, ...rest };
}
