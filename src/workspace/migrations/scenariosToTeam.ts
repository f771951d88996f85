/** 'scenarios' → 'team': sellers may have quotas, none yet, and nobody has said how long customers take to pay. */
export function settingsWithSellers(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? { ...value, sellers: {}, paymentDelayDays: null }
    : value;
}
