import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest, today } from '../../support/launch.ts';

for (const locale of languages) {
  longTest(`the form of each authority fits in a small window (${locale})`, async ({ vigie, window, userData }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    const { id } = await ask(window, 'investigations.open', {
      ...{ unitId, openedOn: today, referralIds: [], lead: null },
    });
    await vigie.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
    });
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/investigations/${id}`);
    await window.getByRole('main').locator('header').getByRole('button').first().waitFor();
    await window.keyboard.press('l');
    const dialog = window.getByRole('dialog');
    const kind = dialog.getByRole('combobox').first();
    await expect(kind).toBeFocused();
    const kinds = await kind
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
    expect(kinds.length).toBeGreaterThan(10);
    for (const each of kinds) {
      await kind.selectOption(each);
      await expect.poll(() => dialog.evaluate((form) => form.scrollHeight - form.clientHeight), each).toBe(0);
    }
  });
}
