import type { Meaning } from '../workspace/importTypes';

/**
 * Headers by meaning as `normaliseHeader` leaves them, the surest first: English as the CRMs write it, then Swedish,
 * German, French, Spanish, Portuguese and Dutch. Names that only one CRM uses so are in `vendorNames`. A new CRM mostly
 * needs a line here or there: see CONTRIBUTING.
 */
export const MEANING_NAMES: Readonly<Partial<Record<Meaning, string>>> = {
  id: "record id|opportunity id|deal id|id|pipedrive system id|copper id|external id|case safe id|opportunity number|deal number|affarsid|affars id|datensatz-id|opportunity-id|deal-id|id de l'opportunite|id de la transaction|id de registro|id del negocio|id de la oportunidad|id do negocio|id da oportunidade|record-id|lead id|leadid",
  name: "deal name|opportunity name|potential name|title|deal title|topic|name|record|opportunity|deal|dealname|lead name|affar|affarsnamn|titel|namn|opportunity-name|deal-name|bezeichnung|nom de l'opportunite|nom de la transaction|nom de l'affaire|intitule|nom|nombre de la oportunidad|nombre del negocio|nombre del trato|titulo|nombre|nome da oportunidade|nome do negocio|nome|dealnaam|naam van verkoopkans|naam",
  company:
    'associated company|associated company names|associated company (primary)|account name|organization|organisation|company|company name|account|potential customer|customer|customer name|client|client name|client code|foretag|foretagsnamn|kund|kundnamn|konto|kontonamn|firma|unternehmen|kunde|accountname|entreprise|societe|nom du compte|compte|empresa|nombre de la cuenta|cuenta|cliente|nome da conta|conta|organizacao|bedrijf|klant|accountnaam|organisatie',
  owner:
    "deal owner|opportunity owner|potential owner|owner|owner name|owned by|salesperson|sales person|sales rep|sales agent|rep|seller|account executive|assigned to|assigned agent|user name|owner code|agare|affarsagare|saljare|ansvarig|opportunity-inhaber|inhaber|besitzer|eigentumer|verkaufer|zustandig|proprietaire|proprietaire de l'opportunite|vendeur|commercial|responsable|propietario|propietario del negocio|propietario de oportunidad|comercial|proprietario|proprietario da oportunidade|responsavel|vendedor|eigenaar|verkoper|owner id",
  source:
    'lead source|deal source|source|source channel|original traffic source|original source type|original source|source origin|origin|channel|marketing channel|leadkalla|kalla|ursprung|quelle|leadquelle|lead-quelle|herkunft|origine|source du lead|origine de la piste|source de la piste|origen|origen del candidato|origen del prospecto|fuente|fuente del lead|origem|origem do lead|fonte|fonte do lead|bron|leadbron|herkomst',
  pipeline:
    'pipeline|pipeline name|sales pipeline|sales team|saljprocess|pipelinenamn|pipeline-name|vertriebspipeline|pipeline de vente|embudo|embudo de ventas|funil|funil de vendas|pijplijn|verkooppijplijn',
  created:
    "create date|created date|created|date created|created at|created on|created time|creation date|deal created|createdate|add time|date added|open date|opened date|date opened|start date|engage date|first contact date|lead date|inquiry date|skapad|skapad datum|skapad den|skapandedatum|skapat|erstellt|erstellt am|erstelldatum|erstellungsdatum|angelegt am|date de creation|cree le|date d'ouverture|creation|fecha de creacion|creado|creado el|fecha de alta|data de criacao|criado|criado em|data de abertura|aanmaakdatum|aangemaakt|aangemaakt op|gemaakt op|datum aangemaakt",
  wonOn:
    'won time|won date|date won|won on|won at|vunnen datum|datum vunnen|vunnen den|gewonnen am|gewinndatum|gagne le|gagnee le|date de gain|fecha de ganado|fecha ganado|ganado el|data de ganho|ganho em|gewonnen op|datum gewonnen|signed date',
  lostOn:
    'lost time|lost date|date lost|lost on|lost at|forlorad datum|datum forlorad|forlorad den|verloren am|verlustdatum|perdu le|perdue le|date de perte|fecha de perdida|fecha perdido|perdido el|data de perda|data da perda|perdido em|verloren op|datum verloren',
  closed:
    'closed date|actual close date|actual closed date|actual closing date|deal closed on|closed on|closed at|date closed|close time|closed|avslutad|avslutad den|stangd|abgeschlossen am|geschlossen am|tatsachliches abschlussdatum|cloture le|ferme le|fermee le|date de cloture reelle|cerrado el|fecha de cierre real|fechado em|data de fechamento real|gesloten op|afgesloten op|werkelijke sluitingsdatum',
  expectedClose:
    'expected close date|expected closing|expected close|expected closing date|estimated close date|est. close date|forecast close date|tentative close date|projected close date|target close date|forvantat avslut|forvantat avslutsdatum|beraknat avslutsdatum|forvantat stangningsdatum|erwartetes abschlussdatum|erwarteter abschluss|voraussichtlicher abschluss|voraussichtliches abschlussdatum|date de cloture prevue|date de cloture estimee|cloture prevue|fecha de cierre prevista|fecha prevista de cierre|fecha de cierre esperada|cierre previsto|data prevista de fechamento|data de fechamento esperada|data de fechamento prevista|previsao de fechamento|verwachte sluitingsdatum|verwachte afsluitdatum|geschatte sluitingsdatum',
  closeDate:
    'close date|closing date|closedate|avslutsdatum|stangningsdatum|abschlussdatum|schlusstermin|date de cloture|date de fermeture|fecha de cierre|data de fechamento|data de encerramento|sluitingsdatum|afsluitdatum|afsluitingsdatum',
  amount:
    "amount|deal amount|value|deal value|close value|opportunity amount|contract value|total contract value|amount in company currency|annual contract value|acv|arr|total value|deal size|price|revenue|total|monthly recurring revenue|mrr|belopp|affarsbelopp|varde|affarsvarde|ordervarde|summa|betrag|wert|dealwert|auftragswert|umsatz|montant|montant de l'opportunite|montant de la transaction|valeur|importe|valor|valor del negocio|monto|cantidad|valor do negocio|montante|quantia|bedrag|waarde|dealwaarde|omzet",
  currency:
    'currency|deal currency code|currency code|opportunity currency|currency of value|value currency|amount currency|currency iso code|valuta|valutakod|wahrung|wahrungscode|devise|code devise|moneda|moeda|divisa|munteenheid',
  stage:
    'deal stage|stage|stage name|status label|pipeline stage|sales stage|stage id|dealstage|steg|affarssteg|fas|affarsfas|saljfas|phase|deal-phase|verkaufsphase|opportunity-phase|stufe|etape|etape de vente|phase de la transaction|etapa|etapa del negocio|etapa de ventas|fase del negocio|etapa do negocio|estagio|fase|dealfase|verkoopfase|stadium',
  status:
    'seedcast status|deal status|status|status type|state|outcome|result|won/lost|forecast type|utfall|resultat|ergebnis|statut|etat|estado|situacion|resultado|situacao|uitkomst|resultaat',
  previousStage:
    'lost at stage|stage lost|lost in stage|last stage|last open stage|previous stage|stage before closing|senaste steg|foregaende steg|letzte phase|vorherige phase|derniere etape|etape precedente|ultima etapa|etapa anterior|vorige fase|laatste fase',
  lostReason:
    'closed lost reason|lost reason|loss reason|reason for loss|reason lost|forlustorsak|forlustanledning|orsak till forlust|verlustgrund|grund fur verlust|raison de la perte|raison de perte|motif de perte|motivo de perdida|motivo de la perdida|razon de perdida|motivo da perda|motivo de perda|verliesreden|reden van verlies|reden verlies',
  probability:
    'deal probability|probability|win probability|confidence|closure probability|close probability|chance to win|sannolikhet|vinstchans|wahrscheinlichkeit|abschlusswahrscheinlichkeit|probabilite|probabilite de gain|probabilidad|probabilidad de cierre|probabilidade|probabilidade de ganho|waarschijnlijkheid|kans|slagingskans',
  category:
    'forecast category|forecast category name|prognoskategori|prognosekategorie|categorie de prevision|categorie de previsions|categoria de prevision|categoria de pronostico|categoria de previsao|prognosecategorie',
};

/**
 * Outcome in disguise, or an amount already weighted by chance: never inputs, not even as a guess. The stage a lost deal
 * was in is a name of its own above.
 */
export const NEVER_TAKEN =
  /weighted|prorated|expected (revenue|mrr)|viktad|viktat|gewichtet|ponder[ae]|gewogen|forvantad intakt|erwarteter? (umsatz|ertrag)|(revenu|chiffre d'affaires) (attendu|prevu)|ingresos? (esperado|previsto)|receita (esperada|prevista)|verwachte (omzet|opbrengst)|^is (won|closed|lost)|cycle|^age\b|duration|time in\b|days (to|in|since)|lost (at|in) .|tier$/;
