import { both } from './both.ts';

/** The codes of workspaces, users and the application itself. */
export const workspace = {
  workspaceKind: {
    unit: both('Unit workspace', 'Espace d’unité'),
    coordination: both('Coordination workspace', 'Espace de coordination'),
  },
  role: {
    investigator: both('Investigator', 'Enquêteur ou enquêtrice'),
    supervisor: both('Supervisor', 'Superviseur ou superviseure'),
    coordinator: both('Funding coordinator', 'Coordination du financement'),
    administrator: both('Administrator', 'Administrateur ou administratrice'),
    records_officer: both('Records and privacy officer', 'Responsable des dossiers et de la vie privée'),
  },
  waitingKind: {
    grant: both('Rights', 'Droits'),
    disable: both('Lasting removal', 'Retrait définitif'),
    recovery: both('Account recovery to confirm', 'Récupération de compte à confirmer'),
    restore: both('Backup restore to confirm', 'Restauration à confirmer'),
  },
  // Each language names itself, so that its speakers find it.
  locale: { en: both('English', 'English'), fr: both('Français', 'Français') },
  theme: {
    auto: both('Same as the computer', 'Comme l’ordinateur'),
    light: both('Light', 'Clair'),
    dark: both('Dark', 'Sombre'),
  },
  density: { compact: both('Compact', 'Compact'), comfortable: both('Comfortable', 'Aéré') },
  progressPhase: {
    reading: both('Reading', 'Lecture'),
    judging: both('Checking each row', 'Vérification de chaque ligne'),
    writing: both('Writing', 'Écriture'),
    indexing: both('Indexing', 'Indexation'),
    estimating: both('Estimating', 'Estimation en cours'),
    checking: both('Checking reliability', 'Vérification de la fiabilité'),
    building: both('Building', 'Préparation'),
    exporting: both('Exporting', 'Exportation'),
  },
};
