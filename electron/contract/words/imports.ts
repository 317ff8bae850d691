import { both } from './both.ts';
import { casework } from './casework.ts';
import { fields } from './fields.ts';
import { headings } from './headings.ts';

const ownUnit = both('The code of one of your units.', 'Le code d’une de vos unités.');

/** What a column of an imported file becomes, and the rule that a row which is not imported breaks. */
export const imports = {
  importRule: {
    date_missing: both('Every row needs a date received.', 'Chaque ligne doit avoir une date de réception.'),
    date_without_day: both('Year, month and day.', 'Année, mois et jour.'),
    date_not_real: both('A day that exists, as 2026-02-28.', 'Un jour qui existe, comme 2026-02-28.'),
    date_in_future: both('Today or earlier.', 'Aujourd’hui ou avant.'),
    concluded_before_received: both('The day received or later.', 'Le jour de la réception ou après.'),
    conclusion_incomplete: both(
      'A conclusion with its date, or neither.',
      'Une conclusion et sa date, ou ni l’une ni l’autre.',
    ),
    source_unknown: both('A source by its name or code.', 'Une provenance par son nom ou son code.'),
    risk_band_unknown: both('A risk band by its name or code.', 'Un niveau de risque par son nom ou son code.'),
    conclusion_unknown: both('A conclusion by its name or code.', 'Une conclusion par son nom ou son code.'),
    unit_unknown: ownUnit,
    unit_not_yours: ownUnit,
    text_too_long: both(
      'At most 60 characters of a number, 40 of a priority, 120 of an officer, 4,000 of a summary.',
      'Au plus 60 caractères pour un numéro, 40 pour une priorité, 120 pour un responsable, 4 000 pour un résumé.',
    ),
    contains_binary: both('Text alone: no image and no file.', 'Du texte seulement : ni image ni fichier.'),
    wrong_number_of_columns: both(
      'As many cells as there are column names.',
      'Autant de cellules que de noms de colonnes.',
    ),
  },
  importField: {
    receivedOn: fields.receivedOn,
    receivedTime: fields.receivedTime,
    source: fields.source,
    externalNumber: fields.externalNumber,
    unitCode: headings.unit,
    priorityReceived: fields.priority,
    riskBand: fields.riskBand,
    summary: fields.summary,
    concludedOn: fields.concludedOn,
    conclusion: both('Conclusion', 'Conclusion'),
    assignedTo: fields.owner,
    email: casework.identifierKind.email,
    handle: casework.identifierKind.handle,
    service: both('Service of the handle', 'Service du pseudonyme'),
    phone: casework.identifierKind.phone,
    ipAddress: casework.identifierKind.ip,
    port: both('Port of the IP address', 'Port de l’adresse IP'),
    seenText: both('Time of the IP address', 'Heure de l’adresse IP'),
  },
};
