import { must } from '../../ground/kernel/assert.ts';
import type { DemonstrationDays } from './days.ts';
import { writeFunding } from './funding.ts';
import { pillars } from './fundingRows.ts';
import { coordinationWorkspaceName, otherUnits, ownUnits, programme, recipients } from './names.ts';
import { newDemonstrationWorkspace, ownPassphrases } from './newWorkspace.ts';
import { writeReturnTexts } from './returnTexts.ts';
import { Builder, type Processes } from './session.ts';
import { demonstrationPassphrase } from './signIns.ts';

/** When each agreement was to be signed and began, and when it was signed: late signatures are part of the story. */
function datesOf({ inYear }: DemonstrationDays) {
  return [
    [inYear(-5, '07-01'), inYear(-5, '06-24')],
    [inYear(-5, '04-01'), inYear(-5, '04-19')],
    [inYear(-5, '10-01'), inYear(-4, '01-11')],
    [inYear(-4, '04-01'), inYear(-4, '03-30')],
    [inYear(-4, '04-01'), inYear(-4, '06-02')],
    [inYear(-4, '10-01'), inYear(-4, '10-01')],
  ] as const;
}

/** Builds the coordination workspace: every pack verified and imported, its key confirmed, and the six agreements. */
export async function buildCoordinationWorkspace(
  parent: string,
  packs: readonly string[],
  processes: Processes,
  days: DemonstrationDays,
): Promise<Builder> {
  const builder = new Builder('coordination', processes, days);
  await newDemonstrationWorkspace(builder, parent, coordinationWorkspaceName, 'coordination');
  await builder.call('users.create', {
    login: 'coordonnatrice',
    displayName: 'Chloé Fictive',
    roles: ['coordinator'],
    unitIds: [],
    passphrase: demonstrationPassphrase,
  });
  await ownPassphrases(builder);
  await builder.signIn('coordonnatrice');
  for (const path of packs) {
    const file = builder.grant(path);
    const { fingerprint } = await builder.call('packs.inspect', { file });
    await builder.call('packs.import', { file, confirmFingerprint: fingerprint });
  }
  await builder.call('funding.savePillars', { pillars, read: [] });
  await makeAgreements(builder);
  return builder;
}

async function makeAgreements(builder: Builder): Promise<void> {
  const { units } = await builder.call('units.list', {});
  const idOf = (code: string) =>
    must(
      units.find((each) => each.code === code),
      'every unit came in a pack',
    ).id;
  for (const [position, recipient] of recipients.entries()) {
    const [startsOn, signedOn] = must(datesOf(builder.days)[position], 'every agreement has its dates');
    const codes = [
      ...(position === 0 ? ownUnits.map((each) => each.code) : []),
      ...otherUnits.filter((each) => each.agreement === position).map((each) => each.code),
    ];
    const { id } = await builder.call('agreements.save', {
      code: `AG-${String(position + 1).padStart(2, '0')}`,
      recipient,
      programme,
      signaturePlannedOn: startsOn,
      signedOn,
      startsOn,
      endsOn: builder.days.agreementsEndOn,
      languages: ['en', 'fr'],
      asksBacklogAvoided: position < 4,
      units: codes.map((code) => ({ unitId: idOf(code), from: startsOn, to: null })),
    });
    // The last one's funding and texts are left for who tries the demonstration.
    if (position === recipients.length - 1) continue;
    await writeFunding(builder, id, idOf(must(codes[0], 'every agreement funds a unit')));
    await writeReturnTexts(builder, id);
  }
}
