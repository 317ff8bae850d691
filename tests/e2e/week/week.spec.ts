import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { storyLanguages } from '../../support/languages.ts';
import { longTest, test } from '../../support/launch.ts';
import { screenTexts } from '../../support/screenTexts.ts';
import type { Desk, Task } from './desk.ts';
import { Player } from './player.ts';
import { keep, writeTable, type Played } from './table.ts';
import { correctionTasks } from './correctionTasks.ts';
import { deskTasks } from './deskTasks.ts';
import { factTasks } from './factTasks.ts';
import { fridayTasks } from './fridayTasks.ts';
import { groupTasks } from './groupTasks.ts';
import { intakeTasks } from './intakeTasks.ts';
import { nightTasks } from './nightTasks.ts';
import { registerTasks } from './registerTasks.ts';
import { weekTasks } from './weekTasks.ts';

const days: Readonly<Record<string, readonly Task[]>> = {
  ...{ intake: intakeTasks, desk: deskTasks, registers: registerTasks, facts: factTasks },
  ...{ corrections: correctionTasks, groups: groupTasks, friday: fridayTasks, night: nightTasks, week: weekTasks },
};

const wanted = process.env['VIGIE_TASK']?.split(',').map(Number);

/** Plays one task. What it leaves open is closed, so that the next begins as it should. */
async function play(desk: Desk, task: Task): Promise<Played> {
  const { player, page, locale } = desk;
  const { number, role } = task;
  player.take();
  let failure: string | null = null;
  try {
    await task.play(desk);
  } catch (thrown) {
    failure = String(thrown).slice(0, 1500);
  }
  const counts = player.take();
  const shots = process.env['VIGIE_SHOTS'] ?? (failure === null ? undefined : 'test-results/tasks');
  if (shots !== undefined && !page.isClosed()) {
    await mkdir(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `task-${String(number).padStart(2, '0')}-${locale}.png`) });
  }
  if (!page.isClosed()) for (let pressed = 0; pressed < 4; pressed += 1) await page.keyboard.press('Escape');
  return { number, name: task.name[locale], role, locale, failure, ...counts };
}

test('forty tasks are listed, each once', () => {
  const numbers = Object.values(days)
    .flat()
    .map(({ number }) => number);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

for (const locale of storyLanguages('en'))
  for (const [day, tasks] of Object.entries(days)) {
    const chosen = tasks.filter(({ number }) => wanted?.includes(number) ?? true);
    if (chosen.length === 0) continue;
    longTest(`tasks of a unit's week: ${day} (${locale})`, async ({ vigie, window, userData }) => {
      const t = await screenTexts(locale);
      const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, locale);
      const player = new Player(window, t);
      const played: Played[] = [];
      for (const task of chosen)
        played.push(await play({ vigie, page: window, player, t, locale, unitId, folder, userData }, task));
      keep(`${day}-${locale}`, played);
      writeTable();
      expect(played.filter(({ failure }) => failure !== null)).toEqual([]);
    });
  }
