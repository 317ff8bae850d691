import { isStress } from './stress.ts';

/** `npm run test:all`, `npm run stress` and `npm run torture`: also what takes long, which `npm test` names as not run. */
export const isWhole = isStress || process.env['VIGIE_WHOLE'] === '1' || process.env['VIGIE_TORTURE'] === '1';
