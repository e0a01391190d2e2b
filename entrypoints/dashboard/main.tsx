import { createRoot } from 'react-dom/client';
import '../../assets/styles/app.css';
import { onChanged } from '../../lib/messaging/changes.ts';
import { request } from '../../lib/messaging/client.ts';
import { App } from './app.tsx';
import { createDashboard } from './state.ts';

const dashboard = createDashboard({ request, onChanged });
void dashboard.start();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App dashboard={dashboard} request={request} />);
