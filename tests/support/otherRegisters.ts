import { bilingual } from './otherRegisters/bilingual.ts';
import { keepRegister } from './otherRegisters/keepRegister.ts';
import type { OtherRegister } from './otherRegisters/kinds.ts';
import { municipal } from './otherRegisters/municipal.ts';
import { provincial } from './otherRegisters/provincial.ts';
import { remarks } from './otherRegisters/remarks.ts';
import { rural } from './otherRegisters/rural.ts';

const units = { rural, provincial, municipal, remarks, bilingual };
export type KeptBy = keyof typeof units;
export const keptBy = Object.keys(units) as KeptBy[];

/** A register of a kind of unit, with what a careful person reads in each row. */
export function otherRegister(unit: KeptBy, seed: number, share = 1): OtherRegister {
  const habits = units[unit];
  return keepRegister({ ...habits, rows: Math.round(habits.rows * share) }, seed);
}
