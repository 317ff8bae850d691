import { lastDayOf, type CivilDate } from '#contract/ground/dates';
import { must } from '../../ground/kernel/assert.ts';
import { writeFunding } from './funding.ts';
import { pillars } from './fundingRows.ts';
import { coordinationWorkspaceName, otherUnits, ownUnits, programme, recipients } from './names.ts';
import { newDemonstrationWorkspace, ownPassphrases } from './newWorkspace.ts';
import { writeReturnTexts } from './returnTexts.ts';
import { Builder, type Processes } from './session.ts';
import { demonstrationPassphrase } from './signIns.ts';

/** When each agreement began and was to be signed: late signatures are part of the story. */
const dates = [
  ['2021-07-01', '2021-07-01', '2021-06-24'],
  ['2021-04-01', '2021-04-01', '2021-04-19'],
  ['2021-10-01', '2021-10-01', '2022-01-11'],
  ['2022-04-01', '2022-04-01', '2022-03-30'],
  ['2022-04-01', '2022-04-01', '2022-06-02'],
  ['2022-10-01', '2022-10-01', '2022-10-01'],
] as const;

/** Builds the coordination workspace: every pack verified and imported, its key confirmed, and the six agreements. */
export async function buildCoordinationWorkspace(
  parent: string,
  packs: readonly string[],
  processes: Processes,
): Promise<Builder> {
  const builder = new Builder('coordination', processes);
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
    const [startsOn, planned, signed] = must(dates[position], 'every agreement has its dates');
    const codes = [
      ...(position === 0 ? ownUnits.map((each) => each.code) : []),
      ...otherUnits.filter((each) => each.agreement === position).map((each) => each.code),
    ];
    const { id } = await builder.call('agreements.save', {
      code: `AG-${String(position + 1).padStart(2, '0')}`,
      recipient,
      programme,
      signaturePlannedOn: planned,
      signedOn: signed,
      startsOn: startsOn,
      endsOn: lastDayOf('2027-03' as never),
      languages: ['en', 'fr'],
      asksBacklogAvoided: position < 4,
      units: codes.map((code) => ({ unitId: idOf(code), from: startsOn as CivilDate, to: null })),
    });
    // The last one's funding and texts are left for who tries the demonstration.
    if (position === recipients.length - 1) continue;
    await writeFunding(builder, id, idOf(must(codes[0], 'every agreement funds a unit')));
    await writeReturnTexts(builder, id);
  }
}
