import type { Locale } from '../../../electron/contract/ground/codes.ts';

/** What the story of two desks reads on screen. */
export interface DesksWords {
  readonly open: string;
  readonly on: RegExp;
  readonly login: string;
  readonly passphrase: string;
  readonly signIn: string;
  readonly certificate: string;
  readonly log: string;
  readonly save: string;
  readonly alsoOpen: string;
  readonly summary: string;
  readonly submit: string;
  readonly changedToo: string;
  readonly keepMine: string;
  readonly away: string;
  readonly takenUp: RegExp;
  readonly server: string;
  readonly peer: RegExp;
  readonly backups: RegExp;
}

export const desksWords: Readonly<Record<Locale, DesksWords>> = {
  en: {
    open: 'Open a workspace…',
    on: /On the server 127\.0\.0\.1:\d+/,
    login: 'Login',
    passphrase: 'Passphrase',
    signIn: 'Sign in',
    certificate: 'The server shows another certificate than the one expected',
    log: 'Log referral',
    save: 'Save referral',
    alsoOpen: 'Also open: W. West',
    summary: 'Summary',
    submit: 'Save',
    changedToo: 'Summary: someone else changed it too',
    keepMine: 'Keep mine',
    away: 'The server does not answer',
    takenUp: /Restored from your draft/,
    server: 'Server',
    peer: /The only address to which Vigie connects: 127\.0\.0\.1:\d+/,
    backups: /the data centre makes its backups/,
  },
  fr: {
    open: 'Ouvrir un espace de travail…',
    on: /Sur le serveur 127\.0\.0\.1:\d+/,
    login: 'Nom d’utilisateur',
    passphrase: 'Phrase de passe',
    signIn: 'Ouvrir la session',
    certificate: 'Le certificat du serveur n’est pas celui qui est attendu',
    log: 'Inscrire un signalement',
    save: 'Enregistrer le signalement',
    alsoOpen: 'Aussi ouvert par W. West',
    summary: 'Résumé',
    submit: 'Enregistrer',
    changedToo: 'modifié aussi par quelqu’un d’autre',
    keepMine: 'Garder le mien',
    away: 'Le serveur ne répond pas',
    takenUp: /Repris de votre brouillon/,
    server: 'Serveur',
    peer: /La seule adresse à laquelle Vigie se connecte\s: 127\.0\.0\.1:\d+/,
    backups: /le centre de données en fait les sauvegardes/,
  },
};
