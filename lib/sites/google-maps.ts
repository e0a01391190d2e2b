import type { Adapter } from './contract.ts';
export const googleMaps = { id: 'google-maps', label: 'Google 地圖', matches: [] } as unknown as Adapter;
