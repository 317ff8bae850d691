import { z } from 'zod';
import { hidesImage, nothing } from '../ground/common.ts';
import { read, write } from '../ground/define.ts';
import { unitId } from '../ground/ids.ts';

/** The forms that are long enough to be missed. */
export const draftForm = z.enum([
  'referral',
  'referral_edit',
  'referral_conclusion',
  'referral_return',
  'danger_decision',
  'protection_notice',
  'score',
  'check',
  'transfer',
  'investigation',
  'investigation_conclusion',
  'authority',
  'override',
  'note',
  'next_step',
  'explanation',
  'narrative',
]);

/** Where a draft belongs: a form and, where the form is about one, a file and its unit. */
export const draftPlace = z.object({ form: draftForm, subject: z.string().max(120), unitId: unitId.nullable() });
export type DraftPlace = z.infer<typeof draftPlace>;

const longest = 64_000;

const single = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const typed = z.union([single, z.array(z.string()), z.record(z.string().max(60), single)]);

/** As typed, valid or not. */
export const draftValues = z.record(z.string().max(60), typed).superRefine((values, problems) => {
  const text = JSON.stringify(values);
  if (text.length > longest) problems.addIssue({ code: 'custom', message: 'too_big' });
  if (hidesImage(text)) problems.addIssue({ code: 'custom', message: 'contains_binary' });
});

/** The record as the typing began with it, of a form that changes one: what others save since is compared with it. */
const begun = z.object({ version: z.int(), values: draftValues }).nullable().default(null);

export const draftMethods = {
  'drafts.get': read(
    draftPlace,
    z.object({ draft: z.object({ values: draftValues, begun, savedAt: z.int() }).nullable() }),
    {
      roles: 'anyone',
      scope: { unit: 'unitId' },
      audited: { not: 'own' },
    },
  ),
  'drafts.save': write(draftPlace.extend({ values: draftValues, begun }), nothing, {
    roles: 'anyone',
    scope: { unit: 'unitId' },
    touches: [],
  }),
  'drafts.discard': write(draftPlace, nothing, { roles: 'anyone', scope: { unit: 'unitId' }, touches: [] }),
};
