import type { Adapter } from './contract.ts';
export const dcard = { id: 'dcard', label: 'Dcard', matches: [] } as unknown as Adapter;
