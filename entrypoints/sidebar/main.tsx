import { createRoot } from 'react-dom/client';
import '../../assets/styles/app.css';
import { onChanged } from '../../lib/messaging/changes.ts';
import { request } from '../../lib/messaging/client.ts';
import { App } from './app.tsx';
import { createSidebar } from './state.ts';

// The nonce is good for one use; nobody should find it in the address afterwards.
const nonce = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const sidebar = createSidebar({ request, onChanged });
void sidebar.start(nonce);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App sidebar={sidebar} request={request} />);
