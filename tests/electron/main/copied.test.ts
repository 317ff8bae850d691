import { expect, test } from 'vitest';
import { createCopied } from '../../../electron/main/copied.ts';
import { ownUserData } from '../../../electron/main/ownUserData.ts';

/** A clipboard that other programs use too. */
function newBoard(text: string) {
  const board = {
    text,
    readText: () => board.text,
    writeText: (next: string) => {
      board.text = next;
    },
    clear: () => {
      board.text = '';
    },
  };
  return board;
}

test('what was copied in the page by the system goes with a lock, in front or behind', async () => {
  for (const leaves of [false, true]) {
    const board = newBoard('of another program');
    const copied = createCopied(board);
    await copied.look('came');
    board.text = 'a name of a file';
    if (leaves) await copied.look('left');
    await copied.forget();
    expect(board.text).toBe('');
  }
});

test('what others put there stays', async () => {
  const board = newBoard('of another program');
  const copied = createCopied(board);
  await copied.look('came');
  await copied.forget();
  expect(board.text).toBe('of another program');
  await copied.put('ours');
  await copied.look('left');
  board.text = 'of another program, later';
  await copied.forget();
  expect(board.text).toBe('of another program, later');
});

test('an installed application keeps its data where it is, whatever the environment says', () => {
  const environment = { VIGIE_USER_DATA: '/elsewhere' };
  expect(ownUserData(true, environment)).toBeUndefined();
  expect(ownUserData(false, environment)).toBe('/elsewhere');
});
