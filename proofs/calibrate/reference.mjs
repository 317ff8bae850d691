// What the reference implementation of the method (NumPy) measured at the last month, on panels of its own.
// Source: Vigie method note, section 6. Coverage of units and totals at 50, 80 and 95 %; bias, true gap and RMSE in files.

/** @type {Record<string, { panels: number, unit: number[], total: number[], bias: number, gap: number, rmse: number }>} */
export const reference = {
  sbc: { panels: 160, unit: [0.54, 0.8, 0.94], total: [0.49, 0.77, 0.93], bias: 3, gap: 122, rmse: 51 },
  covid: { panels: 24, unit: [0.55, 0.82, 0.96], total: [0.58, 0.71, 0.96], bias: -2, gap: 198, rmse: 44 },
  null: { panels: 24, unit: [0.82, 0.96, 1], total: [0.67, 0.88, 0.96], bias: 4, gap: 0, rmse: 18 },
  'ar1-monthly': { panels: 24, unit: [0.58, 0.87, 0.99], total: [0.54, 0.79, 1], bias: 3, gap: 205, rmse: 41 },
  'ar1-monthly-ignored': {
    panels: 24,
    unit: [0.37, 0.57, 0.76],
    total: [0.21, 0.46, 0.58],
    bias: 34,
    gap: 192,
    rmse: 128,
  },
  drift: { panels: 24, unit: [0.54, 0.84, 0.96], total: [0.46, 0.75, 0.92], bias: -2, gap: 175, rmse: 46 },
  'inflow-tied': { panels: 24, unit: [0.53, 0.81, 0.95], total: [0.42, 0.83, 0.96], bias: 3, gap: 139, rmse: 59 },
  'induced-ignored': { panels: 24, unit: [0.31, 0.57, 0.83], total: [0.21, 0.21, 0.25], bias: 47, gap: 156, rmse: 68 },
  'induced-split': { panels: 24, unit: [0.62, 0.89, 0.98], total: [0.5, 0.92, 1], bias: 5, gap: 153, rmse: 36 },
  'delta-fixed': { panels: 24, unit: [0.14, 0.18, 0.23], total: [0, 0, 0], bias: 73, gap: 122, rmse: 93 },
  diminishing: { panels: 24, unit: [0.63, 0.88, 0.97], total: [0.5, 0.83, 0.96], bias: 10, gap: 143, rmse: 33 },
  'ramp-24': { panels: 24, unit: [0.61, 0.91, 0.98], total: [0.58, 0.83, 1], bias: 0, gap: 147, rmse: 30 },
  'independent-luck': { panels: 24, unit: [0.23, 0.4, 0.54], total: [0.29, 0.54, 0.83], bias: 4, gap: 170, rmse: 138 },
  'independent-luck-both': {
    panels: 24,
    unit: [0.42, 0.68, 0.86],
    total: [0.46, 0.63, 0.88],
    bias: 4,
    gap: 170,
    rmse: 131,
  },
  'gaps-as-zero': { panels: 24, unit: [0.57, 0.85, 0.97], total: [0.46, 0.83, 0.96], bias: -5, gap: 173, rmse: 40 },
};
