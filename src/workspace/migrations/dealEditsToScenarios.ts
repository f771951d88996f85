/** 'dealEdits' → 'scenarios': the book of plans has variants and forecasts of others, none yet; the last backup is remembered. */

function withFields(value: unknown, fields: object): unknown {
  return typeof value === 'object' && value !== null ? { ...value, ...fields } : value;
}

export function bookWithScenarios(value: unknown): unknown {
  return withFields(value, { scenarios: { base: 'asForecast', variants: [] }, kept: [] });
}

export function settingsWithBackup(value: unknown): unknown {
  return withFields(value, { backedUpAt: null });
}
