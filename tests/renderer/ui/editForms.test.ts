import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Forms that record a step and edit no words of a record: what was changed meanwhile refuses them, and the step is looked at again. */
const steps =
  /(Answer|Return|Override|Dispose|Advance|Strike|Conclude|Wait|Lead|Clearance|Rights|State)Dialog\.tsx$|CorrectionDialogs\.tsx$/;

/** Forms that only make something, or whose names say all that there is of it. */
const newOnly = /(AttestationForm|SavedPlans|Delays|Support|Mappings)\.tsx$/;

it('shows both texts in each form that edits words of a record', () => {
  const forms = globSync('renderer/features/**/*.tsx')
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => text.includes('useMethodForm(') && /version|units\.save/.test(text));
  expect(forms.length).toBeGreaterThan(20);
  const without = forms.filter(
    ({ path, text }) => !steps.test(path) && !newOnly.test(path) && !text.includes('names: {'),
  );
  expect(without.map(({ path }) => path)).toEqual([]);
});
