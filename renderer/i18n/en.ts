/** Every namespace in English: one chunk, loaded while English is the language. */
export const texts = import.meta.glob<Record<string, unknown>>('./en/*/*.json', { eager: true, import: 'default' });
