import type { Meaning } from '../workspace/importTypes';

/**
 * Headers by meaning as `normaliseHeader` leaves them, the surest first. English as the CRMs write it, plus the
 * plainest Swedish, German, French and Spanish. A new CRM mostly needs a line here: see CONTRIBUTING.
 */
export const MEANING_NAMES: Readonly<Partial<Record<Meaning, string>>> = {
  id: 'record id|opportunity id|deal id|id|pipedrive system id|copper id|external id|case safe id|opportunity number|deal number|affarsid|lead id|leadid',
  name: 'deal name|opportunity name|potential name|title|deal title|topic|name|record|opportunity|deal|lead name|affar|affarsnamn|titel|namn|bezeichnung|nom|nombre',
  company:
    'associated company|associated company names|associated company (primary)|account name|organization|organisation|company|company name|account|potential customer|customer|customer name|client|client name|client code|foretag|foretagsnamn|kund|kundnamn|konto|firma|kunde|entreprise|empresa|cliente',
  owner:
    'deal owner|opportunity owner|potential owner|owner|owner name|owned by|salesperson|sales person|sales rep|sales agent|rep|seller|account executive|assigned to|assigned agent|user name|owner code|agare|affarsagare|saljare|ansvarig|verkaufer|zustandig|proprietaire|vendeur|propietario|comercial',
  source:
    'lead source|deal source|source|source channel|original traffic source|original source type|original source|source origin|origin|channel|marketing channel|leadkalla|kalla|quelle|leadquelle|herkunft|origine|source du lead|origen|fuente',
  pipeline: 'pipeline|pipeline name|sales pipeline|sales team|saljprocess',
  created:
    'create date|created date|created|date created|created at|created on|created time|creation date|deal created|add time|date added|open date|opened date|date opened|start date|engage date|first contact date|lead date|inquiry date|skapad|skapad datum|skapad den|skapandedatum|skapat|erstellt|erstellt am|erstelldatum|erstellungsdatum|angelegt am|date de creation|cree le|fecha de creacion|creado|creado el',
  wonOn: 'won time|won date|date won|won on|won at|vunnen datum|datum vunnen|gewonnen am|signed date',
  lostOn: 'lost time|lost date|date lost|lost on|lost at|forlorad datum|verloren am',
  closed:
    'closed date|actual close date|actual closed date|actual closing date|deal closed on|closed on|closed at|date closed|close time|closed|avslutad|stangd|abgeschlossen am|geschlossen am|cloture le',
  expectedClose:
    'expected close date|expected closing|expected close|expected closing date|estimated close date|est. close date|forecast close date|tentative close date|projected close date|target close date|forvantat avslut|forvantat avslutsdatum|beraknat avslutsdatum|erwartetes abschlussdatum|voraussichtlicher abschluss|date de cloture prevue|fecha de cierre prevista',
  closeDate:
    'close date|closing date|avslutsdatum|stangningsdatum|abschlussdatum|date de cloture|fecha de cierre|fecha de cierre',
  amount:
    'amount|deal amount|value|deal value|close value|opportunity amount|contract value|total contract value|amount in company currency|annual contract value|acv|arr|total value|deal size|price|revenue|total|monthly recurring revenue|mrr|belopp|affarsbelopp|varde|affarsvarde|ordervarde|summa|betrag|wert|auftragswert|umsatz|montant|valeur|importe|valor|monto',
  currency:
    'currency|deal currency code|currency code|opportunity currency|currency of value|value currency|amount currency|valuta|wahrung|devise|moneda',
  stage:
    'deal stage|stage|stage name|status label|pipeline stage|sales stage|stage id|steg|affarssteg|fas|saljfas|phase|verkaufsphase|etape|etapa',
  status:
    'deal status|status|status type|state|outcome|result|won/lost|forecast type|utfall|resultat|ergebnis|statut|estado|resultado',
  lostReason:
    'closed lost reason|lost reason|loss reason|reason for loss|reason lost|forlustorsak|verlustgrund|raison de la perte|motivo de perdida',
  probability:
    'deal probability|probability|win probability|confidence|closure probability|sannolikhet|wahrscheinlichkeit|probabilite|probabilidad',
  category: 'forecast category',
};

/** Outcome in disguise, or an amount already weighted by chance: never inputs, not even as a guess. */
export const NEVER_TAKEN =
  /weighted|prorated|expected revenue|^is (won|closed|lost)|cycle|^age\b|duration|time in\b|days (to|in|since)|lost at|tier$/;
