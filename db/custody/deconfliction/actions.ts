import { exchangeKeyActions } from './keys.ts';
import { exchangeMessageActions } from './messages.ts';

export const exchangeActions = { ...exchangeKeyActions, ...exchangeMessageActions };
