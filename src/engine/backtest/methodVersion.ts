/**
 * The name of the method that forecasts and its replay are made by. Give it a new one whenever `fit`, `simulate` or
 * `createBacktest` would answer differently to the same deals: what was kept under another name is then made anew.
 */
export const METHOD_VERSION = 'calendar-series-3';
