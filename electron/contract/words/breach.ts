import { both } from './both.ts';
import { reporting } from './reporting.ts';

const breachText = {
  title: both('Breach report', 'Rapport d’atteinte à la vie privée'),
  lost: both('Lost', 'Perdu'),
  at: both('Contents as of', 'Contenu au'),
  rows: both('Rows exported', 'Lignes exportées'),
  held: both('What it contained', 'Ce qu’il contenait'),
  access: both('Who could open it', 'Qui pouvait l’ouvrir'),
  people: both('Persons with a passphrase that opens it', 'Personnes dont la phrase de passe l’ouvre'),
  disabled: both('Of which disabled since', 'Dont désactivées depuis'),
  givenPassphrase: both(
    'Of which with a passphrase given by another person',
    'Dont la phrase de passe a été donnée par une autre personne',
  ),
  recoveryKey: both('Recovery key', 'Clé de récupération'),
  exists: both('opens it', 'l’ouvre'),
  missing: both('does not open it', 'ne l’ouvre pas'),
  rounds: both('Fewest derivation rounds', 'Plus petit nombre de tours de dérivation'),
  backups: both('Backups in the same folder', 'Sauvegardes dans le même répertoire'),
  stores: both('Other copies in the same folder', 'Autres copies dans le même répertoire'),
  personsNote: both(
    'One person may be counted in several files. Sealed records are included.',
    'Une même personne peut être comptée dans plusieurs dossiers. Les éléments sous scellé sont inclus.',
  ),
  exportNote: both(
    'The audit journal keeps what was exported and how many rows, not the content.',
    'Le journal d’audit garde ce qui a été exporté et le nombre de lignes, non le contenu.',
  ),
  otherCopy: both(
    'Read from the copy in the other place: the lost backup may also open for persons disabled since, or with an earlier recovery key.',
    'Lu dans la copie de l’autre emplacement : la sauvegarde perdue peut aussi s’ouvrir pour des personnes désactivées depuis, ou avec une clé de récupération antérieure.',
  ),
  encrypted: both(
    'Encrypted (AES-256). It opens only with one of the passphrases below or the recovery key.',
    'Chiffré (AES-256). Il ne s’ouvre qu’avec l’une des phrases de passe ci-dessous ou la clé de récupération.',
  ),
  open: both(
    'The exported file is under no key of Vigie: anyone who has it can read it, unless it was protected afterwards.',
    'Le fichier exporté n’est sous aucune clé de Vigie : toute personne qui l’a peut le lire, sauf s’il a été protégé ensuite.',
  ),
  forAnother: both(
    'Encrypted: only the key of the exchange’s other service opens it.',
    'Chiffré : seule la clé de l’autre service de l’échange l’ouvre.',
  ),
  waysNote: both(
    'If a session was open when the computer was lost, its contents were readable until it locked.',
    'Si une session était ouverte au moment de la perte, le contenu était lisible jusqu’au verrouillage.',
  ),
  next: both('Next steps', 'Suite à donner'),
  step1: both(
    'Notify the privacy officer and the security officer of the service.',
    'Aviser les responsables de la vie privée et de la sécurité du service.',
  ),
  step2: both(
    'Change the passphrases of those who could open it; disable accounts that are no longer used.',
    'Changer les phrases de passe des personnes qui pouvaient l’ouvrir; désactiver les comptes inutilisés.',
  ),
  step3: both(
    'Assess the risk of serious harm, and decide who must be notified, under the law that applies.',
    'Évaluer le risque de préjudice grave et décider qui aviser, selon la loi applicable.',
  ),
};

/** What a breach report counts and says: on screen, on paper and at the command line. */
export const breach = {
  breachText,
  breachCount: {
    referrals: reporting.paperSection.referrals,
    investigations: both('Investigations', 'Enquêtes'),
    persons: reporting.paperSection.persons,
    victims: both('Persons recorded as victims', 'Personnes inscrites comme victimes'),
    named: both('Persons with a name', 'Personnes dont le nom est inscrit'),
    born: both('Persons with a date of birth', 'Personnes dont la date de naissance est inscrite'),
    identifiers: reporting.paperSection.identifiers,
    notes: reporting.paperSection.notes,
    devices: reporting.paperSection.devices,
    packages: both('Disclosure packages and extracts', 'Communications de la preuve et extraits'),
    sealed: both('Sealed records among them', 'Éléments sous scellé parmi ceux-ci'),
    agreements: both('Agreements', 'Ententes'),
    funding: both('Rows of funding and staffing', 'Lignes de financement et d’effectifs'),
    packs: both('Quarter packs received', 'Transmissions trimestrielles reçues'),
    returns: both('Locked quarterly returns', 'Rapports trimestriels verrouillés'),
    accounts: both('Accounts of this workspace', 'Comptes de cet espace'),
    entries: both('Entries of the audit journal', 'Inscriptions au journal d’audit'),
  },
  lostThing: {
    computer: both('This computer', 'Cet ordinateur'),
    backup: both('A backup', 'Une sauvegarde'),
    export: both('An export', 'Une exportation'),
  },
};
