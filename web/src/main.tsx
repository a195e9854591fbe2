import './shell/session/taken';
import './shell/nonce';
import './shell/trusted-types';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './shell/shell.css';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app';
import { startTexts } from './shell/text';

/** A newer version has taken the place of the files that this page asks for: once, the page is loaded anew. */
window.addEventListener('vite:preloadError', (event) => {
  const url = new URL(window.location.href);
  if (url.searchParams.has('anew')) return;
  event.preventDefault();
  url.searchParams.set('anew', '1');
  window.location.replace(url);
});

await startTexts();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
