/** What `vigie return rollup` says. */
export const rollupEnglish = {
  'help.returnRollup':
    'Verify signed returns and packs, import those that are valid, and show coverage. Exit code 3 if one is refused, 4 if a key is not confirmed.',
  'option.confirmFingerprints': 'fingerprint of a new signing key, as compared with its office; may be repeated',
  'option.rollupQuarter': 'quarter whose coverage is shown (otherwise the latest found)',
  'argument.rollupPlaces': 'folders of exported returns, folders that hold several, or packs',
  'problem.release_not_exact': 'This is the release of a return: suppressed or rounded figures cannot be added up.',
  'problem.panel_inconsistent': 'Its units and months are inconsistent.',
  'problem.not_a_pack': 'This file is not a quarter pack.',
  'problem.pack_bad_count': 'A figure is impossible.',
  'problem.pack_key_revoked': 'The key that signed it was revoked.',
  'problem.pack_tampered': 'The pack was changed after it was signed.',
  'problem.pack_newer': 'The pack was made by a newer version of Vigie.',
  'problem.file_too_large': 'The file is too large for a pack.',
  'problem.file_empty': 'The file is empty: ask for it again.',
  'problem.file_damaged': 'The file is damaged or cut off: ask for it again.',
  'problem.file_declares_entities':
    'A sheet declares its own document type, which is not safe to read: save the form again in a spreadsheet program.',
  'problem.not_a_workbook': 'This file is not an Excel workbook: ask for the form as an .xlsx file.',
  'problem.workbook_old':
    'This is an old .xls workbook, or is protected by a password: remove any password and save it as .xlsx.',
  'problem.workbook_protected': 'The workbook is protected by a password: remove the password and save it again.',
  'problem.other_world': 'Fictitious and real figures cannot be mixed.',
  'problem.own_return': 'This workspace signed it: its figures are already recorded.',
  'problem.older_than_held': 'A later one from the same sender and quarter is already imported.',
  'problem.kit_invalid': 'Not the form for units without Vigie, or its layout was changed: fill in a new form.',
  'problem.kit_missing': 'Fill in this required cell.',
  'problem.kit_bad_cell':
    'Write a number up to 1,000,000: whole for a count, not below 0 except under Reclassified. Leave it blank if unknown.',
  'problem.kit_no_result':
    'The formula has no result in the file: save it in a spreadsheet program, or write the number.',
  'problem.kit_bad_month': 'Write a month as YYYY-MM, not after the quarter.',
  'problem.kit_month_twice': 'The month is already in a row above: keep one row a month.',
  'problem.kit_bad_quarter': 'Write the quarter as YYYY-Qn: the year in which the fiscal year begins, and Q1 to Q4.',
  'problem.kit_bad_definition': 'Write exclude_court or include_court.',
  'problem.kit_bad_name':
    'Write a name of at most 200 characters (code: 12, service: 120), without control characters.',
  'problem.kit_contradicts':
    'This number is missing or contradicts another of the sheet: a part is at most its whole, and only open items have an age.',
  'problem.kit_bad_state': 'Write complete or partial (complet, partiel) for the month.',
  'problem.kit_negative': 'The month ends below zero files, at {found}: correct the opening count or the movements.',
  'problem.kit_closing_differs':
    'The closing count is {found}, but the opening count and the movements lead to {expected}: correct one of them.',
  'problem.kit_empty': 'No month is filled in: fill in those of the quarter.',
  'problem.units_of_other_agreements':
    'It includes units outside your agreements: only someone who sees all agreements can import it.',
  'problem.kit_unit_known':
    'A signed pack already gives months of this quarter for the unit: use it, ask the unit for its pack of the quarter, or withdraw the signed pack first.',
  'rollup.unsigned': 'unsigned: imported only with --accept-unsigned',
  'remark.formulas': 'Calculated by formulas; the results saved in the file are read: {cells}.',
  'remark.macros': 'This file contains macros: Vigie never runs them.',
  'help.returnKit': 'Create a blank form (XLSX) for a unit without Vigie. Filled in, it is rolled up as unsigned.',
  'option.kitOutput': 'file to write; one that exists is not overwritten',
  'option.acceptUnsigned': 'import unsigned forms of units without Vigie; their figures are marked',
  kitWritten: 'Form written: {path}',
  formIn: 'In',
  formOut: 'Out',
  formOthers: 'Other figures',
  formKnown: '{known} of {asked}',
  rollupUnsigned: '{code}: from an unsigned form',
  rollupNothing: 'Nothing to consolidate in “{path}”: no return, pack or form.',
  rollupSource: '{name}: {verdict}',
  'rollup.imported': 'imported',
  'rollup.held': 'already imported',
  'rollup.key_unconfirmed': 'key not confirmed',
  'rollup.refused': 'refused',
  'rollup.changed': 'waits: confirm what has changed in the application',
  rollupSays: '{sender}, {quarter}, version {sequence}; units: {units}; months: {months}',
  rollupSaysPack: '{sender}, {quarter}; units: {units}; months: {months}',
  rollupCoverage: 'Coverage of {quarter}: {whole} of {asked} units complete; {absent} sent nothing',
  rollupMissing: '{code}: {missing} of {asked} values of the quarter unknown',
  rollupTwice: '{code} is in {sources}: counted once, from the latest',
  rollupDiffers: '{code} is in {sources}, which differ on {figures}: counted once, from the latest',
} as const;

