import { takeFocus } from '../../../lib/takeFocus.ts';

/** Brings a part of the file's page into view and gives it the focus. `page` holds the parts, each with its code in `data-section`. */
export function openSection(page: ParentNode | null, code: string): void {
  const section = page?.querySelector<HTMLElement>(`[data-section="${code}"]`) ?? null;
  section?.scrollIntoView({ block: 'start' });
  takeFocus(section);
}
