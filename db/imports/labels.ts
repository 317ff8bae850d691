import type { Locale } from '#contract/codes';
import type { Verdict, VerdictReason } from '#contract/imports';

interface Labels {
  readonly columns: readonly [line: string, verdict: string, reasons: string];
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly reasons: Readonly<Record<VerdictReason, string>>;
}

/** The words of the saved report: a file has no screen to translate it. */
export const importLabels = {
  en: {
    columns: ['Line', 'Verdict', 'Reason'],
    verdicts: { new: 'New', duplicate: 'Duplicate', conflict: 'Conflict', invalid: 'Invalid' },
    reasons: {
      held_already: 'this number is already held',
      twice_in_file: 'this number is on an earlier line of the file',
      held_with_other_date: 'this number is held with another date received',
      held_with_other_unit: 'this number is held by another unit',
      date_missing: 'the date received is missing',
      date_not_real: 'a date does not exist or is not written as expected',
      date_in_future: 'a date is in the future',
      concluded_before_received: 'the referral is concluded before it was received',
      source_unknown: 'the source is not known',
      risk_band_unknown: 'the risk band is not known',
      conclusion_unknown: 'the conclusion is not known',
      conclusion_incomplete: 'a conclusion needs its date, and a date its conclusion',
      unit_unknown: 'the unit is not known here',
      unit_not_yours: 'the unit is not one of yours',
      text_too_long: 'a text is too long',
      contains_binary: 'a text seems to hold an image or other binary data',
      wrong_number_of_columns: 'the line does not have the number of columns of the header',
    },
  },
  fr: {
    columns: ['Ligne', 'Verdict', 'Motif'],
    verdicts: { new: 'Nouveau', duplicate: 'Doublon', conflict: 'Conflit', invalid: 'Invalide' },
    reasons: {
      held_already: 'ce numéro est déjà inscrit',
      twice_in_file: 'ce numéro figure sur une ligne précédente du fichier',
      held_with_other_date: 'ce numéro est inscrit avec une autre date de réception',
      held_with_other_unit: 'ce numéro est inscrit par une autre unité',
      date_missing: 'la date de réception manque',
      date_not_real: 'une date n’existe pas ou n’est pas écrite comme prévu',
      date_in_future: 'une date est dans l’avenir',
      concluded_before_received: 'le signalement est conclu avant sa réception',
      source_unknown: 'la source est inconnue',
      risk_band_unknown: 'le niveau de risque est inconnu',
      conclusion_unknown: 'la conclusion est inconnue',
      conclusion_incomplete: 'une conclusion exige sa date, et une date sa conclusion',
      unit_unknown: 'l’unité est inconnue ici',
      unit_not_yours: 'l’unité n’est pas l’une des vôtres',
      text_too_long: 'un texte est trop long',
      contains_binary: 'un texte semble contenir une image ou d’autres données binaires',
      wrong_number_of_columns: 'la ligne n’a pas le nombre de colonnes de l’en-tête',
    },
  },
} as const satisfies Record<Locale, Labels>;
