import { cpSync, existsSync } from 'node:fs';
import { expect } from 'vitest';
import { makeWorkspace, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

const computer = 'office';
let copy: string;
let access: readonly string[];

/** A copy of a workspace that was used in its own folder. */
it.beforeAll(async () => {
  const unit = await makeWorkspace(place, 'unit', ['U01']);
  expect((await vigie(['backup', 'list', ...unit.access], { computer })).exitCode).toBe(0);
  copy = place.at('copy.vigie');
  cpSync(unit.folder, copy, { recursive: true });
  access = unit.access.map((each) => (each === unit.folder ? copy : each));
});

const pack = (): string => place.at('signed.vigiepack');
const exported = (...more: readonly string[]) =>
  vigie(['pack', 'export', '--quarter', '2026-Q2', '--output', pack(), ...access, ...more, '--json'], { computer });

it('a copied workspace signs nothing by command: neither unasked, nor looked at, nor once it is known as a copy', async () => {
  expect((await exported()).out).toContain('workspace_moved');
  expect((await exported('--place', 'copy')).out).toContain('copy_only');
  expect((await exported()).out).toContain('copy_only');
  const made = await vigie(['backup', 'make', ...access, '--json'], { computer });
  expect([made.exitCode === 0, made.out.includes('copy_only'), existsSync(pack())]).toEqual([false, true, false]);
  expect((await vigie(['backup', 'list', ...access], { computer })).exitCode).toBe(0);
});
