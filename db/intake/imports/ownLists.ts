import type { Bilingual } from '#contract/ground/common';
import type { ListName } from '#contract/casework/lists';
import { both } from '#contract/words/both';
import { title } from '#contract/words/common';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { terms } from '#contract/words/terms';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fold } from './aliases.ts';

interface ListHeadings {
  /** Of which one at least must be there: a register has the others too. */
  readonly telling: readonly Bilingual[];
  readonly others: readonly Bilingual[];
}

const due = both('Due', 'Échéance');
const file = both('File', 'Dossier');
const stateOn = both('Status since', 'Statut depuis');

/** How Vigie heads the lists that it exports; each may have a column of units and of statuses. */
export const ownHeadings: Readonly<Record<ListName, ListHeadings>> = {
  referrals: {
    telling: [both('External no.', 'Nº externe'), stateOn],
    others: [due, fields.riskBand, fields.receivedOn, fields.number, fields.source, fields.owner, fields.summary],
  },
  investigations: {
    telling: [
      both('Subject line', 'Objet'),
      both('Last activity', 'Dernière activité'),
      both('Waiting on (name)', 'En attente de (nom)'),
      fields.nextStep,
    ],
    others: [
      title,
      due,
      both('Opened', 'Ouverte le'),
      both('Concluded on', 'Conclue le'),
      fields.number,
      fields.riskBand,
      fields.origin,
      fields.lead,
      fields.since,
    ],
  },
  due: {
    telling: [both('Deadline or action', 'Échéance ou mesure')],
    others: [headings.date, file, fields.lead, both('Act by', 'Agir le'), fields.reference],
  },
  devices: {
    telling: [both('Days waiting', 'Jours d’attente')],
    others: [file, terms.device, fields.since, fields.lab, fields.lead],
  },
};

const folded = (texts: readonly Bilingual[]): ReadonlySet<string> =>
  new Set(texts.flatMap(({ en, fr }) => [fold(en), fold(fr)]));

const known = (Object.entries(ownHeadings) as [ListName, ListHeadings][]).map(([list, { telling, others }]) => ({
  list,
  telling: folded(telling),
  all: folded([...telling, ...others, fields.state, headings.unit]),
}));

/** The list of Vigie that has these columns and no other; null where it is none. */
function listWith(header: readonly string[]): ListName | null {
  const names = header.map(fold).filter((name) => name !== '');
  const found = known.find(
    ({ telling, all }) => names.every((name) => all.has(name)) && names.some((name) => telling.has(name)),
  );
  return names.length < 2 || found === undefined ? null : found.list;
}

const reasons = {
  referrals: 'list_of_referrals',
  investigations: 'list_of_investigations',
  due: 'list_of_due_dates',
  devices: 'list_of_devices',
} as const;

/** A list that Vigie exported is imported as what it lists; one that is for reading is not imported. */
export function requireNoOtherList(header: readonly string[], wanted: 'referrals' | 'investigations' | null): void {
  const list = listWith(header);
  if (list !== null && list !== wanted) throw new StoreFailure('invalid_input', reasons[list]);
}
