/** A static document without scripts for a hidden window to print, and what each page repeats. */
export interface PrintedPage {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
}
