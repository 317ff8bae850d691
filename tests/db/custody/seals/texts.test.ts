import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeEach, describe, expect } from 'vitest';
import type { CaseFile, CorrectionId, InvestigationId, PersonId } from '#contract/ground/ids';
import { tablesOf } from '../../../../db/store/postgres/server/tables.ts';
import { writtenIn } from '../../../../db/custody/seals/texts.ts';
import { isWritten, protectionOf } from '../../../../db/ground/schema/common/columns.ts';
import { authorityInput, openFile } from '../../../support/authorities.ts';
import { noChildIdentified } from '../../../support/danger.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { it, test, unitId, userId as me } from '../../../support/fixtures/unit.ts';
import { clearWords } from '../../store/postgres/server/encryptedColumns.ts';

/** Of the columns in which people write, those where no text of one file is. */
const excused: Readonly<Record<string, string>> = {
  'approval.reason': 'of an account',
  'audit_value.value': 'hidden by the seal itself',
  'clearance_reason.name_en': 'a list',
  'clearance_reason.name_fr': 'a list',
  'counting_rule.statement_en': 'of a unit',
  'counting_rule.statement_fr': 'of a unit',
  'draft.form_values': 'shown to its author alone',
  'exchange.name': 'of another service',
  'exchange.peer_name': 'of another service',
  'exchange_message.contact': 'of another service',
  'extract_change.after': 'rows as an undo puts them back, shown nowhere',
  'extract_change.before': 'rows as an undo puts them back, shown nowhere',
  'extract_record.said': 'compared with the next extract, and shown nowhere',
  'file_import.file_name': 'of an import',
  'file_partner.name': 'of the register of services',
  'handover.training_notes': 'of an officer',
  'import_mapping.columns': 'of an import',
  'import_mapping.file_name': 'of an import',
  'import_mapping.name': 'of an import',
  'investigation.number': 'a number',
  'list_setting.columns': 'of a list',
  'list_view.columns': 'of a list',
  'list_view.filter': 'of a list',
  'redaction_ground.name_en': 'a list',
  'redaction_ground.name_fr': 'a list',
  'reference_key.label': 'of a key',
  'reference_posterior.payload': 'figures',
  'referral.external_key': 'folded from a number',
  'referral.external_number': 'a number',
  'seal.reason': 'shown on no page',
  'seal.reference': 'shown on no page',
  'seal.unseal_authority': 'why a seal was taken back',
  'seal.unseal_reason': 'shown on no page',
  'setting.value': 'of the workspace',
  'tally_policy.authority': 'of a unit',
  'unit.name_en': 'a unit',
  'unit.name_fr': 'a unit',
  'unit.service': 'a unit',
  'user.display_name': 'of an account',
};

describe('the list of the texts of a file', () => {
  it('has every column in which people write, but those that are excused', () => {
    const namesIn = (tables: readonly SQLiteTable[], isOne: (column: SQLiteColumn) => boolean): readonly string[] =>
      tables.flatMap((table) =>
        Object.values(getTableColumns(table))
          .filter(isOne)
          .map(({ name }) => `${getTableName(table)}.${name}`),
      );
    const encrypted = namesIn(tablesOf('unit'), (each) => isWritten(each) && protectionOf(each) === 'sealed');
    const written = [...encrypted, ...clearWords.unit];
    const listed = namesIn(
      writtenIn.map(({ table }) => table),
      isWritten,
    );
    expect([...new Set([...listed, ...Object.keys(excused)])].sort()).toEqual(written.toSorted());
    expect(listed.filter((column) => column in excused)).toEqual([]);
  });
});
let investigationId: InvestigationId;
let file: CaseFile;
let personId: PersonId;
beforeEach(async () => {
  investigationId = (await openFile(test, unitId, me)).id;
  file = { kind: 'investigation', id: investigationId };
  personId = (await test.call('persons.add', personInput(file, 'subject', { name: 'Zoé Quirion' }))).id;
});

const naming = async () => (await test.call('seals.naming', { file, personId })).texts;
const whats = async () => [...new Set((await naming()).map(({ what }) => what))].sort();
const corrections = async () => (await test.call('corrections.list', { file })).corrections;
const seal = (correctionIds: readonly CorrectionId[]) =>
  test.call('seals.sealPerson', {
    ...{ basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null },
    ...{ file, personId, correctionIds: [...correctionIds] },
  });
