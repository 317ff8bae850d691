/** What `vigie return rollup` says. */
export const rollupEnglish = {
  'help.returnRollup':
    'Verify signed returns and packs, take in those that hold, and show what is covered. Exit code 3 where one is refused, 4 where one waits for its key to be confirmed.',
  'option.confirmFingerprints':
    'fingerprint of a key met for the first time, as compared with its office; may be repeated',
  'option.rollupQuarter': 'quarter whose coverage is shown (otherwise the latest of what was found)',
  'argument.rollupPlaces': 'folders of exported returns, folders that hold several, or packs',
  'problem.release_not_exact':
    'This is what may be published of a return: its suppressed or rounded figures do not add up.',
  'problem.panel_inconsistent': 'What it says of its units and months does not hang together.',
  'problem.not_a_pack': 'This file is not a quarter pack.',
  'problem.pack_tampered': 'The pack was changed after it was signed.',
  'problem.pack_newer': 'The pack was made by a newer version of Vigie.',
  'problem.file_too_large': 'The file is larger than any pack.',
  'problem.other_world': 'Fictitious figures and real ones never meet: this comes from the other kind.',
  'problem.own_return': 'This workspace signed it: its figures are here already.',
  'problem.older_than_held': 'A later one of the same sender and quarter is already here.',
  'problem.kit_invalid': 'This is not the form of a unit without Vigie, or its layout was changed.',
  'problem.kit_missing': 'A cell that must be filled in is blank.',
  'problem.kit_bad_cell': 'A cell holds what cannot be read there.',
  'problem.kit_empty': 'No month is filled in.',
  'problem.units_of_other_agreements':
    'It tells of units outside your agreements: who sees all agreements can take it in.',
  'problem.kit_unit_known': 'A unit of this code has sent signed figures: an unsigned form does not speak for it.',
  'rollup.unsigned': 'unsigned: taken in only with --accept-unsigned',
  'help.returnKit':
    'Write the blank form (XLSX) of a unit without Vigie. What comes back filled in is rolled up as unsigned.',
  'option.kitOutput': 'file to write; one that exists is not overwritten',
  'option.acceptUnsigned': 'take in forms of units without Vigie, which nothing signs; their figures are marked',
  kitWritten: 'Form written: {path}',
  rollupUnsigned: '{code}: from an unsigned form',
  rollupNothing: 'Nothing in “{path}” can be rolled up: neither a return nor a pack.',
  rollupSource: '{name}: {verdict}',
  'rollup.imported': 'taken in',
  'rollup.held': 'already here',
  'rollup.key_unconfirmed': 'waits for its key to be confirmed',
  'rollup.refused': 'refused',
  rollupSays: '{sender}, {quarter}, version {sequence}; units: {units}; months: {months}',
  rollupSaysPack: '{sender}, {quarter}; units: {units}; months: {months}',
  rollupCoverage: 'Coverage of {quarter}: {whole} of {asked} units lack nothing, {absent} lack everything',
  rollupMissing: '{code}: {missing} of {asked} values of the quarter are not known',
  rollupTwice: '{code} is in {sources}: counted once, as the latest says',
  rollupDiffers: '{code} is in {sources}, which do not agree on {figures}: counted once, as the latest says',
} as const;

export const rollupFrench: Readonly<Record<keyof typeof rollupEnglish, string>> = {
  'help.returnRollup':
    'Vérifier des rapports et des envois signés, reprendre ceux qui tiennent et montrer ce qui est couvert. Code de sortie 3 si l’un est refusé, 4 si l’un attend que sa clé soit confirmée.',
  'option.confirmFingerprints':
    'empreinte d’une clé rencontrée pour la première fois, comparée avec son bureau; peut être répétée',
  'option.rollupQuarter': 'trimestre dont la couverture est montrée (sinon, le plus récent de ce qui a été trouvé)',
  'argument.rollupPlaces': 'dossiers de rapports exportés, dossiers qui en contiennent plusieurs, ou envois',
  'problem.release_not_exact':
    'C’est la version publiable d’un rapport : ses chiffres supprimés ou arrondis ne s’additionnent pas.',
  'problem.panel_inconsistent': 'Ce qu’il dit de ses unités et de ses mois ne se tient pas.',
  'problem.not_a_pack': 'Ce fichier n’est pas un envoi trimestriel.',
  'problem.pack_tampered': 'L’envoi a été modifié après sa signature.',
  'problem.pack_newer': 'L’envoi a été fait par une version plus récente de Vigie.',
  'problem.file_too_large': 'Le fichier est plus gros que n’importe quel envoi.',
  'problem.other_world': 'Les chiffres fictifs et les vrais ne se mêlent jamais : celui-ci vient de l’autre sorte.',
  'problem.own_return': 'Cet espace de travail l’a signé : ses chiffres sont déjà ici.',
  'problem.older_than_held': 'Un plus récent du même expéditeur et du même trimestre est déjà ici.',
  'problem.kit_invalid': 'Ce n’est pas le formulaire d’une unité sans Vigie, ou sa disposition a été changée.',
  'problem.kit_missing': 'Une case à remplir est en blanc.',
  'problem.kit_bad_cell': 'Une case contient ce qui ne peut y être lu.',
  'problem.kit_empty': 'Aucun mois n’est rempli.',
  'problem.units_of_other_agreements':
    'Il parle d’unités hors de vos ententes : qui voit toutes les ententes peut le reprendre.',
  'problem.kit_unit_known':
    'Une unité de ce code a transmis des chiffres signés : un formulaire non signé ne parle pas pour elle.',
  'rollup.unsigned': 'non signé : repris seulement avec --accept-unsigned',
  'help.returnKit':
    'Écrire le formulaire vierge (XLSX) d’une unité sans Vigie. Rempli, il est regroupé comme non signé.',
  'option.kitOutput': 'fichier à écrire; un fichier qui existe n’est pas remplacé',
  'option.acceptUnsigned':
    'reprendre les formulaires d’unités sans Vigie, que rien ne signe; leurs chiffres sont marqués',
  kitWritten: 'Formulaire écrit : {path}',
  rollupUnsigned: '{code} : d’un formulaire non signé',
  rollupNothing: 'Rien dans « {path} » ne peut être regroupé : ni rapport ni envoi.',
  rollupSource: '{name} : {verdict}',
  'rollup.imported': 'repris',
  'rollup.held': 'déjà ici',
  'rollup.key_unconfirmed': 'attend que sa clé soit confirmée',
  'rollup.refused': 'refusé',
  rollupSays: '{sender}, {quarter}, version {sequence}; unités : {units}; mois : {months}',
  rollupSaysPack: '{sender}, {quarter}; unités : {units}; mois : {months}',
  rollupCoverage: 'Couverture de {quarter} : rien ne manque à {whole} unités sur {asked}, tout manque à {absent}',
  rollupMissing: '{code} : {missing} des {asked} valeurs du trimestre ne sont pas connues',
  rollupTwice: '{code} figure dans {sources} : comptée une fois, selon le plus récent',
  rollupDiffers:
    '{code} figure dans {sources}, qui ne s’accordent pas sur {figures} : comptée une fois, selon le plus récent',
};
