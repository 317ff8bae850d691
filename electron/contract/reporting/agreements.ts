import { z } from 'zod';
import { coordination } from '../ground/access.ts';
import { locale } from '../ground/codes.ts';
import { bilingual, line, nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { agreementId, unitId } from '../ground/ids.ts';

export const agreementUnit = z.object({ unitId, from: civilDate, to: civilDate.nullable() });

const facts = {
  code: line(20),
  recipient: bilingual,
  programme: bilingual,
  signaturePlannedOn: civilDate.nullable(),
  signedOn: civilDate.nullable(),
  startsOn: civilDate,
  endsOn: civilDate,
  /** The languages in which explanations are asked for. */
  languages: z.array(locale).min(1),
  /** The backlog avoided (K1) is in a return only where the agreement asks for it. */
  asksBacklogAvoided: z.boolean(),
  /** Codes of the indicators that it demands in addition to K1; null: every one of the framework in force, and none of them is insisted on. */
  indicators: z.array(line(20)).min(1).nullable().default(null),
  units: z.array(agreementUnit),
};

export const agreement = z.object({ id: agreementId, version, ...facts });
export type Agreement = z.infer<typeof agreement>;

export const agreementMethods = {
  'agreements.list': read(nothing, z.object({ agreements: z.array(agreement) }), {
    ...coordination,
    audited: { not: 'programme' },
  }),
  /** Who sees some agreements only makes no new one and leaves their units as they are. */
  'agreements.save': write(
    z.object({ id: agreementId.optional(), version: version.optional(), ...facts }),
    z.object({ id: agreementId }),
    { ...coordination, scope: { agreement: 'id' }, touches: ['agreements', 'returns', 'backlog'] },
  ),
};
