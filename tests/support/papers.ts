import type { InvestigationId, PaperId, PersonId, ReferralId, UnitId } from '#contract/ground/ids';
import type { Input, Output } from '#contract/index';
import type { PaperDecision, PaperFacts, PaperRecord } from '#contract/custody/disclosure';
import type { PrintedPage } from '#contract/ground/printedPage';
import { authorityInput } from './authorities.ts';
import { identifierInput, personInput } from './persons.ts';
import { createTestStore, createUnitAndUser, type TestStore } from './store.ts';

export type Paper = Output<'papers.get'>;

export interface PaperDesk {
  readonly test: TestStore;
  /** What was asked to be printed, the earliest first. */
  readonly pages: PrintedPage[];
  readonly unitId: UnitId;
  readonly file: InvestigationId;
  readonly referral: ReferralId;
  readonly subject: PersonId;
}

/** A file with a record of most kinds: its subject is Jean Tremblay, its victim Zoé Lachance. */
export async function createPaperDesk(): Promise<PaperDesk> {
  const pages: PrintedPage[] = [];
  const test = await createTestStore('unit', (page) => {
    pages.push(page);
    return Promise.resolve(Buffer.from(page.html, 'utf8'));
  });
  const { unitId } = await createUnitAndUser(test);
  const { id: referral } = await test.call('referrals.log', {
    unitId,
    source: 'ncecc',
    receivedOn: '2026-10-01',
    summary: 'The account of jean tremblay was reported.',
  });
  const opened = { unitId, openedOn: '2026-10-02', referralIds: [referral], lead: null };
  const { id: file } = await test.call('investigations.open', opened);
  const own = { kind: 'investigation', id: file } as const;
  const { id: subject } = await test.call(
    'persons.add',
    personInput(own, 'subject', { name: 'Jean Tremblay', ageBand: '18_plus' }),
  );
  await test.call('persons.add', personInput(own, 'victim', { name: 'Zoé Lachance', ageBand: '12_13' }));
  await test.call('identifiers.add', {
    ...identifierInput(own, 'email', 'night.owl@example.org', { obtained: 'volunteered' }),
    personId: subject,
  });
  await test.call(
    'authorities.record',
    authorityInput(file, 'production_order_general', '2026-10-05', { heldBy: 'Provider X', dueOn: '2026-11-05' }),
  );
  await test.call('tasks.add', { investigationId: file, what: 'Call the school of Zoe', owner: null, dueOn: null });
  await addNote(test, file, 'Met Mr TREMBLAY; the informer is called Blackbird.\nNothing else.', 0);
  return { test, pages, unitId, file, referral, subject };
}

export async function addNote(test: TestStore, file: InvestigationId, text: string, seen: number): Promise<void> {
  await test.call('notes.add', { investigationId: file, text, corrects: null, seen });
}

export const crownFacts = {
  recipient: 'Crown office of the North',
  reference: 'D-1',
  requestedOn: '2026-11-01',
  languages: 'both',
  namesIncluded: false,
  requesterId: null,
} as const satisfies Input<'papers.describe'> extends infer I ? Partial<I> : never;

export async function beginPaper(
  { test, file }: PaperDesk,
  given: Partial<PaperFacts & Pick<Input<'papers.begin'>, 'kind' | 'supplements'>> = {},
): Promise<PaperId> {
  const input = { investigationId: file, kind: 'crown' as const, supplements: null, ...crownFacts, ...given };
  return (await test.call('papers.begin', input)).id;
}

export function getPaper({ test, file }: PaperDesk, paperId: PaperId): Promise<Paper> {
  return test.call('papers.get', { investigationId: file, paperId });
}

const nothing = { ground: null, remark: null, fields: [], spans: [] } as const;

/** Decides on the records that are chosen, as they are now. */
export async function decide(
  desk: PaperDesk,
  paperId: PaperId,
  chooses: (record: PaperRecord) => boolean,
  decision: Pick<PaperDecision, 'way'> & Partial<PaperDecision>,
): Promise<void> {
  const { paper, records } = await getPaper(desk, paperId);
  await desk.test.call('papers.decide', {
    investigationId: desk.file,
    paperId,
    version: paper.version,
    records: records.filter(chooses).map(({ id, digest }) => ({ id, digest })),
    decision: { ...nothing, ...decision, fields: [...(decision.fields ?? [])], spans: [...(decision.spans ?? [])] },
  });
}

/** Issues what is on screen now. */
export async function issueInput(desk: PaperDesk, paperId: PaperId): Promise<Input<'papers.issue'>> {
  const { paper, contents } = await getPaper(desk, paperId);
  const folder = desk.test.grant(desk.test.parent);
  return { investigationId: desk.file, paperId, version: paper.version, contents, on: '2026-11-24', folder };
}
