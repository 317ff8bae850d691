import { expect, it } from 'vitest';
import { circlesIn } from '../../scripts/house/circles.mjs';

it('finds a circle that passes through a loose file of a room', () => {
  const arrows = [
    ['db/room/loose.ts', 'db/room/folder/deep/a.ts'],
    ['db/room/folder/b.ts', 'db/room/loose.ts'],
    ['db/room/folder/b.ts', 'db/room/other/c.ts'],
  ] as const;
  expect(circlesIn(arrows)).toContain('circle in db/room: folder, loose.ts');
});

it('asks for the removal of a circle that is listed and no longer there', () => {
  expect(circlesIn([])).toContainEqual(
    expect.stringMatching(/^no longer a circle.*db\/store\/postgres: sealing\.ts, server$/),
  );
});
