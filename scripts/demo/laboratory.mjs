// The backlog estimate: a unit with an estimate and its method, and a unit without one.
import { goTo, photograph, resize } from './screens.mjs';

/** U12 has an estimate by every method; the staff of U17 were never entered. */
const UNITS = [
  ['U12', 'unit'],
  ['U17', 'refused'],
];

/** As tall as the whole method. */
const TALL = { width: 1440, height: 3600 };

/**
 * @param {{ themes: readonly string[] }} options
 * @returns {Promise<number>} how many pictures were taken
 */
export async function photographLaboratory(vigie, folder, who, { themes }) {
  let taken = 0;
  for (const theme of themes) {
    for (const locale of ['en', 'fr']) {
      await vigie.reload({ locale, theme });
      for (const [code, name] of UNITS) {
        await goTo(vigie, '/counterfactual');
        await chooseUnit(vigie, code);
        await photograph(vigie, folder, [who, `counterfactual-${name}`, locale, theme]);
        taken += 1;
        if (name !== 'unit') continue;
        await goTo(vigie, '/counterfactual/method');
        await runPlacebos(vigie);
        await photographWhole(vigie, folder, [who, `counterfactual-${name}-method`, locale, theme]);
        taken += 1;
      }
    }
  }
  return taken;
}

async function chooseUnit(vigie, code) {
  const picker = vigie.page.getByRole('combobox').first();
  await picker.click();
  await picker.fill(code);
  await vigie.page.getByRole('option', { name: new RegExp(`^${code}`) }).click();
  // The pointer would read a month of the figure.
  await vigie.page.mouse.move(0, 0);
  await vigie.settle();
}

async function runPlacebos(vigie) {
  // Whatever starts by itself once the page rests.
  await vigie.page.waitForTimeout(2000);
  await vigie.settle();
  const run = vigie.page.getByRole('button', { name: /placebo/ });
  if ((await run.count()) > 0) await run.click();
  await vigie.settle();
}

async function photographWhole(vigie, folder, parts) {
  await resize(vigie, TALL);
  await vigie.settle();
  await photograph(vigie, folder, parts);
  await resize(vigie);
}