const offered = async () => (await naming()).flatMap(({ correction }) => correction?.id ?? []);
const listSaysName = async () => JSON.stringify(await corrections()).includes('Quirion');
const auditSaysName = () => {
  const { readingRaw } = test.store.requireUnlocked().onFolder.readers;
  const values = readingRaw.prepare("SELECT value FROM audit_value WHERE value LIKE '%About Quirion%'");
  return values.all().length > 0;
};

async function sendAway(message: string | null, toService = 'Another service') {
  const to = { toUnitId: null, toService, on: '2026-11-20' as const, message };
  return (await test.call('transfers.propose', { referralId: null, investigationId, ...to })).id;
}
const rewritten = (version: number, more: object) => ({ version, reason, ...more });

describe('the texts that name a person', () => {
  it('are those of a transfer: its message, the service and the reason of a refusal', async () => {
    const transferId = await sendAway('About Quirion');
    expect(await whats()).toEqual(['transfer']);
    await test.call('transfers.change', { transferId, ...rewritten(1, { message: 'About somebody' }) });
    expect(await whats()).toEqual(['correction']);
    await test.call('transfers.change', { transferId, ...rewritten(2, { toService: 'Quirion Services' }) });
    expect(await whats()).toEqual(['correction', 'transfer']);
    await test.call('transfers.withdraw', { transferId, version: 3, on: '2026-11-20' });
    const again = await sendAway(null);
    await test.call('transfers.refuse', { transferId: again, version: 1, on: '2026-11-23', reason: 'Ask Quirion' });
    expect((await naming()).filter(({ what }) => what === 'transfer')).toHaveLength(2);
  });

  it('are those of the file, of its history and of its referrals, each by its own number', async () => {
    const logged = { unitId, source: 'ncecc', receivedOn: '2026-11-02', summary: 'On Zoe QUIRION' } as const;
    const referral = await test.call('referrals.log', logged);
    await test.call('referrals.decideDanger', { ...noChildIdentified(referral.id), reason: 'Quirion is of age' });
    const opened = { unitId, openedOn: '2026-11-03', referralIds: [referral.id], lead: me, title: 'Quirion matter' };
    const { id, number } = await test.call('investigations.open', opened);
    const of = { kind: 'investigation', id } as const;
    const same = await test.call('persons.add', personInput(of, 'subject', { name: 'Zoe Quirion' }));
    const { texts } = await test.call('seals.naming', { file: of, personId: same.id });
    expect(texts.map((each) => [each.number, each.what])).toEqual([
      [number, 'file'],
      [referral.number, 'referral'],
      [referral.number, 'triage'],
      [(await test.call('investigations.get', { investigationId })).investigation.number, 'person'],
    ]);
  });

  it('are what the person was called before, and what once identified them', async () => {
    const mail = (value: string) => ({ ...identifierInput(file, 'email', value, { obtained: 'public' }), personId });
    const { id: identifierId } = await test.call('identifiers.add', mail('owl@example.org'));
    await test.call('identifiers.change', { ...mail('fox@example.org'), identifierId, version: 1, reason });
    const renamed = { ...personInput(file, 'subject', { name: 'Zoé Tanguay' }), personId, version: 1, reason };
    await test.call('persons.change', renamed);
    expect(await naming()).toEqual([]);
    for (const [seen, text] of ['Quirion called', 'owl@example.org wrote', 'Nobody'].entries())
      await test.call('notes.add', { investigationId, text, corrects: null, seen });
    expect((await naming()).map(({ note }) => note?.position)).toEqual([1, 2]);
  });

  it('are those of a file that has them under a name of theirs that was put right since', async () => {
    const other = await openFile(test, unitId, me);
    const there: CaseFile = { kind: 'investigation', id: other.id };
    await test.call('persons.add', personInput(there, 'witness', { name: 'Zoe QUIRION' }));
    const renamed = { ...personInput(file, 'subject', { name: 'Zoé Tanguay' }), personId, version: 1, reason };
    await test.call('persons.change', renamed);
    expect((await naming()).map((each) => [each.file.id, each.what])).toEqual([[other.id, 'person']]);
    await test.call('corrections.strike', struck(file, 'person', personId, 2));
    expect((await naming()).map((each) => each.file.id)).toEqual([other.id]);
  });

  it('are those of a file that had them under their name before it was put right, or taken out, there', async () => {
    const [one, two] = [await openFile(test, unitId, me), await openFile(test, unitId, me)];
    const added = async (id: InvestigationId) => {
      const of = { kind: 'investigation', id } as const;
      const input = personInput(of, 'witness', { name: 'Zoe QUIRION' });
      return { ...input, file: of, personId: (await test.call('persons.add', input)).id };
    };
    await test.call('persons.change', { ...(await added(one.id)), name: 'Marie Roy', version: 1, reason });
    const mistaken = await added(two.id);
    await test.call('corrections.strike', struck(mistaken.file, 'person', mistaken.personId));
    expect((await naming()).map((each) => [each.file.id, each.what])).toEqual([
      [one.id, 'correction'],
      [two.id, 'correction'],
    ]);
  });

  it('are an earlier text of any record, a person’s who was called so by mistake too', async () => {
    const other = personInput(file, 'witness', { name: 'Quirion' });
    const { id } = await test.call('persons.add', other);
    await test.call('persons.change', { ...other, name: 'Marie Roy', personId: id, version: 1, reason });
    const demand = authorityInput(investigationId, 'preservation_demand', '2026-11-05', {
      ...{ variant: 'canadian', heldBy: 'Provider', concerning: 'Account of Quirion' },
    });
    const authority = await test.call('authorities.record', demand);
    const { kind: _, ...facts } = demand;
    const after = { ...facts, concerning: 'An account', authorityId: authority.id, version: 1, reason };
    await test.call('authorities.change', after);
    expect((await naming()).map(({ what, correction }) => [what, correction?.record])).toEqual([
      ['correction', 'person'],
      ['correction', 'authority'],
    ]);
    await seal(await offered());
    expect(await corrections()).toEqual([]);
  });
});

