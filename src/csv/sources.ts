import type { Kind } from '../engine';
import type { Vendor } from '../workspace/importTypes';

/** First that fits. Cold outreach before mail and calls, inbound before calls. */
const RULES: readonly (readonly [RegExp, Kind])[] = [
  [/^(other|unknown|offline|none|n ?a$|not set|integration|import|api|manual)/, 'unsorted'],
  [/\b(inbound|inkommande)\b/, 'net'],
  [
    /\b(outbound|outreach|cold|sdr|bdr|prospecting|prospector|telemarketing|sales generated|kalla samtal|kallsamtal|kallringning|uppsokande)\b/,
    'spear',
  ],
  [
    /\b(partner|partners|reseller|expansion|upsell|cross sell|existing customer|customer|word of mouth|referral|referrals|referred|recommendation|rekommendation|empfehlung|recommandation|recomendacion|renewal|kundreferens|referens|kundrekommendation|befintlig kund|merforsaljning)\b/,
    'seed',
  ],
  [
    /\b(web|website|webinar|webinars|organic|search|seo|sem|ppc|paid|google|ad|ads|adwords|advert\w*|display|social|facebook|instagram|youtube|e ?mail|mail|newsletter|content|blog|podcast|event|events|conference|trade ?show|fair|massa|messe|salon|feria|public relations|pr|press|campaign|direct|online ?store|download|ebook|whitepaper|chat|form|marketing|webb|webbplats\w*|webbsida\w*|webbformular|webben|hemsida\w*|webseite|webauftritt|homepage|internet|^site$|siteweb|sitio|sitioweb|websajt|sajt|sajten|annons|sok)\b/,
    'net',
  ],
];

const WEB_ANALYTICS = /^(organic|paid) (search|social)$|^direct traffic$/;

function plainWords(label: string): string {
  return label
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A kind suggested for each source label, for the user to correct. Content and search count as nets. In HubSpot, and
 * wherever labels are those of web analytics, a bare "Referrals" is a link on a web page and not a customer's
 * recommendation: left unsorted, as are blanks and what no word decides.
 */
export function suggestKinds(labels: Iterable<string>, vendor: Vendor): Record<string, Kind> {
  const all = [...labels];
  const isWebAnalytics = vendor === 'hubspot' || all.some((label) => WEB_ANALYTICS.test(plainWords(label)));
  const kinds: Record<string, Kind> = {};
  for (const label of all) {
    const words = plainWords(label);
    const isWebLink = isWebAnalytics && /^referrals?$/.test(words);
    kinds[label] = isWebLink ? 'unsorted' : (RULES.find(([rule]) => rule.test(words))?.[1] ?? 'unsorted');
  }
  return kinds;
}
