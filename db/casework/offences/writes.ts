import type { CivilDate } from '#contract/ground/dates';
import { heldInvestigation } from '../investigationState/change.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fileOffence } from '../../ground/schema/unit/offences.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { WriteHandler } from '../../store/types.ts';
import { catalogueInForce } from './catalogue.ts';
import { findOffence, isValidOn } from './rules.ts';

type Handlers = { readonly [M in 'offences.add']: WriteHandler<M> };

function wrong(path: string, code: 'date_in_future' | 'date_before_previous' | 'offence_not_valid'): StoreFailure {
  return new StoreFailure('invalid_input', code, path);
}

interface Dated {
  readonly offence: string;
  readonly firstOn: CivilDate;
  readonly lastOn: CivilDate;
}

async function requireValid(tx: WriteTx, { offence, firstOn, lastOn }: Dated, today: CivilDate): Promise<void> {
  if (lastOn < firstOn) throw wrong('lastOn', 'date_before_previous');
  if (lastOn > today) throw wrong('lastOn', 'date_in_future');
  const found = findOffence(await catalogueInForce(tx), offence);
  if (found === undefined || !isValidOn(found, firstOn, lastOn)) throw wrong('offence', 'offence_not_valid');
}

export const offenceWrites: Handlers = {
  'offences.add': async (tx, { investigationId, ...facts }, context) => {
    const { unitId } = await heldInvestigation(tx, investigationId);
    await requireValid(tx, facts, context.clock.today());
    const id = context.newId();
    await tx.insert(fileOffence).values({
      id,
      investigationId,
      unitId,
      ...facts,
      enteredAt: context.clock.now(),
      enteredBy: context.session.user.id,
    });
    return {
      output: { id },
      audit: {
        subject: { kind: 'offence', id },
        facts: { file: investigationId },
        changes: changesBetween(null, facts),
      },
    };
  },
};
