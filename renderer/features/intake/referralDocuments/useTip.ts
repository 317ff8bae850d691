import { useState } from 'react';
import type { ReferralSource, RiskBand } from '#contract/ground/codes';
import type { InvestigationId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { identifierFacts } from '#contract/casework/identifiers';
import type { TipDraft, TipField } from '#contract/intake/referralDocuments';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { today } from '../../../lib/today.ts';
import type { Names } from '../../../lib/useNames.ts';
import { useLinkReferral } from '../../casework/persons/useLinkReferral.ts';
import { useChosenFile } from '../../../bridge/chosenFile.ts';

export interface TipFacts {
  readonly unitId: string;
  readonly source: ReferralSource;
  readonly receivedOn: string;
  readonly riskBand: string;
  readonly externalNumber: string;
  readonly priorityReceived: string;
  readonly summary: string;
}

/** Positions in the draft of what a person confirmed. */
export interface Taken {
  readonly persons: ReadonlySet<number>;
  readonly identifiers: ReadonlySet<number>;
}

export const nothing: Taken = { persons: new Set(), identifiers: new Set() };

export function allOf(draft: TipDraft): Taken {
  return { persons: new Set(draft.persons.keys()), identifiers: new Set(draft.identifiers.keys()) };
}

const found = (draft: TipDraft, field: TipField): string =>
  draft.fields.find((each) => each.field === field)?.value ?? '';

function factsOf(draft: TipDraft, unitId: string): TipFacts {
  return {
    unitId,
    source: 'ncecc',
    receivedOn: today(),
    riskBand: '',
    externalNumber: found(draft, 'externalNumber'),
    priorityReceived: found(draft, 'priorityReceived'),
    summary: found(draft, 'summary'),
  };
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** What was confirmed and nothing else; a person that was not leaves its identifiers to the referral. */
export function toInput(draft: TipDraft, facts: TipFacts, taken: Taken, acceptDuplicate: boolean): Input<'tips.log'> {
  const persons = [...taken.persons].sort((a, b) => a - b);
  const position = new Map(persons.map((person, index) => [person, index]));
  const { unitId, source, receivedOn } = facts;
  return {
    unitId,
    source,
    receivedOn,
    externalNumber: given(facts.externalNumber),
    priorityReceived: given(facts.priorityReceived),
    riskBand: given(facts.riskBand) as RiskBand | undefined,
    summary: given(facts.summary),
    acceptDuplicate,
    format: draft.format,
    persons: draft.persons.flatMap(({ role, name, ageBand, gender }, index) =>
      taken.persons.has(index) ? [{ role, name, ageBand, gender }] : [],
    ),
    identifiers: draft.identifiers.flatMap((found, index) => {
      const person = found.person === null ? null : (position.get(found.person) ?? null);
      return taken.identifiers.has(index) ? [{ ...identifierFacts.parse(found), person }] : [];
    }),
    counts: [...draft.counts],
  };
}

function toggled(taken: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(taken);
  if (!next.delete(index)) next.add(index);
  return next;
}

/** One document on its way in: read, confirmed, logged, and gone from the page. */
export function useTip(names: Names) {
  const read = useWrite('tips.read');
  const log = useWrite('tips.log');
  const linking = useLinkReferral();
  const job = useJob();
  const [facts, setFacts] = useState<TipFacts | null>(null);
  const [taken, setTaken] = useState<Taken>(nothing);
  const [acceptDuplicate, setAcceptDuplicate] = useState(false);
  const ownUnit = names.units[0]?.id ?? '';
  const file = useChosenFile('tip', (chosen) => {
    log.reset();
    linking.reset();
    setAcceptDuplicate(false);
    read.mutate(
      { file: chosen.grant, jobId: job.start() },
      {
        onSuccess: (draft) => {
          setFacts(factsOf(draft, ownUnit));
          // Elements of a report have a meaning of their own; what was found in running text waits to be looked at.
          setTaken(draft.format === 'pdf' ? nothing : allOf(draft));
        },
      },
    );
  });
  const forget = () => {
    for (const each of [read, log]) each.reset();
    file.forget();
    setFacts(null);
    setTaken(nothing);
  };
  const draft = read.data;
  return {
    file,
    read,
    log,
    linking,
    job,
    draft,
    facts,
    taken,
    acceptDuplicate,
    setAcceptDuplicate,
    setFact: (change: Partial<TipFacts>) => {
      setAcceptDuplicate(false);
      setFacts((held) => held && { ...held, ...change });
    },
    toggle: (part: keyof Taken, index: number) => {
      setTaken({ ...taken, [part]: toggled(taken[part], index) });
    },
    take: setTaken,
    forget,
    /** Logs what was confirmed, and links it to an investigation where one is given. */
    submit: (to?: InvestigationId) => {
      if (draft === undefined || facts === null) return;
      log.mutate(toInput(draft, facts, taken, acceptDuplicate), {
        onSuccess: ({ id }) => {
          if (to !== undefined) linking.link(to, id);
        },
      });
    },
  };
}

export type Tip = ReturnType<typeof useTip>;
