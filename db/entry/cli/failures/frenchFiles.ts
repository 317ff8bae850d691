import type { FailureWords } from './words.ts';

/** Of files that come in. */
export const frenchFiles = {
  not_a_csv: [
    'Ce fichier ne peut être lu comme un tableau',
    'Rien n’a été importé. Enregistrez-le en CSV ou en XLSX dans le programme d’origine et relancez la commande.',
  ],
  not_a_report: [
    'Ce fichier ne peut être lu comme un rapport',
    'Rien n’a été retenu. Choisissez le rapport lui-même : un PDF qui contient du texte, ou un fichier XML ou JSON tel qu’il a été exporté.',
  ],
  report_damaged: [
    'Ce rapport est endommagé ou tronqué',
    'Rien n’a été retenu. Redemandez le fichier ou exportez-le de nouveau, puis choisissez-le.',
  ],
  report_declares_entities: [
    'Ce fichier déclare son propre type de document',
    'Rien n’a été retenu : une telle déclaration peut faire enfler un petit fichier sans fin, et les rapports n’en ont pas. Demandez à l’expéditeur le rapport tel qu’il a été exporté.',
  ],
  report_too_complex: [
    'Ce fichier est plus imbriqué, ou compte plus d’éléments, que n’importe quel rapport',
    'Rien n’a été retenu. Choisissez le rapport lui-même, tel qu’il a été exporté.',
  ],
  several_reports: [
    'Ce fichier contient plusieurs rapports',
    'Rien n’a été retenu : chaque rapport est un signalement distinct. Demandez un fichier par rapport, ou importez-en la liste sous forme de tableau.',
  ],
  document_locked: [
    'Ce document est protégé par un mot de passe',
    'Rien n’a été retenu : Vigie n’ouvre aucun document protégé. Demandez à l’expéditeur un document sans mot de passe ou consignez le signalement à la main.',
  ],
  document_too_slow: [
    'La lecture de ce document prend trop de temps',
    'Rien n’a été retenu et la lecture a été arrêtée. Consignez le signalement à la main ou demandez une autre copie à l’expéditeur.',
  ],
  no_text_in_document: [
    'Ce document ne contient aucun texte, seulement l’image de ses pages',
    'Rien n’a été retenu : Vigie ne lit pas les images. Consignez le signalement à la main.',
  ],
  contains_binary: [
    'Ceci semble contenir une image, une archive ou d’autres données binaires',
    'Rien n’a été conservé : Vigie ne garde jamais d’image. Retirez cette partie et réessayez.',
  ],
  file_too_large: ['Le fichier est trop volumineux', 'Rien n’a été importé. Divisez-le en fichiers plus petits.'],
  column_unmapped: [
    'Une colonne obligatoire n’est pas associée',
    'Rien n’a été importé. Nommez les colonnes dans un fichier donné par --mapping; --unit CODE tient lieu de colonne des unités.',
  ],
  unknown_unit: [
    'Une unité n’est pas connue ici',
    'Rien n’a été modifié. Vérifiez son code; un administrateur ajoute les unités dans l’application.',
  ],
  import_in_use: [
    'Cette importation ne peut plus être annulée',
    'Rien n’a été modifié. Des dossiers qu’elle a apportés ont été travaillés depuis; la liste des importations passées les nomme.',
  ],
  import_undone: [
    'Cette importation a déjà été annulée',
    'Rien n’a été modifié. La liste des importations passées dit quand et par qui.',
  ],
  file_changed: ['Le fichier a changé après sa vérification', 'Rien n’a été importé. Relancez la commande.'],
} as const satisfies Partial<FailureWords['reasons']>;
