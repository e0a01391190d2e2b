import type { Adapter } from './contract.ts';
export const ptt = { id: 'ptt', label: 'PTT', matches: [] } as unknown as Adapter;
