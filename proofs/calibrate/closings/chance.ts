/** Chance of its own: what the model draws with is not used to judge it. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  readonly share: () => number;
  readonly between: (low: number, high: number) => number;
  /** A whole number from one to another, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly happens: (chance: number) => boolean;
  /** Normal, mean 0 and deviation 1. */
  readonly bell: () => number;
  /** Gamma with mean 1 and this shape: how much better or worse than usual. */
  readonly luck: (shape: number) => number;
  /** Poisson with this mean. */
  readonly count: (mean: number) => number;
  /** Failures before the first success: how many months go by. */
  readonly wait: (chance: number) => number;
};

/** FNV-1a over the text. Source: Fowler, Noll and Vo. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value;
}

/** The generator sfc32 of PractRand (C. Doty-Humphrey), 64 numbers after its seeding. */
function sfc32(seed: number, label: string): () => number {
  let [a, b, c, counter] = [seed | 0, hash(label), 0x2545f491, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let drawn = 0; drawn < 64; drawn += 1) next();
  return next;
}

/** Shapes of a half and more: a sum of exponentials and, for half a one, the square of a normal. */
function sumOfWaits(share: () => number, bell: () => number, shape: number): number {
  const halves = Math.round(2 * shape);
  let sum = halves % 2 === 1 ? bell() ** 2 / 2 : 0;
  for (let whole = 1; whole <= Math.floor(halves / 2); whole += 1) sum -= Math.log(1 - share());
  return (2 * sum) / halves;
}

/** @param seed whole number; @param label of the stream: streams of one seed are independent of each other */
export function chanceFrom(seed: number, label: string): Chance {
  const share = sfc32(seed, label);
  const between = (low: number, high: number): number => low + (high - low) * share();
  const bell = (): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return {
    share,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    happens: (chance) => share() < chance,
    bell,
    luck: (shape) => sumOfWaits(share, bell, shape),
    count: (mean) => {
      let passed = 0;
      for (let time = -Math.log(1 - share()); time < mean; time -= Math.log(1 - share())) passed += 1;
      return passed;
    },
    wait: (chance) => (chance > 0 ? Math.floor(Math.log(1 - share()) / Math.log(1 - chance)) : Infinity),
  };
}
