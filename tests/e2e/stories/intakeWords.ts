import type { Locale } from '../../../electron/contract/ground/codes.ts';

/** What the story of a package that arrives reads on screen. */
export interface IntakeWords {
  readonly tips: string;
  readonly choose: string;
  readonly log: string;
  readonly logged: RegExp;
  readonly openIt: string;
  readonly elsewhere: RegExp;
  readonly duplicates: string;
  readonly lock: string;
  readonly login: string;
  readonly passphrase: string;
  readonly inbox: string;
  readonly bundleTitle: string;
  readonly head: RegExp;
  readonly sameEmail: RegExp;
  readonly bundled: string;
  readonly bundledUnder: RegExp;
  readonly again: string;
  readonly danger: string;
  readonly notice: string;
  readonly yes: string;
  readonly no: string;
  readonly reason: string;
  readonly agency: string;
  readonly person: string;
  readonly notified: RegExp;
  readonly veryHigh: RegExp;
  readonly scored: RegExp;
  readonly assignTo: RegExp;
  readonly waiting: RegExp;
}

export const intakeWords: Readonly<Record<Locale, IntakeWords>> = {
  en: {
    tips: 'Referral documents',
    choose: 'Choose a document…',
    log: 'Log referral',
    logged: /^Referral 2026-00001 logged/,
    openIt: 'Open referral',
    elsewhere: /Recorded in unit U08: same e-mail address, same handle\./,
    duplicates: 'Possible duplicates',
    lock: 'Lock',
    login: 'Login',
    passphrase: 'Passphrase',
    inbox: 'Inbox',
    bundleTitle: 'Bundle U07-2026-00001 under another',
    head: /^U07-2026-00002/,
    sameEmail: /Cybertip.*same e-mail address/,
    bundled: 'Bundled',
    bundledUnder: /^Bundled under/,
    again: 'To be reassessed',
    danger: 'Missing: imminent-danger decision.',
    notice: 'Missing: child-protection report.',
    yes: 'Yes',
    no: 'No',
    reason: 'Reason',
    agency: 'Agency',
    person: 'Person contacted',
    notified: /Child-protection report by D\. Desk: Northern child protection/,
    veryHigh: /^Very high/,
    scored: /Very high, assessed by D\. Desk/,
    assignTo: /^J\. Roy/,
    waiting: /^Unassigned 2$/,
  },
  fr: {
    tips: 'Documents reçus',
    choose: 'Choisir un document…',
    log: 'Inscrire le signalement',
    logged: /^Signalement 2026-00001 inscrit/,
    openIt: 'Ouvrir le signalement',
    elsewhere: /Inscrit à l’unité U08\s: même courriel, même pseudonyme\./,
    duplicates: 'Doublons possibles',
    lock: 'Verrouiller',
    login: 'Nom d’utilisateur',
    passphrase: 'Phrase de passe',
    inbox: 'À traiter',
    bundleTitle: 'Regrouper U07-2026-00001 sous un autre',
    head: /^U07-2026-00002/,
    sameEmail: /Cyberaide.*même courriel/,
    bundled: 'Regroupé',
    bundledUnder: /^Regroupé sous/,
    again: 'À réévaluer',
    danger: 'Il manque la décision sur le danger imminent.',
    notice: 'Il manque le signalement à la protection de l’enfance.',
    yes: 'Oui',
    no: 'Non',
    reason: 'Motif',
    agency: 'Organisme',
    person: 'Personne jointe',
    notified: /Signalement à la protection de l’enfance par D\. Desk\s: Protection de l’enfance du Nord/,
    veryHigh: /^Très élevé/,
    scored: /Très élevé, évalué par D\. Desk/,
    assignTo: /^J\. Roy/,
    waiting: /^Non attribués 2$/,
  },
};
