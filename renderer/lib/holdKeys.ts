import { flushSync } from 'react-dom';

const commands = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;

/** A letter, and after one whatever is typed and what sends it: a second Ctrl+Enter alone is for the form that is being sent. */
function isHeld(event: KeyboardEvent, isFirst: boolean): boolean {
  if (event.isComposing) return false;
  if (event.key.length === 1 && !commands(event)) return !isFirst || event.key !== ' ';
  return !isFirst && event.key === 'Enter' && commands(event);
}

function press({ key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  const pressed = new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey, metaKey, shiftKey },
    ...{ bubbles: true, cancelable: true },
  });
  const isTyped = flushSync(() => (document.activeElement ?? document.body).dispatchEvent(pressed));
  const field = document.activeElement;
  if (!isTyped || key.length !== 1) return;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const { selectionStart: from, selectionEnd: to } = field;
  // A box takes no letters.
  if (from === null || to === null) return;
  field.setRangeText(key, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key }));
}

/**
 * Keys pressed in a form while it is being sent are of what comes after it: they are pressed again once it is saved, in their order.
 * A form that is refused keeps what it says, and they are dropped.
 */
export async function holdKeys(sent: Promise<unknown>): Promise<void> {
  const form = document.activeElement?.closest('form') ?? null;
  const held: KeyboardEvent[] = [];
  const listen = (event: KeyboardEvent) => {
    const { target } = event;
    const isInForm = target instanceof Element && (target === document.body || target.closest('form') === form);
    if (!isInForm || !isHeld(event, held.length === 0)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  window.addEventListener('keydown', listen, true);
  const isSaved = await sent.then(
    () => true,
    () => false,
  );
  window.removeEventListener('keydown', listen, true);
  if (isSaved) for (const event of held) press(event);
}
