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
      same_email: 'an e-mail address is also in another file',
      same_handle: 'a handle is also in another file',
      same_handle_other_service: 'a handle is also in another file, on another service',
      same_phone: 'a telephone number is also in another file',
      same_ip_and_time: 'an IP address is also in another file at about the same time',
      same_ip: 'an IP address is also in another file, time not known',
      same_ip_other_port: 'an IP address is also in another file, on another port',
      same_url: 'a web address is also in another file',
      same_device: 'a device is also in another file',
      same_identifier: 'an identifier is also in another file',
      shared_with_other_unit: 'the other file is another unit’s',
      shared_in_file: 'an identifier is on an earlier line too',
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
      same_email: 'un courriel figure aussi dans un autre dossier',
      same_handle: 'un pseudonyme figure aussi dans un autre dossier',
      same_handle_other_service: 'un pseudonyme figure aussi dans un autre dossier, sur un autre service',
      same_phone: 'un numéro de téléphone figure aussi dans un autre dossier',
      same_ip_and_time: 'une adresse IP figure aussi dans un autre dossier vers la même heure',
      same_ip: 'une adresse IP figure aussi dans un autre dossier, heure inconnue',
      same_ip_other_port: 'une adresse IP figure aussi dans un autre dossier, sur un autre port',
      same_url: 'une adresse Web figure aussi dans un autre dossier',
      same_device: 'un appareil figure aussi dans un autre dossier',
      same_identifier: 'un identifiant figure aussi dans un autre dossier',
      shared_with_other_unit: 'l’autre dossier est celui d’une autre unité',
      shared_in_file: 'un identifiant figure aussi sur une ligne précédente',
    },
  },
} as const satisfies Record<Locale, Labels>;
