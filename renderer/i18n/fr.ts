/** Every namespace in French: one chunk, loaded while French is the language. */
export const texts = import.meta.glob<Record<string, unknown>>('./fr/*/*.json', { eager: true, import: 'default' });