export const rollupFrench: Readonly<Record<keyof typeof rollupEnglish, string>> = {
  'help.returnRollup':
    'Vérifier des rapports et des transmissions signés, importer ceux qui sont valides et afficher la couverture. Code de sortie 3 si l’un est refusé, 4 si une clé n’est pas confirmée.',
  'option.confirmFingerprints':
    'empreinte d’une nouvelle clé de signature, comparée avec son bureau; peut être répétée',
  'option.rollupQuarter': 'trimestre dont la couverture est affichée (sinon, le plus récent trouvé)',
  'argument.rollupPlaces':
    'répertoires de rapports exportés, répertoires qui en contiennent plusieurs, ou transmissions',
  'problem.release_not_exact':
    'Ceci est la version diffusable d’un rapport : des chiffres supprimés ou arrondis ne peuvent être additionnés.',
  'problem.panel_inconsistent': 'Ses unités et ses mois sont incohérents.',
  'problem.not_a_pack': 'Ce fichier n’est pas une transmission trimestrielle.',
  'problem.pack_bad_count': 'Un chiffre est impossible.',
  'problem.pack_key_revoked': 'La clé qui l’a signé a été révoquée.',
  'problem.pack_tampered': 'La transmission a été modifiée après sa signature.',
  'problem.pack_newer': 'La transmission vient d’une version plus récente de Vigie.',
  'problem.file_too_large': 'Le fichier est trop gros pour une transmission.',
  'problem.file_empty': 'Le fichier est vide : demandez-le de nouveau.',
  'problem.file_damaged': 'Le fichier est endommagé ou tronqué : demandez-le de nouveau.',
  'problem.file_declares_entities':
    'Une feuille déclare son propre type de document, ce qui n’est pas sûr à lire : enregistrez le formulaire de nouveau dans un tableur.',
  'problem.not_a_workbook': 'Ce fichier n’est pas un classeur Excel : demandez le formulaire en .xlsx.',
  'problem.workbook_old':
    'Ce classeur est dans l’ancien format .xls, ou protégé par un mot de passe : retirez tout mot de passe et enregistrez-le en .xlsx.',
  'problem.workbook_protected': 'Le classeur est protégé par un mot de passe : retirez-le et enregistrez de nouveau.',
  'problem.other_world': 'Les chiffres fictifs et les chiffres réels ne peuvent être mêlés.',
  'problem.own_return': 'Cet espace de travail l’a signé : ses chiffres sont déjà inscrits.',
  'problem.older_than_held': 'Un plus récent du même expéditeur et du même trimestre est déjà importé.',
  'problem.kit_invalid':
    'Ce n’est pas le formulaire des unités sans Vigie, ou sa disposition a été modifiée : remplissez un nouveau formulaire.',
  'problem.kit_missing': 'Remplissez cette cellule obligatoire.',
  'problem.kit_bad_cell':
    'Écrivez un nombre d’au plus 1 000 000 : entier pour un compte, jamais négatif sauf sous « Reclassés ». Laissez la case vide si le nombre est inconnu.',
  'problem.kit_no_result':
    'La formule n’a pas de résultat dans le fichier : enregistrez-le dans un tableur, ou écrivez le nombre.',
  'problem.kit_bad_month': 'Écrivez le mois sous la forme AAAA-MM, au plus tard à la fin du trimestre.',
  'problem.kit_month_twice': 'Le mois figure déjà plus haut : gardez une seule ligne par mois.',
  'problem.kit_bad_quarter':
    'Écrivez le trimestre sous la forme AAAA-Qn : l’année où commence l’exercice, puis Q1 à Q4.',
  'problem.kit_bad_definition': 'Écrivez exclude_court ou include_court.',
  'problem.kit_bad_name':
    'Écrivez un nom d’au plus 200 caractères (code : 12, service : 120), sans caractère de commande.',
  'problem.kit_contradicts':
    'Ce nombre manque ou en contredit un autre de la feuille : une partie ne dépasse pas le tout, et seuls des éléments ouverts ont un âge.',
  'problem.kit_bad_state': 'Écrivez complet ou partiel (complete, partial) pour le mois.',
  'problem.kit_negative':
    'Le mois se termine sous zéro dossier, à {found} : corrigez le nombre à l’ouverture ou les mouvements.',
  'problem.kit_closing_differs':
    'Le nombre à la clôture est {found}, mais l’ouverture et les mouvements donnent {expected} : corrigez l’un ou l’autre.',
  'problem.kit_empty': 'Aucun mois n’est rempli : remplissez ceux du trimestre.',
  'problem.units_of_other_agreements':
    'Il porte sur des unités hors de vos ententes : seule une personne qui voit toutes les ententes peut l’importer.',
  'problem.kit_unit_known':
    'Une transmission signée donne déjà des mois de ce trimestre pour l’unité : utilisez-la, demandez à l’unité sa transmission du trimestre, ou retirez d’abord la transmission signée.',
  'rollup.unsigned': 'non signé : importé seulement avec --accept-unsigned',
  'remark.formulas': 'Calculés par des formules; les résultats enregistrés dans le fichier sont lus : {cells}.',
  'remark.macros': 'Ce fichier contient des macros : Vigie ne les exécute jamais.',
  'help.returnKit':
    'Créer un formulaire vierge (XLSX) pour une unité sans Vigie. Rempli, il est consolidé comme non signé.',
  'option.kitOutput': 'fichier à écrire; un fichier qui existe n’est pas remplacé',
  'option.acceptUnsigned': 'importer les formulaires non signés d’unités sans Vigie; leurs chiffres sont marqués',
  kitWritten: 'Formulaire écrit : {path}',
  formIn: 'Entrées',
  formOut: 'Sorties',
  formOthers: 'Autres chiffres',
  formKnown: '{known} sur {asked}',
  rollupUnsigned: '{code} : d’un formulaire non signé',
  rollupNothing: 'Rien à consolider dans « {path} » : ni rapport, ni transmission, ni formulaire.',
  rollupSource: '{name} : {verdict}',
  'rollup.imported': 'importé',
  'rollup.held': 'déjà importé',
  'rollup.key_unconfirmed': 'clé non confirmée',
  'rollup.refused': 'refusé',
  'rollup.changed': 'en attente : confirmez ce qui a changé dans l’application',
  rollupSays: '{sender}, {quarter}, version {sequence}; unités : {units}; mois : {months}',
  rollupSaysPack: '{sender}, {quarter}; unités : {units}; mois : {months}',
  rollupCoverage:
    'Couverture du {quarter} : données complètes pour {whole} unités sur {asked}; rien transmis : {absent}',
  rollupMissing: '{code} : {missing} des {asked} valeurs du trimestre sont inconnues',
  rollupTwice: '{code} figure dans {sources} : comptée une fois, selon le plus récent',
  rollupDiffers: '{code} figure dans {sources}, qui diffèrent sur {figures} : comptée une fois, selon le plus récent',
};
