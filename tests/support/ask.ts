import type { Page } from '@playwright/test';
import type { Input, MethodName, Output } from '../../electron/contract/index.ts';
import { callFromPage } from './launch.ts';

/** What the bridge answers, or an exception that names the method and the reason. */
export async function ask<M extends MethodName>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await callFromPage(page, method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.reason ?? ''}`);
  return reply.value;
}
