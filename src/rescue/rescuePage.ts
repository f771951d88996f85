import { dumpDatabase } from './dumpDatabase';
import { startOver } from './startOver';

export interface RescuePage {
  remove(): void;
}

/** Both languages at once: which one the user reads is stored where nothing can be read any more. */
const TEXTS = {
  title: ['Seedcast did not start', 'Seedcast startade inte'],
  explain: [
    'Your data is still on this device. Reload first. If that does not help, save a backup, and only then start over: the backup can be restored under Settings.',
    'Dina data finns kvar på enheten. Ladda om först. Hjälper inte det, spara en säkerhetskopia, och börja först därefter om: kopian kan återställas under Inställningar.',
  ],
  reload: ['Reload', 'Ladda om'],
  save: ['Save a backup', 'Spara en säkerhetskopia'],
  startOver: ['Start over with nothing stored', 'Börja om utan sparade data'],
  saved: ['The backup was saved.', 'Säkerhetskopian sparades.'],
  nothing: ['Nothing is stored here.', 'Här finns inget sparat.'],
  failed: [
    'The backup could not be saved. Close other tabs of Seedcast and try again.',
    'Säkerhetskopian kunde inte sparas. Stäng andra flikar med Seedcast och försök igen.',
  ],
} as const;

type Text = keyof typeof TEXTS;

// A sheet made by script needs no inline style, which the content security policy forbids.
const STYLES = `
  .rescue { max-width: 40rem; margin: 10vh auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
  .rescue h1 { font-size: 1.5rem; line-height: 1.25; }
  .rescue button:not([hidden]) { display: block; min-height: 44px; margin: 0.75rem 0; padding: 0.5rem 1rem; font: inherit; }
  .rescue code { overflow-wrap: anywhere; }
`;

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** English, then Swedish, each marked for screen readers. */
function both(text: Text, separator: Node | string): (Node | string)[] {
  const [english, swedish] = TEXTS[text];
  const one = element('span', english);
  one.lang = 'en';
  const other = element('span', swedish);
  other.lang = 'sv';
  return [one, separator, other];
}

function button(text: Text, onClick: () => void): HTMLButtonElement {
  const made = element('button', ...both(text, ' / '));
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

function download(blob: Blob, name: string): void {
  const link = element('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
}

/** Without the screen that the address may name: with nothing stored, the start is the only one that has something to say. */
function reloadAtStart(): void {
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
}

/** Puts the page in the place of the app. `reason` is the browser's own words, or '' where nothing was heard. */
export function showRescuePage(reason: string): RescuePage {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets.push(sheet);
  const app = document.getElementById('app');
  if (app) app.hidden = true;

  const status = element('p');
  status.setAttribute('role', 'status');
  const startOverButton = button('startOver', () => void startOver().finally(reloadAtStart));
  startOverButton.hidden = true;

  async function save(): Promise<void> {
    let outcome: Text = 'failed';
    try {
      const dump = await dumpDatabase();
      if (dump) download(dump, `seedcast-rescue-${new Date().toISOString().slice(0, 10)}.json`);
      outcome = dump ? 'saved' : 'nothing';
    } finally {
      status.replaceChildren(...both(outcome, element('br')));
      // Offered only now, so that nobody throws away what could still be saved.
      startOverButton.hidden = false;
    }
  }

  const page = element(
    'main',
    element('h1', ...both('title', element('br'))),
    ...both('explain', element('br')).map((part) =>
      part instanceof HTMLSpanElement ? element('p', part) : '',
    ),
    element('p', element('code', reason)),
    button('reload', () => location.reload()),
    button('save', () => void save()),
    status,
    startOverButton,
  );
  page.className = 'rescue';
  document.body.append(page);
  page.querySelector('button')?.focus();

  return {
    remove() {
      page.remove();
      if (app) app.hidden = false;
    },
  };
}
