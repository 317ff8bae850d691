const balances: readonly string[] = ['B1', 'B2', 'B3', 'B4', 'S1', 'S2', 'P1', 'K1'];

/** What there is on a day, by our codes: it is not added up over quarters. */
export const isBalance = (code: string): boolean => balances.includes(code);
