/** What a page may ask of frameworks and of the figures that are entered for them. */
export const frameworkSurface = {
  'frameworks.list': 'read: coordinator, administrator (coordination)',
  'frameworks.get': 'read: coordinator, administrator (coordination)',
  'frameworks.compare': 'read: coordinator (coordination)',
  'frameworks.inspect': 'action: coordinator (coordination)',
  'frameworks.import': 'action: coordinator (coordination)',
  'frameworks.export': 'action: coordinator (coordination)',
  'frameworks.schema': 'action: coordinator (coordination)',
  'entered.grid': 'read: coordinator (coordination)',
  'entered.save': 'write: coordinator (coordination)',
} as const;
