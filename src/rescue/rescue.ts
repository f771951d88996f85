import { showRescuePage } from './rescuePage';
import type { RescuePage } from './rescuePage';

/**
 * Watches the start of the app from outside it: an entry of its own that shares no code with the app, so that what
 * breaks the app can't break this. The app says that it runs by setting `data-started` on the root element.
 */

/** A slow phone on a slow network has started by then; when it starts later after all, the page gives way. */
const PATIENCE_MILLISECONDS = 15_000;

const root = document.documentElement;
let page: RescuePage | null = null;

const hasStarted = (): boolean => root.dataset['started'] !== undefined;

function show(reason: string): void {
  if (!hasStarted()) page ??= showRescuePage(reason);
}

function stopWatching(): void {
  clearTimeout(timer);
  observer.disconnect();
  removeEventListener('error', onError, true);
  removeEventListener('unhandledrejection', onRejection);
  page?.remove();
}

function onError(event: Event): void {
  if (event instanceof ErrorEvent) show(event.message);
  // A picture or a style that is missing stops nothing; a script does. Such errors do not bubble: hence the capture.
  else if (event.target instanceof HTMLScriptElement) show(new URL(event.target.src, location.href).pathname);
}

function onRejection({ reason }: PromiseRejectionEvent): void {
  show(reason instanceof Error ? reason.message : String(reason));
}

const timer = setTimeout(() => show(''), PATIENCE_MILLISECONDS);
const observer = new MutationObserver(() => {
  if (hasStarted()) stopWatching();
});
observer.observe(root, { attributeFilter: ['data-started'] });
addEventListener('error', onError, true);
addEventListener('unhandledrejection', onRejection);
// An app that runs but can't open what is stored hands over here. Heard for as long as the page lives.
addEventListener('seedcast-rescue', () => {
  page?.remove();
  page = showRescuePage('');
});
