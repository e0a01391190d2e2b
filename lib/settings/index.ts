export { restrictStorage } from './access.ts';
export * from './settings.ts';
