import { methodNamed, type Output, type ParsedInput } from '#contract/index';
import { StoreFailure, toFailure } from '../ground/kernel/failure.ts';
import { deskPlace, type DeskDraft, type DeskDrafts } from './deskDrafts.ts';
import { isAway } from './postgres/connection.ts';
import type { Store } from './store.ts';

type Ask = () => Promise<unknown>;

const writes = ['drafts.save', 'drafts.discard'] as const;

/** Where the server has answered that it keeps no such draft, waiting for it is in vain. */
const refusals: readonly unknown[] = ['forbidden', 'not_found', 'invalid_input'];

/** On a server a draft is first kept at the desk, and there no longer than until the server has it. */
export async function withDeskDrafts(store: Store, name: string, rawInput: unknown, ask: Ask): Promise<unknown> {
  const { deskDrafts } = store;
  if (!deskDrafts) return ask();
  if (name === 'drafts.get') return newest(deskDrafts, rawInput, ask);
  const method = writes.find((each) => each === name);
  const given =
    method && (methodNamed(method).input.safeParse(rawInput).data as ParsedInput<typeof method> | undefined);
  if (!given) return ask();
  const { form, subject, unitId } = given;
  const { values, begun } = 'values' in given ? given : { values: null, begun: null };
  const draft = { place: { form, subject, unitId }, values, begun, savedAt: store.options.clock.now() };
  deskDrafts.put(draft);
  return handOver(deskDrafts, draft, ask);
}

async function handOver(drafts: DeskDrafts, draft: DeskDraft, ask: Ask): Promise<unknown> {
  try {
    const output = await ask();
    drafts.remove(draft);
    return output;
  } catch (error) {
    if (refusals.includes(toFailure(error).code)) drafts.remove(draft);
    if (isAwayOrUnsure(error)) return {};
    throw error;
  }
}

const isAwayOrUnsure = (error: unknown): boolean =>
  isAway(error) || (error instanceof StoreFailure && error.reason === 'server_answer_lost');

async function newest(drafts: DeskDrafts, rawInput: unknown, ask: Ask): Promise<unknown> {
  const place = deskPlace.safeParse(rawInput).data;
  const here = place && drafts.at(place);
  if (!here) return ask();
  const { values, begun = null, savedAt } = here;
  const own = { draft: values && { values, begun, savedAt } };
  try {
    const there = (await ask()) as Output<'drafts.get'>;
    return there.draft && there.draft.savedAt > savedAt ? there : own;
  } catch (error) {
    if (isAwayOrUnsure(error)) return own;
    throw error;
  }
}
