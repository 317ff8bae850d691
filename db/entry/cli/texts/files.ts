/** What is said of a file or a folder that was named and cannot be used. */
export const filesEnglish = {
  fileMissing: 'There is no file “{path}”.',
  notAFile: '“{path}” is not a file.',
  folderNotThere: 'There is no folder “{path}”.',
  fileExists: '“{path}” exists already and was not touched: give another name.',
  mappingInvalid: 'The mapping in “{path}” cannot be read at “{place}”; --help shows its form.',
  'file.tooLarge': '“{path}” is larger than {megabytes} MB.',
  'file.notText':
    '“{path}” is not text in UTF-8: it is binary, or in another encoding. Save it again from the program that made it.',
  'json.bad': '“{path}” is not JSON.',
  'json.badAt': '“{path}” is not JSON: see line {line}, column {column}.',
  'json.fieldTwice': '“{path}” has the field “{field}” twice in one place. Leave one out.',
} as const;

export const filesFrench: Readonly<Record<keyof typeof filesEnglish, string>> = {
  fileMissing: 'Il n’y a pas de fichier « {path} ».',
  notAFile: '« {path} » n’est pas un fichier.',
  folderNotThere: 'Il n’y a pas de répertoire « {path} ».',
  fileExists: '« {path} » existe déjà et n’a pas été touché : donnez un autre nom.',
  mappingInvalid: 'L’association dans « {path} » ne peut être lue à « {place} »; --help en montre la forme.',
  'file.tooLarge': '« {path} » dépasse {megabytes} Mo.',
  'file.notText':
    '« {path} » n’est pas du texte en UTF-8 : il est binaire, ou d’un autre codage. Enregistrez-le de nouveau avec le programme qui l’a produit.',
  'json.bad': '« {path} » n’est pas du JSON.',
  'json.badAt': '« {path} » n’est pas du JSON : voyez la ligne {line}, colonne {column}.',
  'json.fieldTwice': '« {path} » a deux fois le champ « {field} » au même endroit. Retirez-en un.',
};
