import type { Agreement } from '#contract/reporting/agreements';
import type { Locale } from '#contract/ground/codes';
import type { Unit } from '#contract/accounts/people';
import { orNull } from '../../../lib/blanks.ts';

/** The form's own state: what is not entered is '' in a field. */
export interface AgreementValues {
  readonly id?: string;
  readonly version?: number;
  readonly code: string;
  readonly recipient: { readonly en: string; readonly fr: string };
  readonly programme: { readonly en: string; readonly fr: string };
  readonly signaturePlannedOn: string;
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly languages: Locale[];
  readonly asksBacklogAvoided: boolean;
  /** Null: every indicator of the framework in force. */
  readonly indicators: string[] | null;
  readonly units: { readonly unitId: string; readonly from: string; readonly to: string }[];
}

export function valuesOf(agreement: Agreement | null, units: readonly Unit[]): AgreementValues {
  if (agreement === null)
    return {
      code: '',
      recipient: { en: '', fr: '' },
      programme: { en: '', fr: '' },
      signaturePlannedOn: '',
      signedOn: '',
      startsOn: '',
      endsOn: '',
      languages: ['en', 'fr'],
      asksBacklogAvoided: false,
      indicators: null,
      units: [],
    };
  const codeOf = (id: string) => units.find((unit) => unit.id === id)?.code ?? '';
  return {
    ...agreement,
    recipient: { ...agreement.recipient },
    programme: { ...agreement.programme },
    signaturePlannedOn: agreement.signaturePlannedOn ?? '',
    signedOn: agreement.signedOn ?? '',
    languages: [...agreement.languages],
    units: agreement.units
      .map(({ unitId, from, to }) => ({ unitId, from, to: to ?? '' }))
      .toSorted((a, b) => codeOf(a.unitId).localeCompare(codeOf(b.unitId))),
  };
}

/** What the contract asks for; its schema then says what is wrong with it. */
export function inputOf(values: AgreementValues) {
  return {
    ...values,
    signaturePlannedOn: orNull(values.signaturePlannedOn),
    signedOn: orNull(values.signedOn),
    units: values.units.map(({ unitId, from, to }) => ({ unitId, from, to: orNull(to) })),
  };
}