describe('a correction that names a sealed person', () => {
  it('is sealed with them, values of the audit and all, and comes back', async () => {
    const transferId = await sendAway('About Quirion');
    await test.call('transfers.change', { transferId, ...rewritten(1, { message: 'About somebody' }) });
    await test.call('transfers.change', { transferId, ...rewritten(2, { message: 'About someone' }) });
    expect(await listSaysName()).toBe(true);
    expect(auditSaysName()).toBe(true);
    const [named, ...others] = await offered();
    expect(others).toEqual([]);
    const { id: sealId } = await seal([named!]);
    expect((await corrections()).map(({ changes }) => changes.map((each) => each.before?.en))).toEqual([
      ['About somebody'],
    ]);
    expect(await listSaysName()).toBe(false);
    expect(auditSaysName()).toBe(false);
    expect(await test.call('seals.inFile', { file })).toEqual({ personIds: [personId], notes: 0, corrections: 1 });
    await test.call('seals.unseal', { sealId, authority: 'Order ON-2', reason: 'Access was granted' });
    expect(await corrections()).toHaveLength(2);
  });

  it('of a referral of the file goes with it, and that of another file does not', async () => {
    const logged = { unitId, source: 'ncecc', receivedOn: '2026-11-02', summary: 'On Quirion' } as const;
    const referral = await test.call('referrals.log', logged);
    const edited = { externalNumber: null, priorityReceived: null, summary: 'On somebody', reason };
    await test.call('referrals.edit', { referralId: referral.id, version: 1, source: 'other', ...edited });
    const [elsewhere] = (await test.call('corrections.list', { file: { kind: 'referral', id: referral.id } }))
      .corrections;
    expect(
      await test.refusal('seals.sealPerson', {
        ...{ basis: 'court_order', reference: null, reason: 'Order', authorityId: null, file, personId },
        correctionIds: [elsewhere!.id],
      }),
    ).toEqual({ code: 'not_found' });
    await test.call('links.linkReferral', { investigationId, referralId: referral.id, on: '2026-11-24' });
    expect(await offered()).toEqual([elsewhere!.id]);
    await seal([elsewhere!.id]);
    expect(await corrections()).toEqual([]);
  });
});

describe('a seal that is taken back after the newest record was sealed', () => {
  it('finds another place in the search where a later record took its own', async () => {
    const last = personInput(file, 'witness', { name: 'Somebody last' });
    const { id: lastId } = await test.call('persons.add', last);
    const { id: sealId } = await test.call('seals.sealPerson', {
      ...{ basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null },
      ...{ file, personId: lastId },
    });
    await test.call('persons.add', personInput(file, 'witness', { name: 'Somebody later' }));
    await test.call('seals.unseal', { sealId, authority: 'Order set aside', reason: 'Set aside' });
    const { raw } = test.store.requireUnlocked();
    const places = raw.prepare("SELECT count(*) FROM search_entry WHERE kind = 'person' AND file_id = ?").pluck();
    expect(places.get(lastId)).toBe(1);
  });
});
