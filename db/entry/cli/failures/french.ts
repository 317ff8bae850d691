import { frenchAgreements } from './frenchAgreements.ts';
import { frenchExchanges } from './frenchExchanges.ts';
import { frenchFiles } from './frenchFiles.ts';
import { frenchPapers } from './frenchPapers.ts';
import { frenchRecords } from './frenchRecords.ts';
import type { FailureWords } from './words.ts';

export const frenchFailures = {
  codes: {
    invalid_input: [
      'Ce qui a été donné ne peut être accepté',
      'Rien n’a été enregistré. Corrigez ce qui est nommé ci-dessous, puis relancez la commande.',
    ],
    not_found: [
      'Ce qui est demandé n’est pas ici',
      'Rien n’a été modifié. Cela a peut-être été déplacé, ou vous n’y avez pas accès.',
    ],
    conflict: [
      'Cela ne s’accorde pas avec ce qui est déjà consigné',
      'Rien n’a été modifié. Vérifiez ce qui s’y trouve, puis relancez la commande.',
    ],
    locked: [
      'L’espace de travail est verrouillé',
      'Tout ce qui était enregistré est conservé. Relancez la commande pour ouvrir une session.',
    ],
    forbidden: [
      'Votre rôle ne le permet pas',
      'Rien n’a été modifié. Adressez-vous à un administrateur si vous avez besoin de ce droit.',
    ],
    read_only: [
      'L’espace de travail peut être lu, mais pas modifié',
      'Rien n’a été modifié. Vérifiez que le dossier et son disque permettent l’écriture, puis rouvrez l’espace.',
    ],
    wrong_key: [
      'L’ouverture de session n’a pas été acceptée',
      'Rien n’a été ouvert. Vérifiez l’identifiant et la phrase de passe, puis réessayez.',
    ],
    corrupt: [
      'L’espace de travail est endommagé',
      'Il a été fermé et plus rien n’y a été écrit. Restaurez la dernière copie vérifiée de son dossier « backups ».',
    ],
    newer_schema: [
      'Cet espace a été créé par une version plus récente de Vigie',
      'Il n’a pas été modifié. Installez la version plus récente sur cet ordinateur pour l’ouvrir.',
    ],
    busy: ['L’espace de travail est occupé', 'Rien n’a été modifié. Patientez un instant et réessayez.'],
    cancelled: ['Arrêté', 'Rien n’en a été conservé. Relancez la commande quand vous voudrez.'],
    internal: [
      'Une erreur est survenue dans Vigie',
      'Ce qui était déjà enregistré est conservé. Réessayez; si cela se reproduit, donnez la référence à votre soutien technique.',
    ],
  },
  reasons: {
    not_a_workspace: [
      'Ce dossier n’est pas un espace de travail Vigie',
      'Rien n’a été modifié. Donnez un dossier dont le nom se termine par « .vigie ».',
    ],
    network_share: [
      'Ce dossier se trouve sur un partage réseau',
      'Rien n’a été ouvert : les verrous de fichiers n’y sont pas sûrs et les données pourraient être endommagées. Déplacez l’espace sur un disque de cet ordinateur.',
    ],
    workspace_exists: [
      'Un espace de ce nom se trouve déjà dans ce dossier',
      'Il n’a pas été touché. Choisissez un autre nom ou un autre dossier.',
    ],
    workspace_open_elsewhere: [
      'Cet espace est déjà ouvert',
      'Rien n’a été modifié. Une autre fenêtre ou un autre programme l’utilise : fermez-le là-bas, puis relancez la commande.',
    ],
    folder_missing: [
      'Un dossier ou un fichier n’est pas là',
      'Rien n’a été modifié. Il a peut-être été déplacé ou renommé, ou se trouve sur un disque débranché. Vérifiez le chemin.',
    ],
    folder_read_only: [
      'Vigie ne peut pas écrire dans ce dossier',
      'Rien n’a été créé ni modifié. Choisissez un autre dossier ou demandez le droit d’écrire dans celui-ci.',
    ],
    disk_full: [
      'Le disque est plein',
      'Tout ce qui était enregistré est conservé; la dernière modification ne l’a pas été. Libérez de l’espace et relancez la commande.',
    ],
    wrong_passphrase: [
      'L’identifiant ou la phrase de passe est inexact',
      'Rien n’a été ouvert. Les majuscules et les minuscules comptent; la première ligne du fichier ou de l’entrée standard est prise en entier.',
    ],
    wrong_recovery_key: [
      'La clé de récupération est inexacte',
      'Rien n’a été modifié. Comparez chaque groupe de caractères avec le papier où elle est notée.',
    ],
    second_administrator_needed: [
      'Un second administrateur doit aussi signer',
      'Rien n’a été modifié. Cet espace compte au moins deux administrateurs : faites-le dans l’application, où les deux signent.',
    ],
    last_administrator: [
      'C’est le dernier administrateur',
      'Rien n’a été modifié. Donnez d’abord ce rôle à une autre personne.',
    ],
    passphrase_too_short: [
      'La phrase de passe est trop courte',
      'Rien n’a été enregistré. Il faut au moins 12 caractères; plusieurs mots se retiennent facilement.',
    ],
    too_many_attempts: [
      'Trop de tentatives',
      'L’ouverture de session est suspendue un court moment pour contrer les essais au hasard; les tentatives figurent au journal d’audit. Attendez une minute et relancez la commande.',
    ],
    login_taken: ['Cet identifiant est déjà utilisé', 'Rien n’a été enregistré. Choisissez-en un autre.'],
    code_taken: ['Ce code est déjà utilisé', 'Rien n’a été enregistré. Choisissez-en un autre.'],
    number_taken: [
      'Ce numéro est déjà utilisé',
      'Rien n’a été enregistré. Vérifiez si le dossier existe déjà ou choisissez un autre numéro.',
    ],
    name_taken: [
      'Ce nom est déjà utilisé',
      'Rien n’a été enregistré. Choisissez-en un autre, ou remplacez ce qui le porte.',
    ],
    version_conflict: [
      'Cela a changé depuis que vous l’avez consulté',
      'Rien n’a été modifié. Consultez-le de nouveau, puis répétez la commande.',
    ],
    number_held_back: [
      'Ce numéro est retenu',
      'Rien n’a été enregistré. C’est le numéro d’un dossier qui ne peut revenir sans examen. Un superviseur de l’unité peut en voir la raison et décider ; le signalement peut être consigné sans son numéro.',
    ],
    duplicate_external_number: [
      'Un signalement portant ce numéro existe déjà',
      'Rien n’a été enregistré. Consultez d’abord le signalement existant.',
    ],
    state_not_allowed: [
      'Cette étape n’est pas possible dans l’état actuel',
      'Rien n’a été modifié. Consultez d’abord son état.',
    ],
    date_before_previous: [
      'Cette date précède l’étape dont elle découle',
      'Rien n’a été enregistré. Entrez la même date ou une date ultérieure.',
    ],
    date_in_future: [
      'Cette date est dans le futur',
      'Rien n’a été enregistré. Entrez la date d’aujourd’hui ou une date antérieure.',
    ],
    demand_made_before: [
      'Un ordre de préservation visant ces données a déjà été donné à cette personne dans ce dossier',
      'Rien n’a été enregistré : un seul peut l’être dans une enquête (Code criminel, par. 487.012(6)). Pour conserver les données plus longtemps, demandez une ordonnance de préservation (art. 487.013).',
    ],
    referral_carries_file: [
      'Ce dossier a été ouvert à partir de ce signalement',
      'Le signalement n’a pas été délié : le dossier est compté depuis le jour de sa réception. Concluez plutôt le dossier ou liez-y un autre signalement.',
    ],
    transfer_pending: [
      'Ce dossier est déjà en voie de transfert',
      'Aucun second transfert n’a été offert. Reprenez le premier ou attendez sa réponse.',
    ],
    note_added_meanwhile: [
      'Quelqu’un d’autre a ajouté une note à ce dossier entre-temps',
      'Rien n’a été enregistré. Lisez-la, puis relancez la commande.',
    ],
    investigation_still_open: [
      'Un élément de l’enquête est encore ouvert',
      'Elle n’a pas été conclue. Réglez d’abord ce qui reste ouvert.',
    ],
    referral_still_open: [
      'Il manque une décision ou un avis',
      'Rien n’a été conclu. Consignez d’abord la décision sur le danger imminent et l’avis à la protection de l’enfance.',
    ],
    laxer_than_agreement: [
      'Ce délai dépasse celui de l’entente',
      'Rien n’a été enregistré. Donnez le délai de l’entente ou un délai plus court.',
    ],
    offence_not_valid: [
      'Ce n’était pas une infraction à ces dates',
      'Rien n’a été enregistré. Vérifiez les dates ou choisissez l’article alors en vigueur.',
    ],
    person_charged: [
      'Cette personne est accusée dans ce dossier',
      'Rien n’a été modifié : un accusé demeure visé par le dossier. Retirez d’abord cette personne des accusations.',
    ],
    tallies_off: [
      'Cette unité ne tient pas de décomptes',
      'Rien n’a été enregistré. Un superviseur doit d’abord inscrire la politique ou l’autorisation en vertu de laquelle ils sont tenus.',
    ],
    not_a_catalogue: [
      'Ce fichier n’est pas un catalogue d’infractions',
      'Rien n’a été modifié. Choisissez un catalogue en JSON de la forme employée par Vigie.',
    ],
    ...frenchExchanges,
    ...frenchPapers,
    ...frenchFiles,
    ...frenchRecords,
    not_a_pack: [
      'Ce fichier n’est pas un envoi trimestriel',
      'Rien n’a été importé. Donnez le fichier que l’unité a exporté pour le trimestre.',
    ],
    pack_tampered: [
      'La signature de l’envoi ne correspond pas à son contenu',
      'Rien n’a été importé. Le fichier a été modifié après sa signature : demandez à l’unité de le renvoyer.',
    ],
    pack_newer: [
      'Cet envoi a été produit par une version plus récente de Vigie',
      'Rien n’a été importé. Installez la version plus récente pour le lire.',
    ],
    pack_older_than_held: [
      'Cet envoi, ou un plus récent du même trimestre, est déjà ici',
      'Rien n’a été importé et l’envoi qui est ici reste en vigueur.',
    ],
    pack_key_not_confirmed: [
      'La clé de signature de cette unité n’est pas encore confirmée',
      'Rien n’a été importé. Comparez l’empreinte avec l’unité au téléphone, puis répétez avec --confirm-fingerprint.',
    ],
    pack_unknown_unit: [
      'L’envoi nomme une unité par un code qu’une autre porte déjà ici',
      'Rien n’a été importé. Réglez avec l’unité lequel de ces codes est le sien.',
    ],
    not_a_reference: [
      'Ce fichier n’est pas une référence',
      'Rien n’a été importé. Choisissez le fichier « .vigieref » que l’espace de coordination a exporté.',
    ],
    reference_incomplete: [
      'La référence est incomplète',
      'Rien n’a été importé. Le fichier a été tronqué ou abîmé en chemin : faites-le renvoyer.',
    ],
    reference_tampered: [
      'La signature de la référence ne correspond pas à son contenu',
      'Rien n’a été importé. Le fichier a été modifié après sa signature : faites-le renvoyer par ceux qui l’ont produit.',
    ],
    reference_newer: [
      'Cette référence a été produite par une version plus récente de Vigie',
      'Rien n’a été importé. Installez la version plus récente pour la lire.',
    ],
    reference_key_not_confirmed: [
      'La clé de signature de cette référence n’est pas encore confirmée',
      'Rien n’a été importé. Lisez l’empreinte avec la coordination au téléphone, puis confirmez-la.',
    ],
    reference_not_estimable: [
      'Ces unités ne permettent pas de faire une référence',
      'Rien n’a été écrit. Il faut au moins dix unités utilisables, non toutes financées dès le même mois, et un an de chiffres.',
    ],
    return_locked: [
      'Ce rapport est déjà verrouillé',
      'Rien n’a été modifié. Un rapport verrouillé reste tel qu’il a été transmis; exportez-le par « vigie return export ».',
    ],
    return_not_locked: [
      'Ce rapport n’est pas encore verrouillé',
      'Rien n’a été exporté. Verrouillez-le par « vigie return lock », ou ajoutez --lock.',
    ],
    return_has_blocking_checks: [
      'Des vérifications bloquent encore le rapport',
      'Il n’a pas été verrouillé. Réglez d’abord les vérifications bloquantes; chacune indique où corriger.',
    ],
    return_tampered: [
      'Le rapport verrouillé ne correspond plus à son empreinte',
      'Rien n’a été exporté. Avisez un administrateur : l’espace a peut-être été modifié hors de Vigie.',
    ],
    framework_invalid: ['Ce fichier n’est pas un cadre valable', 'Rien n’a été importé. Corrigez le fichier.'],
    return_unchanged: [
      'Rien n’a changé depuis la dernière version verrouillée',
      'Rien n’a été verrouillé : un redressement dit ce qu’il change.',
    ],
    release_method_differs: [
      'Ces chiffres ont déjà été diffusés par une autre méthode',
      'Rien n’a été écrit. Deux méthodes pour les mêmes chiffres en disent plus ensemble que chacune : diffusez-les par la méthode et la base employées d’abord.',
    ],
    release_not_protected: [
      'Les diffusions antérieures ne permettent pas de protéger ici un petit compte',
      'Rien n’a été écrit. Indiquez à votre soutien technique quels rapports ont été diffusés auparavant.',
    ],
    rollup_refused: [
      'Ce document ne peut pas être regroupé',
      'Rien n’en a été repris. Les raisons sont ci-dessus ; demandez au bureau qui l’a transmis de le renvoyer.',
    ],
    rollup_held: ['Ce document même est déjà ici', 'Rien n’a été importé et rien n’a changé.'],
    rollup_key_not_confirmed: [
      'La clé qui a signé ce document n’est pas encore confirmée',
      'Rien n’a été importé. Comparez l’empreinte avec le bureau au téléphone, puis répétez avec --confirm-fingerprint.',
    ],
    not_a_workbook: [
      'Ce n’est pas un classeur Excel que Vigie peut ouvrir',
      'Rien n’a été fait. Choisissez un fichier .xlsx sans mot de passe.',
    ],
    template_sheet_missing: [
      'Le classeur n’a pas la feuille que nomme la correspondance',
      'Rien n’a été écrit. Choisissez le classeur sur lequel la correspondance a été faite, ou établissez-en une pour le nouveau.',
    ],
    template_cell_formula: [
      'Une cellule visée contient une formule du bailleur de fonds',
      'Rien n’a été écrit. Visez une autre cellule : une formule n’est jamais remplacée.',
    ],
    rollup_unsigned: [
      'Ce formulaire n’est pas signé',
      'Rien n’a été importé. Répétez avec --accept-unsigned si vous savez qui l’a transmis.',
    ],
    migration_unknown: [
      'La structure de l’espace n’est pas l’œuvre de Vigie',
      'Il a été fermé sans modification. Restaurez une copie vérifiée ou consultez votre soutien technique.',
    ],
    ...frenchAgreements,
  },
} as const satisfies FailureWords;
