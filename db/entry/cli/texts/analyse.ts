/** What `vigie analyse` says of its inputs. */
export const analyseEnglish = {
  'analyse.badSpecification': 'The specification cannot be used: {path}: {message}',
  'analyse.noColumn': 'The data have no column “{column}”.',
  'analyse.notNumber': 'Row {row}, column “{column}”: “{value}” is not a number.',
  'analyse.notMonth': 'Row {row}, column “{column}”: “{value}” is not a month (YYYY-MM).',
  'analyse.monthTwice': 'Unit “{unit}” has two rows for one month.',
  'analyse.emptyCell': 'Row {row}, column “{column}” is empty, and this method needs a value there.',
  'analyse.tooLarge': '“{path}” is larger than {megabytes} MB.',
  'analyse.notText':
    '“{path}” is not text in UTF-8: it is binary, or in another encoding. Save it again from the program that made it.',
  'analyse.notTable': '“{path}” cannot be read as a table.',
  'analyse.raggedLine': '“{path}”: the row that ends on line {line} has more or fewer cells than the header.',
  'analyse.noRows': '“{path}” has no row below its header.',
  'analyse.duplicateColumn': '“{path}” has two columns named “{column}”.',
  'analyse.badJson': '“{path}” is not JSON.',
  'analyse.badJsonAt': '“{path}” is not JSON: see line {line}, column {column}.',
  'analyse.negative': 'Row {row}, column “{column}”: {value} is below zero, which no count is.',
  'analyse.notCount': 'Row {row}, column “{column}”: {value} is not a whole number, which a count of files is.',
  'analyse.notPositive': 'Row {row}, column “{column}”: {value} has no logarithm; a number above zero is needed.',
  'analyse.notTime': 'Column “{column}”: “{value}” is not a time like “{example}”.',
  'analyse.notRising':
    'Row {row}, column “{column}”: the time is not after that of the row before. Sort the rows; choose one unit where there are several.',
  'analyse.nothingChosen': 'No row has “{value}” in the column “{column}”.',
  'analyse.noTerm': 'The model has no term “{term}” that a test could leave out.',
} as const;

export const analyseFrench: Readonly<Record<keyof typeof analyseEnglish, string>> = {
  'analyse.badSpecification': 'La spécification est inutilisable : {path} : {message}',
  'analyse.noColumn': 'Les données n’ont pas de colonne « {column} ».',
  'analyse.notNumber': 'Ligne {row}, colonne « {column} » : « {value} » n’est pas un nombre.',
  'analyse.notMonth': 'Ligne {row}, colonne « {column} » : « {value} » n’est pas un mois (AAAA-MM).',
  'analyse.monthTwice': 'L’unité « {unit} » a deux lignes pour un même mois.',
  'analyse.emptyCell':
    'Ligne {row}, colonne « {column} » : la cellule est vide, et cette méthode a besoin d’une valeur.',
  'analyse.tooLarge': '« {path} » dépasse {megabytes} Mo.',
  'analyse.notText':
    '« {path} » n’est pas du texte en UTF-8 : il est binaire, ou d’un autre codage. Enregistrez-le de nouveau avec le programme qui l’a produit.',
  'analyse.notTable': '« {path} » ne peut être lu comme un tableau.',
  'analyse.raggedLine':
    '« {path} » : la ligne du tableau qui finit à la ligne {line} a plus ou moins de cellules que l’en-tête.',
  'analyse.noRows': '« {path} » n’a aucune ligne sous son en-tête.',
  'analyse.duplicateColumn': '« {path} » a deux colonnes nommées « {column} ».',
  'analyse.badJson': '« {path} » n’est pas du JSON.',
  'analyse.badJsonAt': '« {path} » n’est pas du JSON : voyez la ligne {line}, colonne {column}.',
  'analyse.negative':
    'Ligne {row}, colonne « {column} » : {value} est inférieur à zéro, ce qu’aucun dénombrement n’est.',
  'analyse.notCount':
    'Ligne {row}, colonne « {column} » : {value} n’est pas un nombre entier, ce qu’est un compte de dossiers.',
  'analyse.notPositive':
    'Ligne {row}, colonne « {column} » : {value} n’a pas de logarithme; il faut un nombre supérieur à zéro.',
  'analyse.notTime': 'Colonne « {column} » : « {value} » n’est pas un temps comme « {example} ».',
  'analyse.notRising':
    'Ligne {row}, colonne « {column} » : le temps ne suit pas celui de la ligne précédente. Triez les lignes; choisissez une unité s’il y en a plusieurs.',
  'analyse.nothingChosen': 'Aucune ligne n’a « {value} » dans la colonne « {column} ».',
  'analyse.noTerm': 'Le modèle n’a pas de terme « {term} » qu’un test pourrait retirer.',
};
