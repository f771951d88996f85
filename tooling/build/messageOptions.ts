/** How messages are compiled: the build, the tests and `npm run messages` must agree. */
export const MESSAGE_OPTIONS = {
  project: './src/i18n/project.inlang',
  outdir: './src/i18n/paraglide',
  strategy: ['globalVariable', 'baseLocale'] satisfies ['globalVariable', 'baseLocale'],
};

export const MESSAGE_SOURCES = './src/i18n/messages';
export const LOCALES = ['en', 'sv'] as const;
export type MessageLocale = (typeof LOCALES)[number];
