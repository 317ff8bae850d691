// The backlog estimate: a unit with an estimate and its method, and a unit without one.
import { goTo, photograph, resize } from './screens.mjs';
import { each, isWanted } from './views.mjs';

/** U12 has an estimate by every method; the staff of U17 were never entered. */
const UNITS = [
  ['U12', 'unit'],
  ['U17', 'refused'],
];

/** As tall as the whole method. */
const TALL = 3600;

/**
 * @param {{ views: import('./views.mjs').Views }} options
 * @returns {Promise<number>} how many pictures were taken
 */
export async function photographLaboratory(vigie, folder, who, { views }) {
  let taken = 0;
  for (const { size, theme, locale } of each(views)) {
    const last = [locale, theme, ...(views.sizes.length > 1 ? [size.name] : [])];
    await vigie.reload({ locale, theme });
    await resize(vigie, size);
    for (const [code, name] of UNITS.filter(([, name]) => isWanted(views, [who, `counterfactual-${name}`, locale]))) {
      await goTo(vigie, '/counterfactual');
      await chooseUnit(vigie, code);
      await photograph(vigie, folder, [who, `counterfactual-${name}`, ...last]);
      taken += 1;
      if (name !== 'unit' || views.only !== undefined) continue;
      await goTo(vigie, '/counterfactual/method');
      await runPlacebos(vigie);
      await photographWhole(vigie, folder, [who, `counterfactual-${name}-method`, ...last], size);
      taken += 1;
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

async function photographWhole(vigie, folder, parts, size) {
  await resize(vigie, { ...size, height: TALL });
  await vigie.settle();
  await photograph(vigie, folder, parts);
  await resize(vigie, size);
}
