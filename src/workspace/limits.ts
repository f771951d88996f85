/**
 * What a saved workspace may hold at most. Wide enough for anything real; narrow enough that a number can't overflow a
 * sum and a damaged or hostile file can't exhaust the device. Screens may offer less, never more.
 */

/** Characters of a text that came from a file: a spreadsheet cell holds no more. */
export const TEXT_LENGTH = 32_767;
/** Characters of a text typed by the user. */
export const NAME_LENGTH = 200;
/** Days of the years 0 to 9999: CRMs write 9999-12-31 for "never". */
export const FIRST_DAY = -719_528;
export const LAST_DAY = 2_932_896;
/** Money in major units: a million sums of this size stay finite and a single one exact to the unit. */
export const AMOUNT = 1e15;

export const DEALS_PER_IMPORT = 1_000_000;
export const STAGE_ENTRIES_PER_DEAL = 1_000;
export const IMPORTS = 20;
/** Month ends a track record is made from: a hundred years. */
export const ORIGINS = 1_200;
/** Characters of a fit that is kept. */
export const KEPT_FIT_LENGTH = 10_000_000;
export const COLUMNS_PER_FILE = 5_000;
/** Distinct labels of a column, such as sources or stages. */
export const LABELS = 1_000_000;
/** Sellers of whom something is said. */
export const SELLERS = 10_000;
/** Days from winning a deal to its money. */
export const PAYMENT_DELAY_DAYS = { min: 0, max: 730 } as const;
export const SAVED_MAPPINGS = 100;
/** Deals that a note of the quality report shows. */
export const EXAMPLES_PER_NOTE = 100;
/** Currencies with a rate, and what one unit may be worth: wider than from a rial to a bitcoin. */
export const RATES = 300;
export const RATE = { min: 1e-12, max: 1e12 } as const;
/** Variants of a plan, changes of a variant, and what a change may be; both ends allowed. */
export const SCENARIO_LIMITS = {
  variants: { min: 0, max: 30 },
  changes: { min: 0, max: 40 },
  factor: { min: 0, max: 10 },
  months: { min: 1, max: 120 },
  heads: { min: -1_000, max: 1_000 },
  deals: { min: 1, max: 100 },
} as const;
/** Forecasts of others that are kept. */
export const KEPT_FORECASTS = 20;
/**
 * What a shared forecast may hold: months that are forecast (what each costs, it costs ten thousand times), entries of a list by month,
 * months known, groups of open deals, deals told by name, notes.
 */
export const SHARED_LIMITS = {
  horizon: 36,
  months: 120,
  history: 500,
  openGroups: 400,
  deals: 50,
  notes: 100,
} as const;
/** Plans side by side; both ends allowed. */
export const PLANS = { min: 1, max: 30 } as const;

/** Limits of a plan, both ends allowed; those of single assumptions are the engine's ASSUMPTION_RULES. */
export const PLAN_LIMITS = {
  stages: { min: 1, max: 12 },
  /** Months until full output. */
  ramp: { min: 0, max: 24 },
  /** Times that people join. */
  hires: { min: 0, max: 100 },
  headsPerHire: { min: 1, max: 10_000 },
  seasonFactor: { min: 0, max: 10 },
  monthsInDealValue: { min: 1, max: 120 },
} as const;
