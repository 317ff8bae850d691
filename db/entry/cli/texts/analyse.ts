/** What `vigie analyse` says of its inputs. */
export const analyseEnglish = {
  'analyse.oldNode':
    'Node {version} cannot run these commands: Node 22.13 or later is needed. In the source folder, write “npm run -s vigie -- ...”, which brings its own.',
  'analyse.noColumn': 'The data have no column “{column}”.',
  'analyse.notNumber': 'Row {row}, column “{column}”: “{value}” is not a number.',
  'analyse.numberTooLarge': 'Row {row}, column “{column}”: {value} is too large to compute with; at most {largest}.',
  'analyse.notPeriod':
    'Row {row}, column “{column}”: {value} is not a period of the table. Write the first treated period, or 0 for never.',
  'analyse.notMonth': 'Row {row}, column “{column}”: “{value}” is not a month (YYYY-MM).',
  'analyse.monthTwice': 'Unit “{unit}” has two rows for {month}.',
  'analyse.unitTwice':
    'Units “{unit}” and “{other}” have the same files in every month, as one unit that was entered twice. Leave one out.',
  'analyse.emptyCell': 'Row {row}, column “{column}” is empty, and this method needs a value there.',
  'analyse.notTable': '“{path}” cannot be read as a table.',
  'analyse.badQuote':
    '“{path}” cannot be read as a table: see the row on line {line}, where a quotation mark is not closed or out of place.',
  'analyse.raggedLine': '“{path}”: the row that ends on line {line} has more or fewer cells than the header.',
  'analyse.noRows': '“{path}” has no row below its header.',
  'analyse.duplicateColumn': '“{path}” has two columns named “{column}”.',
  'analyse.negative': 'Row {row}, column “{column}”: {value} is below zero.',
  'analyse.notCount': 'Row {row}, column “{column}”: {value} is not a whole number, which a count of files is.',
  'analyse.notMark': 'Row {row}, column “{column}”: {value} is neither 1 (in part only) nor 0 (whole).',
  'analyse.notPositive': 'Row {row}, column “{column}”: {value} has no logarithm; a number above zero is needed.',
  'analyse.notTime': 'Column “{column}”: “{value}” is not a time like “{example}”.',
  'analyse.notTimeAt': 'Row {row}, column “{column}”: “{value}” is not a time like “{example}”.',
  'analyse.notSorting':
    'Row {row}, column “{column}”: “{value}” does not sort in time. Write months (2018-04), dates (2018-04-15), numbers, or texts of one length that begin with the year (2018 Q2).',
  'analyse.notRising':
    'Row {row}, column “{column}”: the time is not after that of the row before. Sort the rows; choose one unit where there are several.',
  'analyse.nothingChosen': 'No row has “{value}” in the column “{column}”.',
  'analyse.tooLong':
    'The series has {rows} rows; at most {longest} are taken. It needs one row for each period, with the count of that period.',
  'analyse.noTerm': 'The model has no term “{term}” that a test could leave out.',
  'analyse.countTooLarge':
    'Row {row}, column “{column}”: {value} is more than {largest}, the most that a unit can have in a month. Is it the right column?',
  'analyse.spec.needsFieldsInAll': 'The specification cannot be used: fields in braces are needed.',
  'analyse.spec.missing': 'The specification cannot be used: {path}: it is missing.',
  'analyse.spec.unknownField': 'The specification cannot be used: {path}: this method knows no such field.',
  'analyse.spec.needsText': 'The specification cannot be used: {path}: a text is needed.',
  'analyse.spec.needsNumber': 'The specification cannot be used: {path}: a number is needed.',
  'analyse.spec.needsWhole': 'The specification cannot be used: {path}: a whole number is needed.',
  'analyse.spec.needsFlag': 'The specification cannot be used: {path}: true or false is needed.',
  'analyse.spec.needsList': 'The specification cannot be used: {path}: a list in brackets is needed.',
  'analyse.spec.needsFields': 'The specification cannot be used: {path}: fields in braces are needed.',
  'analyse.spec.empty': 'The specification cannot be used: {path}: it must not be empty.',
  'analyse.spec.fewElements': 'The specification cannot be used: {path}: the list must hold {bound} or more.',
  'analyse.spec.manyElements': 'The specification cannot be used: {path}: the list may hold {bound} or fewer.',
  'analyse.spec.least': 'The specification cannot be used: {path}: it must be at least {bound}.',
  'analyse.spec.more': 'The specification cannot be used: {path}: it must be more than {bound}.',
  'analyse.spec.most': 'The specification cannot be used: {path}: it must be at most {bound}.',
  'analyse.spec.less': 'The specification cannot be used: {path}: it must be less than {bound}.',
  'analyse.spec.oneOf': 'The specification cannot be used: {path}: it must be one of these: {options}.',
  'analyse.spec.otherForm':
    'The specification cannot be used: {path}: it has none of the forms that the page of the method shows.',
  'analyse.spec.totalOf': 'The specification cannot be used: {path}: the table has no unit “{unit}”.',
  'analyse.spec.burnIn': 'The specification cannot be used: {path}: it must be below “sweeps”.',
  'analyse.spec.onlyKalman': 'The specification cannot be used: {path}: this is for the method “kalman” only.',
  'analyse.spec.oneCoefficient':
    'The specification cannot be used: {path}: one coefficient is needed for each regressor.',
  'analyse.spec.notOneRow': 'The specification cannot be used: {path}: “{value}” is not the time of exactly one row.',
  'analyse.spec.lastBeforeFirst': 'The specification cannot be used: {path}: the last time comes before the first.',
  'analyse.spec.overlap': 'The specification cannot be used: {path}: it begins before “before” ends.',
  'analyse.spec.tooManyDraws': 'The specification cannot be used: {path}: too many draws for so long a period.',
  'analyse.spec.sameName': 'The specification cannot be used: {path}: two predictors have the same name.',
  'analyse.spec.nestedPredictors': 'The specification cannot be used: {path}: “nested” needs two predictors or more.',
  'analyse.spec.numberForEach':
    'The specification cannot be used: {path}: give a number for each predictor, by its name, one of them above 0.',
  'analyse.spec.noUnit': 'The specification cannot be used: {path}: the data have no unit “{unit}”.',
  'analyse.spec.treatedDonor': 'The specification cannot be used: {path}: a treated unit cannot be a donor.',
  'analyse.spec.fewDonors':
    'The specification cannot be used: {path}: at least two units that are not treated are needed.',
  'analyse.spec.fewTimes':
    'The specification cannot be used: {path}: it needs two time points before it, and one at it or after.',
  'analyse.spec.notBefore': 'The specification cannot be used: {path}: it is not before “firstTreated”.',
  'analyse.spec.noTime': 'The specification cannot be used: {path}: the data have no such time.',
  'analyse.spec.notAfter': 'The specification cannot be used: {path}: it begins before “firstTreated”.',
  'analyse.spec.gap':
    'The specification cannot be used: {path}: the times are not at equal distances near “{value}”. Give a row with an empty outcome for what was not observed.',
} as const;
export type AnalyseKey = keyof typeof analyseEnglish;

