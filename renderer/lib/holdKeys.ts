import { flushSync } from 'react-dom';

const commands = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;

/** A letter, and after one whatever is typed and what sends it: a second Ctrl+Enter alone is for the form that is being sent. */
function isHeld(event: KeyboardEvent, isFirst: boolean): boolean {
  if (event.isComposing) return false;
  if (event.key.length === 1 && !commands(event)) return !isFirst || event.key !== ' ';
  return !isFirst && (event.key === 'Backspace' || (event.key === 'Enter' && commands(event)));
}

function write(field: Element | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const { selectionStart: from, selectionEnd: to } = field;
  // A box takes no letters.
  if (from === null || to === null) return;
  field.setRangeText(text, text === '' && from === to ? Math.max(0, from - 1) : from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
}

function press(field: Element, { key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  const pressed = new KeyboardEvent('keydown', {
    key,
    code,
    ctrlKey,
    metaKey,
    shiftKey,
    bubbles: true,
    cancelable: true,
  });
  const isTyped = flushSync(() => field.dispatchEvent(pressed));
  if (isTyped && key !== 'Enter') write(document.activeElement, key === 'Backspace' ? '' : key);
}

/**
 * Keys pressed in a form while it is being sent are of the next one where the form stays for it: they are pressed again once it is saved, in their order.
 * Where the form closes they are dropped, since a letter may act on the file; so are those of a form that is refused, which keeps what it says.
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
  if (!isSaved) return;
  for (const event of held) {
    const field = document.activeElement;
    if (form !== null && field?.closest('form') === form) press(field, event);
  }
}
