import type { Adapter } from './contract.ts';
export const facebook = { id: 'facebook', label: 'Facebook', matches: [] } as unknown as Adapter;
