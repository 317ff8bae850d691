// What a page cuts: run in the page, it sees what a reader would miss.

/** In the page: what is wider than its place, each with where it is. @returns {string[]} */
export function findCut() {
  // Enlarged, parts of a pixel add up.
  const slack = 2;
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2 && getComputedStyle(element).visibility === 'visible';
  };
  const nameOf = (element) => {
    const named = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()} "${named.trim().slice(0, 60)}"`;
  };
  const pen = document.createElement('canvas').getContext('2d');
  /** A list of choices does not say how wide what is chosen would be. */
  const isChoiceCut = (select) => {
    const style = getComputedStyle(select);
    pen.font = style.font;
    const room = select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    return pen.measureText(select.selectedOptions[0]?.label ?? '').width > room + slack;
  };
  const found = [];
  for (const [what, frame] of [
    ['page', document.documentElement],
    ['main', document.querySelector('main')],
  ])
    if (frame !== null && frame.scrollWidth > frame.clientWidth + slack)
      found.push(`${what} scrolls sideways by ${String(frame.scrollWidth - frame.clientWidth)}`);
  for (const element of document.body.querySelectorAll('*')) {
    if (
      element instanceof SVGElement ||
      element.closest('.visually-hidden, svg, [aria-hidden="true"], [title]:not([title=""])')
    )
      continue;
    const style = getComputedStyle(element);
    const isField = element.matches('select, input:not([type="checkbox"], [type="radio"]), textarea');
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip' || isField;
    if (style.clipPath !== 'none' || !isSeen(element)) continue;
    // Shown whole as a tooltip.
    if (element.matches('[data-titled]') && style.textOverflow === 'ellipsis') continue;
    const isWide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + slack;
    const isTall =
      hides(style.overflowY) &&
      !element.matches('select, input') &&
      element.scrollHeight > element.clientHeight + slack;
    if (element.matches('select') && isChoiceCut(element)) found.push(`cut: ${nameOf(element)}`);
    if ((isWide || isTall) && (isField || element.innerText?.trim())) found.push(`cut: ${nameOf(element)}`);
  }
  return found;
}

/** In the page: the main button of an open dialog where one would have to scroll to it. @returns {string[]} */
export function findBelow() {
  return [...document.querySelectorAll('[role="dialog"] button[type="submit"]')]
    .filter((button) => {
      const { bottom, right } = button.getBoundingClientRect();
      return bottom > innerHeight || right > innerWidth;
    })
    .map((button) => `out of sight: "${button.textContent.trim()}"`);
}
