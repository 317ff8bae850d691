const againWithin = 500;

const isModifier = ({ key }: KeyboardEvent) => key === 'Control' || key === 'Meta';

/** A text goes on making lines while Enter is held. */
function isOfText({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return target instanceof HTMLTextAreaElement && !ctrlKey && !metaKey;
}

function formOf({ target }: KeyboardEvent): Element | null {
  return target instanceof Element ? target.closest('form') : null;
}

/** Enter that is held, and Ctrl+Enter that is pressed twice at once, is pressed once: a form that is ready again would be sent empty. */
export function hearOneEnter(): void {
  let sentAt = -Infinity;
  let sentFrom: Element | null = null;
  const forget = () => {
    sentAt = -Infinity;
  };
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') {
      if (!isModifier(event)) forget();
      return;
    }
    const sends = event.ctrlKey || event.metaKey;
    const form = formOf(event);
    // One form may follow another: what comes next is sent at once.
    const isSoon = form === sentFrom && event.timeStamp - sentAt < againWithin;
    const isAgain = event.repeat ? !isOfText(event) : sends && isSoon;
    sentAt = sends ? event.timeStamp : -Infinity;
    sentFrom = form;
    if (!isAgain) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', listen, true);
  // What was pasted or chosen meanwhile is to be sent.
  window.addEventListener('input', forget, true);
  window.addEventListener('pointerdown', forget, true);
}
