import { mount } from 'svelte';
import { afterPaint } from './state/afterPaint';
import { AppState } from './state/app.svelte';
import App from './ui/App.svelte';
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { connect } from './worker/connect';
import { databaseNameFor } from './workspace/databaseName';

async function start(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) throw new Error('index.html has no element with id "app"');
  const app = new AppState(connect(), databaseNameFor(location.pathname));
  const opening = app.open();
  mount(App, { target, props: { app } });
  // From here on the app can speak for itself; before, the rescue page watches for a failed start.
  document.documentElement.dataset.started = 'yes';
  await opening;
  // What stores the app for offline use takes nothing from the first answer.
  await afterPaint();
  await app.installation.register();
}

void start();
