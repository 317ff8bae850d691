import type { CivilDate } from '#contract/ground/dates';
import type { Chance } from './chance.ts';
import type { Happened } from './facts.ts';
import type { Facts, Field, Truth, Written, WrittenRow } from './kinds.ts';
import { fill, tellsYear } from './patterns.ts';
import type { Style } from './style.ts';
import { writeOutcome } from './writeOutcome.ts';

const initials = ['JT', 'PM', 'MC', 'SB', 'RL', 'GD'];

/** Of what is written before it, a row may say that it is the same. */
export function writeRow(chance: Chance, style: Style, fact: Happened, previous: WrittenRow | null): WrittenRow {
  const by = chance.pick(initials);
  const received = writeReceived(chance, style, fact, previous);
  const source = writeSource(chance, style, fact, previous);
  const unit = writeUnit(chance, style, fact, previous);
  const number = writeNumber(chance, style, fact);
  const outcome = writeOutcome(chance, style, { ...fact, receivedOn: received.value ?? fact.receivedOn }, by, previous);
  const ended = received.value === undefined && outcome.ended.value ? undefined : outcome.ended.value;
  const values = {
    receivedOn: received.value,
    source: source.value,
    unit: unit.value,
    externalNumber: number.value,
    state: outcome.state.value,
    ended,
  };
  const known = Object.entries(values).map(([field, value]) => [field, value ?? null]);
  return {
    texts: {
      received: received.text,
      source: source.text,
      unit: unit.text,
      number: number.text,
      outcome: outcome.state.text,
      closed: outcome.ended.text,
      by,
      own: `${fact.receivedOn.slice(0, 4)}-${String(fact.serial + 101).padStart(5, '0')}`,
      remark: chance.habit(style.words.remarks),
    },
    truth: {
      ...(Object.fromEntries(known) as unknown as Facts),
      undecided: (Object.keys(values) as Field[]).filter((field) => values[field] === undefined),
      ways: {
        receivedOn: received.way,
        source: source.way,
        unit: unit.way,
        externalNumber: number.way,
        state: outcome.state.way,
        ended: outcome.ended.way,
      },
    },
  };
}

function writeReceived(chance: Chance, style: Style, fact: Happened, previous: WrittenRow | null): Written<CivilDate> {
  const { receivedOn } = fact;
  if (chance.happens(0.012)) {
    const way = chance.pick(style.undecidedReceived);
    return { text: fill(way, receivedOn), way: `${way} (undecided)`, value: undefined };
  }
  const above = previous?.truth.receivedOn;
  // Nobody refers to what is above the title of a month.
  if (above?.slice(0, 7) === receivedOn.slice(0, 7) && chance.happens(0.012)) {
    const way = chance.pick(style.words.sameSource);
    return { text: way, way, value: above };
  }
  const possible = style.received.filter(([pattern]) => tellsYear(pattern, receivedOn, receivedOn));
  const way = chance.weigh(possible);
  return { text: fill(way, receivedOn, { time: `${String(8 + chance.below(10))}:15` }), way, value: receivedOn };
}

function writeSource(
  chance: Chance,
  { words }: Style,
  { source }: Happened,
  previous: WrittenRow | null,
): Written<Truth['source']> {
  if (chance.happens(0.012)) {
    const text = chance.pick(words.undecidedSources);
    return { text, way: `${text} (undecided)`, value: undefined };
  }
  if (previous?.truth.source && chance.happens(0.025)) {
    const text = chance.pick(words.sameSource);
    return { text, way: text, value: previous.truth.source };
  }
  const text = chance.habit(words.sources[source]);
  return { text, way: text, value: source };
}

function writeUnit(chance: Chance, style: Style, { unit }: Happened, previous: WrittenRow | null): Written<string> {
  const names = style.units?.[unit];
  if (names === undefined) return { text: '', way: '', value: unit };
  if (chance.happens(0.005)) return { text: '?', way: '? (undecided)', value: undefined };
  if (previous?.truth.unit && chance.happens(0.02)) {
    const text = chance.pick(style.words.sameSource);
    return { text, way: text, value: previous.truth.unit };
  }
  const text = chance.habit(names);
  return { text, way: text, value: unit };
}

function writeNumber(chance: Chance, style: Style, fact: Happened): Written<string | null> {
  const isPolice = fact.source === 'ncecc' || fact.source === 'cybertip' || fact.source === 'mandatory_report';
  if (!isPolice && chance.happens(0.8)) {
    const text = chance.habit(style.words.noNumber);
    return { text, way: text, value: null };
  }
  const digits = String(90_000_000 + fact.serial * 5003 + chance.below(5000));
  const way = chance.weigh(style.numbers);
  const text = fill(way, fact.receivedOn, {
    n: digits,
    n4: `${digits.slice(0, 4)} ${digits.slice(4)}`,
    n5: digits.slice(2),
    other: String(Number(digits) + 1),
    lost: `${digits.slice(0, 1)}.${digits.slice(1, 3)}E+07`,
  });
  return { text, way, value: way.includes('{lost}') ? undefined : text };
}
