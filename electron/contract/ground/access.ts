import type { Role } from './codes.ts';

/** Who works cases. */
export const caseRoles = ['investigator', 'supervisor'] as const satisfies readonly Role[];

/** Who may call a method, in which workspace, and which field of its input names what the caller must reach. */
export const cases = { roles: caseRoles, workspace: 'unit' } as const;
export const byInvestigation = { ...cases, scope: { investigation: 'investigationId' } } as const;
export const byFile = { ...cases, scope: { file: 'file' } } as const;
export const byReferral = { ...cases, scope: { referral: 'referralId' } } as const;
export const byReferrals = { ...cases, scope: { referrals: 'referralIds' } } as const;
export const byUnit = { ...cases, scope: { unit: 'unitId' } } as const;
export const byUnits = { ...cases, scope: { units: 'unitIds' } } as const;
export const byFilteredUnit = { ...cases, scope: { unit: 'filter.unitId' } } as const;
export const coordinator = { roles: ['coordinator'], workspace: 'coordination' } as const;
export const coordination = { roles: ['coordinator', 'administrator'], workspace: 'coordination' } as const;
