/**
 * What the figures of a ready-made change rest on. Nothing but judgement in most cases, which is said as plainly as a study is
 * named: nobody knows what a downturn does to one company.
 */
export const EVIDENCE = {
  /** Nothing but our guess: to be set to what one knows. */
  judgement: null,
  /** The forecast's own figures, which the change multiplies. */
  ownSeason: null,
  ownSellers: null,
  ownChurn: null,
  ownElasticity: null,
  ownHires: null,
  ownDeals: null,
  /** Discounts given to close in time for a bonus cost one large software vendor 6 to 8 % of its revenue. */
  larkin2014: 'Larkin 2014, Journal of Labor Economics 32(2):199–227',
  /** Sales bunch at the end of fiscal years and dip at their beginning, as salespeople and managers are paid by the year. */
  oyer1998: 'Oyer 1998, Quarterly Journal of Economics 113(1):149–185',
  /** 1,851 estimates, mostly of consumer goods: sales fall by 2.62 % on average where a price rises by 1 %. */
  bijmolt2005: 'Bijmolt, van Heerde & Pieters 2005, Journal of Marketing Research 42(2):141–156',
  /** 7,264 estimates, mostly of consumer goods: sales fall by 0.26 % on average where a rival's price falls by 1 %. */
  auer2020: 'Auer & Papies 2020, Journal of the Academy of Marketing Science 48:584–605',
  /** 751 estimates of consumer brands: sales rise by 0.12 % on average (0.24 % in the long run) where advertising rises by 1 %. */
  sethuraman2011: 'Sethuraman, Tellis & Briesch 2011, Journal of Marketing Research 48(3):457–471',
} as const satisfies Readonly<Record<string, string | null>>;

export type Evidence = keyof typeof EVIDENCE;
