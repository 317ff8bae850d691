import { randomUUID } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FileGrant } from '#contract/ground/ids';
import { tabs, unitFields } from '../../../../db/reporting/rollup/kit/form.ts';
import { editForm, receiveForm } from '../../../support/kitForm.ts';
import { newSender, packText, payloadFor, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { it, coordination as national } from '../../../support/fixtures/coordination.ts';

async function drop(name: string, bytes: Buffer): Promise<FileGrant> {
  const file = randomUUID() as FileGrant;
  await national.test.call('imports.receiveFile', { file, name, offset: 0, base64: bytes.toString('base64') });
  return file;
}
const foundIn = async (place: FileGrant) =>
  (await national.test.call('rollup.inspect', { place })).found.map(({ name, kind, verdict }) => [name, kind, verdict]);

it('judges a form and a pack that were dropped one after the other as those of a dialog, and takes in what holds', async () => {
  const { test } = national;
  const path = join(test.parent, 'form.xlsx');
  await test.call('rollup.writeKit', { file: test.grant(path), quarter: quarterTwo });
  const signed = newSender('U01');
  const payload = payloadFor(signed, quarterTwo, 10, wholeCells(signed.unitId, '2026-04' as never, '2026-09' as never));
  const ofPack = await drop('u01.vigiepack', Buffer.from(packText(payload, signed.key)));
  const ofForm = await drop('form.xlsx', readFileSync(path));
  // Nobody has filled it in.
  expect(await foundIn(ofForm)).toEqual([['form.xlsx', 'kit', 'refused']]);
  expect(await foundIn(ofPack)).toEqual([['u01.vigiepack', 'pack', 'key_unconfirmed']]);
  const input = { place: ofPack, name: 'u01.vigiepack', confirmFingerprint: signed.fingerprint };
  await test.call('rollup.import', input);
  expect(await foundIn(ofPack)).toEqual([['u01.vigiepack', 'pack', 'held']]);
});

it('finds nothing to roll up in any other file: of a return, one file alone is none', async () => {
  expect(await foundIn(await drop('return.json', Buffer.from('{}')))).toEqual([]);
});

it('says of a form that it replaces another of the same unit and quarter', async () => {
  const { test } = national;
  const { inbox, form } = await receiveForm(national);
  const place = test.grant(inbox);
  const replaces = async (name: string) => {
    const { found } = await test.call('rollup.inspect', { place });
    const source = found.find((each) => each.name === name);
    return [source?.verdict, source?.says?.replacesForm];
  };
  expect(await replaces('form.xlsx')).toEqual(['unsigned', false]);
  await test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
  const second = join(inbox, 'second.xlsx');
  copyFileSync(form, second);
  await editForm(second, (workbook) => {
    const sheet = workbook.getWorksheet(tabs.unit)!;
    for (const [code, value] of [
      ['opening', 200],
      ['closing', 218],
    ] as const)
      sheet.getCell(unitFields.findIndex((each) => each.code === code) + 1, 4).value = value;
  });
  expect(await replaces('second.xlsx')).toEqual(['unsigned', true]);
});

it('says of each form that another of the same place is of its unit and quarter, and of no other form', async () => {
  const { test } = national;
  const { inbox, form } = await receiveForm(national);
  copyFileSync(form, join(inbox, 'again.xlsx'));
  const other = join(inbox, 'other.xlsx');
  copyFileSync(form, other);
  await editForm(other, (workbook) => {
    const row = unitFields.findIndex((each) => each.code === 'code') + 1;
    workbook.getWorksheet(tabs.unit)!.getCell(row, 4).value = 'X02';
  });
  const { found } = await test.call('rollup.inspect', { place: test.grant(inbox) });
  expect(found.map(({ name, verdict, says }) => [name, verdict, says?.twin])).toEqual([
    ['again.xlsx', 'unsigned', true],
    ['form.xlsx', 'unsigned', true],
    ['other.xlsx', 'unsigned', false],
  ]);
});
