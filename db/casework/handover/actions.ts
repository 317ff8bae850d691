import { eq } from 'drizzle-orm';
import { must } from '../../ground/kernel/assert.ts';
import { languages } from '../../documents/page/language.ts';
import { printerOf } from '../../documents/page/print.ts';
import { user } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { getSetting } from '../../store/settings.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { handoverPaper } from './paper.ts';
import { handoverOf } from './reads.ts';

export const handoverActions: { readonly 'handover.print': ActionHandler<'handover.print'> } = {
  'handover.print': async (context, { unitId, userId, file, locale }) => {
    const { read, clock } = context;
    const print = printerOf(context.print);
    const path = context.path(file);
    const detail = await handoverOf(read, { unitId, userId }, clock);
    const [officer] = await read.select().from(user).where(eq(user.id, userId));
    const [own] = await read.select().from(unit).where(eq(unit.id, unitId));
    const { code, nameEn, nameFr } = must(own, 'dispatch has found the unit in scope');
    const page = handoverPaper({
      language: languages[locale],
      officer: officer?.displayName ?? '',
      unit: `${code} - ${locale === 'en' ? nameEn : nameFr}`,
      marking: await getSetting(read, 'marking'),
      detail,
    });
    const pdf = await print(page, clock.now());
    await leaveWorkspace(context, {
      path,
      bytes: pdf,
      fact: {
        subject: { kind: 'handover', id: userId },
        facts: { unitId, files: detail.investigations.length, referrals: detail.referrals.length },
      },
    });
    return {};
  },
};
