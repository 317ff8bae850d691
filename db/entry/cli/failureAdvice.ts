import type { Locale } from '#contract/ground/codes';
import type { ErrorCode, ErrorReason } from '#contract/ground/errors';

type Advice = Readonly<Partial<Record<ErrorCode | ErrorReason, string>>>;

const english: Advice = {
  invalid_input: 'Correct what is named above and run the command again. Nothing was saved.',
  not_found: 'It may have been moved, or you may not have access to it. Nothing was changed.',
  conflict: 'Check what is recorded, then run the command again. Nothing was changed.',
  locked: 'Run the command again to sign in. Everything saved is kept.',
  corrupt:
    'Put the latest backup back with “vigie backup restore”; the damaged workspace stays beside it. Nothing was saved.',
  newer_backup_locked: 'Use --recovery-key-file, or a passphrase that is valid today. Nothing was changed.',
  folder_missing:
    'It may have been moved or renamed, or its disk may not be connected. Check the path. Nothing was changed.',
  wrong_passphrase:
    'Passphrases are case-sensitive; the whole first line of the file or of standard input is used. Nothing was opened.',
  version_conflict: 'Look at it again, then repeat the command. Nothing was changed.',
  duplicate_external_number: 'Look at the existing referral first. Nothing was saved.',
  note_added_meanwhile: 'Read it, then run the command again. Nothing was saved.',
  record_still_open: 'Conclude the file first. Nothing was changed.',
  column_unmapped:
    'Name the columns in a file given with --mapping; --unit CODE replaces a column of units. Nothing was imported.',
  pack_key_not_confirmed:
    'Compare the fingerprint with the unit by telephone, then repeat with --confirm-fingerprint. Nothing was imported.',
  pack_waits:
    'Import it in the application, where you confirm or refuse what has changed, with a reason. Nothing was imported.',
  rollup_refused: 'Ask the office that sent it to send it again, for the reasons above. Nothing was imported.',
  rollup_key_not_confirmed:
    'Compare the fingerprint with the office by telephone, then repeat with --confirm-fingerprint. Nothing was imported.',
  rollup_unsigned: 'Repeat with --accept-unsigned if you know who sent it. Nothing was imported.',
  store_older:
    'Recent work may be missing, and people may have access who no longer should. Restore the latest backup, or repeat with --older-reason: it goes into the audit journal. Nothing was changed.',
  workspace_moved:
    'Repeat with --place moved if it is the original, or --place copy to look at a copy; the answer goes into the audit journal. Nothing was changed.',
  workspace_other:
    'Do not give the passphrase: the person who put it there could read it. Ask your administrator first; to continue all the same, repeat with --other-reason, which goes into the audit journal. Nothing was opened.',
  return_locked: 'Export it with “vigie return export”. Nothing was changed.',
  return_not_locked: 'Lock it with “vigie return lock”, or add --lock. Nothing was exported.',
};

const french: Advice = {
  invalid_input: 'Corrigez ce qui est nommé ci-dessus et relancez la commande. Rien n’a été enregistré.',
  not_found: 'L’élément a peut-être été déplacé, ou vous n’y avez pas accès. Rien n’a été modifié.',
  conflict: 'Vérifiez ce qui est inscrit, puis relancez la commande. Rien n’a été modifié.',
  locked: 'Relancez la commande pour ouvrir une session. Tout ce qui était enregistré est conservé.',
  corrupt:
    'Remettez la dernière sauvegarde par « vigie backup restore »; l’espace endommagé est conservé à côté. Rien n’a été enregistré.',
  newer_backup_locked: 'Utilisez --recovery-key-file, ou une phrase de passe valide aujourd’hui. Rien n’a été modifié.',
  folder_missing:
    'Il a peut-être été déplacé ou renommé, ou son disque est débranché. Vérifiez le chemin. Rien n’a été modifié.',
  wrong_passphrase:
    'La phrase de passe distingue les majuscules des minuscules; toute la première ligne du fichier ou de l’entrée standard est lue. Rien n’a été ouvert.',
  version_conflict: 'Consultez l’élément de nouveau, puis répétez la commande. Rien n’a été modifié.',
  duplicate_external_number: 'Consultez d’abord le signalement existant. Rien n’a été enregistré.',
  note_added_meanwhile: 'Lisez-la, puis relancez la commande. Rien n’a été enregistré.',
  record_still_open: 'Concluez d’abord le dossier. Rien n’a été modifié.',
  column_unmapped:
    'Nommez les colonnes dans un fichier donné par --mapping; --unit CODE remplace la colonne des unités. Rien n’a été importé.',
  pack_key_not_confirmed:
    'Comparez l’empreinte avec l’unité au téléphone, puis répétez avec --confirm-fingerprint. Rien n’a été importé.',
  pack_waits:
    'Importez-la dans l’application, où vous confirmez ou refusez ce qui a changé, avec un motif. Rien n’a été importé.',
  rollup_refused:
    'Demandez au bureau qui l’a transmis de le renvoyer, pour les raisons ci-dessus. Rien n’a été importé.',
  rollup_key_not_confirmed:
    'Comparez l’empreinte avec le bureau au téléphone, puis répétez avec --confirm-fingerprint. Rien n’a été importé.',
  rollup_unsigned: 'Répétez avec --accept-unsigned si vous savez qui l’a transmis. Rien n’a été importé.',
  store_older:
    'Du travail récent peut manquer, et des personnes peuvent avoir un accès retiré depuis. Restaurez la dernière sauvegarde, ou répétez avec --older-reason, inscrit au journal d’audit. Rien n’a été modifié.',
  workspace_moved:
    'Répétez avec --place moved s’il s’agit de l’original, ou --place copy pour consulter une copie; la réponse est inscrite au journal d’audit. Rien n’a été modifié.',
  workspace_other:
    'Ne donnez pas la phrase de passe : la personne qui l’y a mis pourrait la lire. Consultez d’abord l’administration; pour continuer malgré tout, répétez avec --other-reason, inscrit au journal d’audit. Rien n’a été ouvert.',
  return_locked: 'Exportez-le par « vigie return export ». Rien n’a été modifié.',
  return_not_locked: 'Verrouillez-le par « vigie return lock », ou ajoutez --lock. Rien n’a été exporté.',
};

/** What to do at the command line, where the screen's advice does not apply. */
export const commandAdvice: Readonly<Record<Locale, Advice>> = { en: english, fr: french };
