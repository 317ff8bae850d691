/** Focuses what has just come on screen, unless the user has opened a dialog over it meanwhile: what is typed there stays there. */
export function takeFocus(element: HTMLElement | null, options?: FocusOptions): void {
  const dialog = document.querySelector('[aria-modal="true"]');
  if (dialog === null || dialog.contains(element)) element?.focus(options);
}
