import { addDays } from '../../../db/ground/kernel/days.ts';
import type { Chance } from './chance.ts';
import type { Happened } from './facts.ts';
import type { Span, State, Written, WrittenRow } from './kinds.ts';
import { fill, precisionOf, spanOf, tellsYear } from './patterns.ts';
import type { Style } from './style.ts';

interface Outcome {
  readonly state: Written<State>;
  readonly ended: Written<Span | null>;
}

const undecided = (state: string, closed = '', way = closed): Outcome => ({
  state: { text: state, way: `${state} (undecided)`, value: undefined },
  ended: { text: closed, way: `${way} (undecided)`, value: undefined },
});

export function writeOutcome(
  chance: Chance,
  style: Style,
  fact: Happened,
  by: string,
  previous: WrittenRow | null,
): Outcome {
  const { words } = style;
  const spoken = { by, to: chance.pick(words.services) };
  const write = (pattern: string) => fill(pattern.replace('{dm}', style.dayMonth), fact.endedOn, spoken);
  if (chance.happens(0.01)) return undecided(write(chance.pick(words.undecidedOutcomes)));
  if (chance.happens(0.008)) return contradicted(chance, style, fact, write);
  if (previous !== null && chance.happens(0.01)) {
    const same = sameAs(chance, style, fact, previous);
    if (same !== null) return same;
  }
  if (fact.state === 'open') {
    const way = chance.habit(words.outcomes.open);
    const closed = chance.pick(words.openDays);
    return { state: { text: write(way), way, value: 'open' }, ended: { text: closed, way: closed, value: null } };
  }
  return ended(chance, style, fact, write);
}

function ended(chance: Chance, style: Style, fact: Happened, write: (pattern: string) => string): Outcome {
  const patterns = style.words.outcomes[fact.state];
  const fits = (pattern: string) => tellsYear(pattern.replace('{dm}', style.dayMonth), fact.receivedOn, fact.endedOn);
  const way = chance.habit(patterns.filter(fits));
  const inside = precisionOf(way.replace('{dm}', style.dayMonth));
  const state: Written<State> = { text: write(way), way, value: fact.state };
  if (inside !== 'unknown') {
    return { state, ended: { text: '', way, value: spanOf(inside, fact.receivedOn, fact.endedOn) } };
  }
  if (style.undecidedClosed.length > 0 && chance.happens(0.012)) {
    const closed = chance.pick(style.undecidedClosed);
    return { state, ended: { text: write(closed), way: `${closed} (undecided)`, value: undefined } };
  }
  const closed = chance.weigh(style.closed.filter(([pattern]) => fits(pattern)));
  const value = spanOf(precisionOf(closed), fact.receivedOn, fact.endedOn);
  return { state, ended: { text: write(closed), way: closed, value } };
}

/** An open referral with a closing day, a closing before the receipt, or a closing day without any state. */
function contradicted(chance: Chance, style: Style, fact: Happened, write: (pattern: string) => string): Outcome {
  const exact = style.closed.find(([pattern]) => precisionOf(pattern) === 'day')?.[0] ?? '{Y}-{m}-{d}';
  const what = chance.below(3);
  if (what === 0) return undecided(write(style.words.outcomes.open[0] ?? ''), write(exact), 'open with a closing day');
  if (what === 1) {
    const day = addDays(fact.receivedOn, -20);
    const [word = ''] = style.words.outcomes.concluded;
    const text = fill(exact, day);
    const value: State = 'concluded';
    return {
      state: { text: word, way: word, value },
      ended: { text, way: 'closed before receipt (undecided)', value: undefined },
    };
  }
  return {
    state: { text: '', way: 'no state, a closing day (undecided)', value: undefined },
    ended: { text: write(exact), way: exact, value: { first: fact.endedOn, last: fact.endedOn } },
  };
}

/** Null where the row above has no whole day that can be this row's too. */
function sameAs(chance: Chance, style: Style, fact: Happened, { truth }: WrittenRow): Outcome | null {
  const { ended: span, state } = truth;
  if (state === null || span === null || span.first !== span.last || span.first < fact.receivedOn) return null;
  const same = chance.pick(style.words.sameOutcome);
  return { state: { text: same, way: same, value: state }, ended: { text: same, way: same, value: span } };
}
