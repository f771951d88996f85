import type { Plugin } from 'vite';

/** Defaults of a scale that are read from elsewhere when its class is made. */
const READ_DEFAULTS = /(?<=: )Ticks\.formatters\.\w+|(?<= defaults = )TimeScale\.defaults(?=;)/g;

/**
 * Lets the bundler drop the scales of Chart.js that nobody registers: logarithms, radar, time. A property read as a class
 * is made might do something, for all that the bundler knows, so it kept them whole; here it is told that these do not.
 */
export function droppableScales(): Plugin {
  return {
    name: 'seedcast:droppable-scales',
    apply: 'build',
    transform: {
      filter: { id: /\/chart\.js\/dist\/chart\.js$/ },
      handler: (code) => ({
        code: code.replace(READ_DEFAULTS, (read) => `/* @__PURE__ */ (() => ${read})()`),
        map: null,
      }),
    },
  };
}
