import globals from 'globals';

const impure = (/** @type {string} */ what) =>
  `${what}: the engine has no clock, no time zone and no chance but its own generator.`;

/** Getters and setters of Date that depend on the time zone of the machine. */
const LOCAL_TIME =
  '/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$|^toLocale(Date|Time)?String$/';

/** What a pure function cannot reach for: everything that is not the language itself. */
const platformGlobals = Object.keys({ ...globals.browser, ...globals.node, ...globals.worker }).filter(
  (name) => !(name in globals.es2022),
);

/** Rules that keep src/engine the same on every machine, day and run. */
export const engineRules = {
  files: ['src/engine/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      'globalThis',
      ...platformGlobals.map((name) => ({ name, message: 'The engine is pure: pass it in.' })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: impure('Math.random') },
      { object: 'Date', property: 'now', message: impure('Date.now') },
      { object: 'Date', property: 'parse', message: impure('Date.parse') },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'ImportExpression', message: 'The engine is loaded as a whole.' },
      { selector: 'NewExpression[callee.name="Date"][arguments.length!=1]', message: impure('new Date()') },
      { selector: 'CallExpression[callee.name="Date"]', message: impure('Date()') },
      { selector: `MemberExpression[property.name=${LOCAL_TIME}]`, message: impure('Local time') },
      { selector: 'MemberExpression[object.name="Intl"]', message: impure('Intl') },
    ],
  },
};
