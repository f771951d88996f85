/** 'drivers' → 'dealEdits': other currencies get rates, none yet; an edit, which could only exclude, may change and add. */

function withFields(value: unknown, fields: object): unknown {
  return typeof value === 'object' && value !== null ? { ...value, ...fields } : value;
}

export function settingsWithRates(value: unknown): unknown {
  return withFields(value, { rates: {} });
}

export function editWithChanges(value: unknown): unknown {
  return withFields(value, { changes: {}, added: null });
}
