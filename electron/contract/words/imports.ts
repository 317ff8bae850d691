import { both } from './both.ts';
import { casework } from './casework.ts';
import { fields } from './fields.ts';
import { headings } from './headings.ts';

/** What a column of an imported file becomes. */
export const imports = {
  importField: {
    receivedOn: fields.receivedOn,
    source: fields.source,
    externalNumber: fields.externalNumber,
    unitCode: headings.unit,
    priorityReceived: fields.priority,
    riskBand: fields.riskBand,
    summary: fields.summary,
    concludedOn: fields.concludedOn,
    conclusion: both('Conclusion', 'Conclusion'),
    email: casework.identifierKind.email,
    handle: casework.identifierKind.handle,
    service: both('Service of the handle', 'Service du pseudonyme'),
    phone: casework.identifierKind.phone,
    ipAddress: casework.identifierKind.ip,
    port: both('Port of the IP address', 'Port de l’adresse IP'),
    seenText: both('Time of the IP address', 'Heure de l’adresse IP'),
  },
};
