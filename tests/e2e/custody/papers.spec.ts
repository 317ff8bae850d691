import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { InvestigationId } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace, type CaseWorkspace } from '../../support/caseWorkspace.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { readPdf } from '../../support/pdf.ts';
import { personInput } from '../../support/persons.ts';

const secret = 'Blackbird';

async function prepare(page: Page, { unitId }: CaseWorkspace): Promise<InvestigationId> {
  const opened = { unitId, openedOn: '2026-10-02', referralIds: [], lead: null };
  const { id } = await ask(page, 'investigations.open', opened);
  const file = { kind: 'investigation', id } as const;
  await ask(page, 'persons.add', personInput(file, 'subject', { name: 'Jean Tremblay', ageBand: '18_plus' }));
  const note = { investigationId: id, text: `${secret} called about Tremblay, as promised.`, corrects: null, seen: 0 };
  await ask(page, 'notes.add', note);
  await ask(page, 'tasks.add', { investigationId: id, what: 'Keep the car in view', owner: null, dueOn: null });
  return id;
}

/** The list has the focus; its cursor moves to the record of the number. */
async function goToRecord(page: Page, number: number): Promise<void> {
  await page.getByRole('grid', { name: 'Records' }).focus();
  await page.keyboard.press('Home');
  for (let at = 1; at < number; at += 1) await page.keyboard.press('ArrowDown');
}

longTest(
  'a disclosure pack is prepared by keyboard, and says nothing of what it withholds',
  async ({ vigie, window, userData }) => {
    const shots = process.env['VIGIE_SHOTS'];
    const shoot = async (name: string) => {
      if (shots === undefined) return;
      await mkdir(shots, { recursive: true });
      await window.screenshot({ path: join(shots, `${name}.png`) });
    };
    const workspace = await openCaseWorkspace(vigie, window, userData, 'en');
    const file = await prepare(window, workspace);
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/investigations/${file}`);
    await expect(window.getByRole('button', { name: /^Add…/ })).toBeVisible();
    await expect(window.getByRole('region', { name: 'Disclosure and access' })).toHaveCount(0);
    await window.keyboard.press('u');
    await window.getByLabel('Crown office').fill('Crown of the North');
    await window.getByLabel('Reference', { exact: true }).fill('D-7');
    await shoot('begin');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('heading', { level: 1 })).toContainText('Disclosure package D-7');
    await expect(window.getByText('Names of persons are withheld.')).toBeVisible();

    // The task is left out; of the note, the informer's name is selected and withheld as well.
    await goToRecord(window, 3);
    await window.keyboard.press('l');
    await window.getByLabel('Ground').selectOption('ongoing_investigation');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('row', { name: /Withheld/ })).toContainText('Ongoing investigation');
    await goToRecord(window, 4);
    await window.keyboard.press('r');
    const text = window.getByRole('textbox', { name: 'Note' });
    await text.focus();
    await window.keyboard.press('Control+Home');
    for (let letter = 0; letter < secret.length; letter += 1) await window.keyboard.press('Shift+ArrowRight');
    await window.keyboard.press('r');
    await expect(window.getByRole('dialog').locator('del')).toHaveText([secret, 'Tremblay']);
    await window.getByLabel('Ground').selectOption('informer_privilege');
    await shoot('redact');
    await expectAccessible(window, 'withholding parts of a record');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('dialog')).toBeHidden();
    await goToRecord(window, 4);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('complementary', { name: 'Record 4: Notes' })).toContainText('Informer privilege');
    await shoot('desk');
    await expectAccessible(window, 'a paper in preparation');

    const folder = join(workspace.folder, 'sent');
    await mkdir(folder);
    await answerDialogs(vigie, { open: folder });
    await window.keyboard.press('p');
    await expect(
      window.getByText('Included in full: 1; redacted: 2; withheld: 1. 2 records have their default treatment.'),
    ).toBeVisible();
    await shoot('issue');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByText(/^Sent on .* to Crown of the North by J\. Roy/)).toBeVisible();
    await shoot('issued');
    const files = join(folder, 'D-7');
    expect((await readdir(files)).length).toBe(6);
    for (const [name, said] of [
      ['disclosure-en.pdf', ['Disclosure package', '[2] called about [2]', 'Record 4']],
      ['disclosure-fr.pdf', ['Communication de la preuve', '[2] called about [2]', 'Élément 4']],
      ['withheld-en.pdf', ['Records withheld or redacted', '[4] Ongoing investigation', '[2] Informer privilege']],
      ['withheld-fr.pdf', ['Éléments exclus ou caviardés', '[4] Enquête en cours']],
    ] as const) {
      const pdf = await readPdf(join(files, name));
      const all = pdf.pages.join(' ');
      for (const words of [...said, 'D-7', 'PROTECTED B']) expect(all).toContain(words);
      for (const words of [secret, 'Tremblay', 'Jean', 'Keep the car']) expect(all).not.toContain(words);
      expect([pdf.tagged, JSON.stringify([pdf.elements, pdf.outline, pdf.title]).includes(secret)]).toEqual([
        true,
        false,
      ]);
    }

    // What comes later is seen as a change, and a supplement holds it alone.
    await ask(window, 'notes.add', { investigationId: file, text: 'A later note.', corrects: null, seen: 1 });
    await window.reload();
    await expect(window.getByText('1 change since')).toBeVisible();
    await window.keyboard.press('s');
    await expect(window.getByRole('dialog').locator(':focus')).toHaveCount(1);
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('heading', { level: 1 })).toContainText('D-7-S');
    await expect(window.getByRole('grid', { name: 'Records' }).getByRole('row')).toHaveCount(2);
  },
);
