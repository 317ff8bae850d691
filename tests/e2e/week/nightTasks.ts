import { expect } from '@playwright/test';
import { onDay } from '../../support/onDay.ts';
import { Player } from './player.ts';
import { referralsOf, show, task, type Desk, type Task } from './desk.ts';

/** The quick entry is opened before midnight and sent after it: the day of receipt is the new one. */
async function logOverMidnight({ vigie, userData, ...desk }: Desk): Promise<void> {
  await vigie.close();
  await onDay(userData, '2026-11-24T23:59:40', async (page, again) => {
    const later = { ...desk, vigie: again, userData, page };
    const counted = desk.player;
    const player = new Player(page, desk.t, counted);
    await page.getByRole('navigation').getByRole('link').first().waitFor();
    await show(later, '/inbox');
    await player.press('c');
    await expect(page.getByRole('form').getByRole('combobox').first()).toBeFocused();
    const day = player.field(desk.t('codes:field.receivedOn'));
    await expect(day).toHaveValue('2026-11-24');
    await player.write(desk.t('codes:field.externalNumber'), 'N-1');
    await expect(day).toHaveValue('2026-11-25', { timeout: 120_000 });
    await player.press('Control+Enter');
    await expect
      .poll(async () => (await referralsOf(later)).map(({ receivedOn }) => receivedOn))
      .toEqual(['2026-11-25']);
  });
}

export const nightTasks: readonly Task[] = [
  task(2, 'investigator', 'Log a referral over midnight', 'Inscrire un signalement à minuit', logOverMidnight),
];
