import type { ActionHandler } from '../../store/types.ts';

export const presenceActions: { readonly 'presence.open': ActionHandler<'presence.open'> } = {
  'presence.open': async ({ present }, { file }) => ({ others: await present(file?.id ?? null) }),
};
