/**
 * A stream of pseudo-random numbers. The same seed and label give the same numbers, in the same order, on every machine.
 * - `uint32`: whole number from 0 to 2^32 - 1
 * - `uniform`: strictly between 0 and 1, 52 random bits
 * - `normal`: mean 0, standard deviation 1
 */
export type Random = {
  readonly uint32: () => number;
  readonly uniform: () => number;
  readonly normal: () => number;
};

export type RandomState = readonly [number, number, number, number];

const goldenGamma = 0x9e3779b9;

/** Outputs thrown away after seeding: the first depend on one word of the state alone. */
const warmUp = 12;

/**
 * Generator xoshiro128** 1.1 of Blackman and Vigna ("Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), with the
 * state given outright. Normals by Marsaglia and Bray's polar method (1964), whose second value is kept for the next call.
 * @param state four unsigned 32-bit words, not all zero; RangeError otherwise
 */
export function createRandomFromState(state: RandomState): Random {
  if (state.every((word) => word >>> 0 === 0))
    throw new RangeError('The state of the generator must not be all zeros.');
  let [s0, s1, s2, s3] = state;
  let spareNormal: number | null = null;

  function uint32(): number {
    const product = Math.imul(s1, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  function uniform(): number {
    const high = uint32() >>> 6;
    const low = uint32() >>> 6;
    return (high * 67_108_864 + low + 0.5) / 4_503_599_627_370_496;
  }

  function normal(): number {
    if (spareNormal !== null) {
      const kept = spareNormal;
      spareNormal = null;
      return kept;
    }
    for (;;) {
      const first = 2 * uniform() - 1;
      const second = 2 * uniform() - 1;
      const square = first * first + second * second;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        spareNormal = second * scale;
        return first * scale;
      }
    }
  }

  return { uint32, uniform, normal };
}

/** The finaliser of MurmurHash3, as in SplitMix32: turns neighbouring seeds into unrelated words. */
function mix(value: number): number {
  let word = value | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
}

/** FNV-1a, 32 bits, over the UTF-16 code units of the text. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A stream for a seed and a label. Streams with different labels (one for each unit, one for what the units share) are unrelated, so
 * adding a unit does not change the numbers of another.
 * @param seed whole number from 0 to 2^32 - 1; RangeError otherwise
 */
export function createRandom(seed: number, label = ''): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError('A seed is a whole number from 0 to 4294967295.');
  }
  const hash = hashText(label);
  const first = mix(seed + goldenGamma);
  const second = mix(hash ^ first);
  const third = mix(seed ^ mix(hash + goldenGamma));
  const random = createRandomFromState([first, second, third, mix(second + third + goldenGamma)]);
  for (let skipped = 0; skipped < warmUp; skipped += 1) random.uint32();
  return random;
}