export const analyseFrench: Readonly<Record<AnalyseKey, string>> = {
  'analyse.oldNode':
    'Ces commandes ne fonctionnent pas avec Node {version} : il faut Node 22.13 ou plus récent. Dans le répertoire des sources, écrivez « npm run -s vigie -- ... », qui apporte le sien.',
  'analyse.noColumn': 'Les données n’ont pas de colonne « {column} ».',
  'analyse.notNumber': 'Ligne {row}, colonne « {column} » : « {value} » n’est pas un nombre.',
  'analyse.numberTooLarge':
    'Ligne {row}, colonne « {column} » : {value} est trop grand pour un calcul; au plus {largest}.',
  'analyse.notPeriod':
    'Ligne {row}, colonne « {column} » : {value} n’est pas une période du tableau. Écrivez la première période traitée, ou 0 pour jamais.',
  'analyse.notMonth': 'Ligne {row}, colonne « {column} » : « {value} » n’est pas un mois (AAAA-MM).',
  'analyse.monthTwice': 'L’unité « {unit} » a deux lignes pour {month}.',
  'analyse.unitTwice':
    'Les unités « {unit} » et « {other} » ont les mêmes dossiers chaque mois, comme une unité inscrite deux fois. Retirez-en une.',
  'analyse.emptyCell':
    'Ligne {row}, colonne « {column} » : la cellule est vide, et cette méthode a besoin d’une valeur.',
  'analyse.notTable': '« {path} » ne peut être lu comme un tableau.',
  'analyse.badQuote':
    '« {path} » ne peut être lu comme un tableau : voyez la ligne {line}, où un guillemet n’est pas fermé ou n’est pas à sa place.',
  'analyse.raggedLine':
    '« {path} » : la ligne du tableau qui finit à la ligne {line} a plus ou moins de cellules que l’en-tête.',
  'analyse.noRows': '« {path} » n’a aucune ligne sous son en-tête.',
  'analyse.duplicateColumn': '« {path} » a deux colonnes nommées « {column} ».',
  'analyse.negative': 'Ligne {row}, colonne « {column} » : {value} est inférieur à zéro.',
  'analyse.notCount':
    'Ligne {row}, colonne « {column} » : {value} n’est pas un nombre entier, ce qu’est un nombre de dossiers.',
  'analyse.notMark': 'Ligne {row}, colonne « {column} » : {value} n’est ni 1 (en partie seulement) ni 0 (en entier).',
  'analyse.notPositive':
    'Ligne {row}, colonne « {column} » : {value} n’a pas de logarithme; il faut un nombre supérieur à zéro.',
  'analyse.notTime': 'Colonne « {column} » : « {value} » n’est pas un moment de la forme « {example} ».',
  'analyse.notTimeAt': 'Ligne {row}, colonne « {column} » : « {value} » n’est pas un moment de la forme « {example} ».',
  'analyse.notSorting':
    'Ligne {row}, colonne « {column} » : « {value} » ne se trie pas dans l’ordre du temps. Écrivez des mois (2018-04), des dates (2018-04-15), des nombres, ou des textes d’une même longueur qui commencent par l’année (2018 T2).',
  'analyse.notRising':
    'Ligne {row}, colonne « {column} » : le moment ne suit pas celui de la ligne précédente. Triez les lignes; choisissez une unité s’il y en a plusieurs.',
  'analyse.nothingChosen': 'Aucune ligne n’a « {value} » dans la colonne « {column} ».',
  'analyse.tooLong':
    'La série a {rows} lignes; au plus {longest} sont acceptées. Il en faut une par période, avec le compte de cette période.',
  'analyse.noTerm': 'Le modèle n’a pas de terme « {term} » qu’un test pourrait retirer.',
  'analyse.countTooLarge':
    'Ligne {row}, colonne « {column} » : {value} dépasse {largest}, le plus qu’une unité puisse avoir en un mois. Est-ce la bonne colonne?',
  'analyse.spec.needsFieldsInAll': 'La spécification est inutilisable : il faut des champs entre accolades.',
  'analyse.spec.missing': 'La spécification est inutilisable : {path} : ce champ manque.',
  'analyse.spec.unknownField': 'La spécification est inutilisable : {path} : la méthode ne connaît pas ce champ.',
  'analyse.spec.needsText': 'La spécification est inutilisable : {path} : il faut un texte.',
  'analyse.spec.needsNumber': 'La spécification est inutilisable : {path} : il faut un nombre.',
  'analyse.spec.needsWhole': 'La spécification est inutilisable : {path} : il faut un nombre entier.',
  'analyse.spec.needsFlag': 'La spécification est inutilisable : {path} : il faut true ou false (vrai ou faux).',
  'analyse.spec.needsList': 'La spécification est inutilisable : {path} : il faut une liste entre crochets.',
  'analyse.spec.needsFields': 'La spécification est inutilisable : {path} : il faut des champs entre accolades.',
  'analyse.spec.empty': 'La spécification est inutilisable : {path} : ne doit pas être vide.',
  'analyse.spec.fewElements': 'La spécification est inutilisable : {path} : la liste doit en compter {bound} ou plus.',
  'analyse.spec.manyElements':
    'La spécification est inutilisable : {path} : la liste peut en compter {bound} ou moins.',
  'analyse.spec.least': 'La spécification est inutilisable : {path} : au moins {bound}.',
  'analyse.spec.more': 'La spécification est inutilisable : {path} : plus de {bound}.',
  'analyse.spec.most': 'La spécification est inutilisable : {path} : au plus {bound}.',
  'analyse.spec.less': 'La spécification est inutilisable : {path} : moins de {bound}.',
  'analyse.spec.oneOf': 'La spécification est inutilisable : {path} : doit être l’un de ceux-ci : {options}.',
  'analyse.spec.otherForm':
    'La spécification est inutilisable : {path} : n’a aucune des formes que montre la page de la méthode.',
  'analyse.spec.totalOf': 'La spécification est inutilisable : {path} : le tableau n’a pas d’unité « {unit} ».',
  'analyse.spec.burnIn': 'La spécification est inutilisable : {path} : il faut moins que « sweeps ».',
  'analyse.spec.onlyKalman': 'La spécification est inutilisable : {path} : pour la méthode « kalman » seulement.',
  'analyse.spec.oneCoefficient':
    'La spécification est inutilisable : {path} : il faut un coefficient pour chaque régresseur.',
  'analyse.spec.notOneRow':
    'La spécification est inutilisable : {path} : « {value} » n’est pas le moment d’une seule ligne.',
  'analyse.spec.lastBeforeFirst': 'La spécification est inutilisable : {path} : le dernier moment précède le premier.',
  'analyse.spec.overlap': 'La spécification est inutilisable : {path} : commence avant la fin de « before ».',
  'analyse.spec.tooManyDraws':
    'La spécification est inutilisable : {path} : trop de tirages pour une si longue période.',
  'analyse.spec.sameName': 'La spécification est inutilisable : {path} : deux prédicteurs ont le même nom.',
  'analyse.spec.nestedPredictors':
    'La spécification est inutilisable : {path} : « nested » demande au moins deux prédicteurs.',
  'analyse.spec.numberForEach':
    'La spécification est inutilisable : {path} : donnez un nombre pour chaque prédicteur, par son nom, dont un supérieur à 0.',
  'analyse.spec.noUnit': 'La spécification est inutilisable : {path} : les données n’ont pas d’unité « {unit} ».',
  'analyse.spec.treatedDonor':
    'La spécification est inutilisable : {path} : une unité traitée ne peut servir de témoin.',
  'analyse.spec.fewDonors': 'La spécification est inutilisable : {path} : il faut au moins deux unités non traitées.',
  'analyse.spec.fewTimes':
    'La spécification est inutilisable : {path} : il faut deux moments avant celui-ci, et un à compter de celui-ci.',
  'analyse.spec.notBefore': 'La spécification est inutilisable : {path} : n’est pas antérieur à « firstTreated ».',
  'analyse.spec.noTime': 'La spécification est inutilisable : {path} : les données n’ont pas ce temps.',
  'analyse.spec.notAfter': 'La spécification est inutilisable : {path} : commence avant « firstTreated ».',
  'analyse.spec.gap':
    'La spécification est inutilisable : {path} : les moments ne sont pas à intervalles réguliers près de « {value} ». Donnez une ligne sans résultat pour ce qui n’a pas été observé.',
};
