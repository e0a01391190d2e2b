import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Trains what lib/privacy knows of names: the odds of characters on one half of the hospitals, the models on the
 * other half (so that they do not lean on names they have seen), then the odds on all. Five seconds each.
 */
const HALVES = ['h01,h02,h03,h04,h06,h07,h08', 'h09,h10,h11,h12,h13,h15,h21,h25'] as const;

const run = (script: string, without: string): void => {
  execFileSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), '--without', without], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
};

/** Hospitals to be left out altogether, for an honest figure: `--without h02,h08`. */
const at = process.argv.indexOf('--without');
const leave = at > 0 ? (process.argv[at + 1] ?? '') : '';
const join = (half: string): string => (leave ? `${leave},${half}` : half);
run('./names.ts', join(HALVES[0]));
run('./name-model.ts', join(HALVES[1]));
run('./names.ts', leave);
