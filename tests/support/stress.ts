export const isStress = process.env['VIGIE_STRESS'] !== undefined;

/** How often a thing is tried: a few times in `npm test`, as often as is named second under `npm run stress`. */
export const times = (few: number, many: number): number => (isStress ? many : few);
