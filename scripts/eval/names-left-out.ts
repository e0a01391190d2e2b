import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PersonalSpan } from '../../lib/contract/triage.ts';
import { hospitalRows } from './data.ts';
import type { Figure } from './figures.ts';
import { measureNames, type QuoteRow } from './personal.ts';

/**
 * Names in reviews, every place read by odds and models that were learnt without it. The weights are a module, so a
 * copy of the rooms is trained beside the project for each fold and asked from its own process; a minute in all.
 */

/** Whole places; each fold takes from both halves that scripts/train/privacy.ts learns from. */
const FOLDS = ['h01,h02,h09,h12,h25', 'h04,h08,h10,h11,h13', 'h03,h06,h07,h15,h21'] as const;

const MAIN = fileURLToPath(new URL('../../', import.meta.url));
const READER = `
import { findPersonal } from './lib/privacy/index.ts';
import { hospitalRows } from './scripts/eval/data.ts';
const places = new Set(process.argv[2].split(','));
const read = hospitalRows().filter((r) => places.has(r.place)).map((r) => [r.id, findPersonal(r.text)]);
process.stdout.write(JSON.stringify(read));
`;

function readFold(places: string): [string, PersonalSpan[]][] {
  const dir = mkdtempSync(join(tmpdir(), 'names-left-out-'));
  try {
    const copy = join(dir, 'main');
    mkdirSync(copy);
    for (const part of ['lib/contract', 'lib/privacy', 'scripts/train', 'scripts/eval', 'package.json'])
      cpSync(join(MAIN, part), join(copy, part), { recursive: true });
    symlinkSync(join(MAIN, 'node_modules'), join(copy, 'node_modules'));
    symlinkSync(join(MAIN, '../shared'), join(dir, 'shared'));
    writeFileSync(join(copy, 'reader.ts'), READER);
    const run = (script: string, ...args: string[]): string =>
      execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(copy, script), ...args], {
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    run('scripts/train/privacy.ts', '--without', places);
    return JSON.parse(run('reader.ts', places)) as [string, PersonalSpan[]][];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** `name`: titles cut from both; `person`: a later surname of the same person is no invention (personal.ts). */
export function namesLeftOut(): [string, Figure][] {
  const spans = new Map(FOLDS.flatMap(readFold));
  const rows = hospitalRows() as unknown as QuoteRow[];
  const { staff } = measureNames(rows, (row) => spans.get(row.id) ?? []);
  return (['name', 'touch', 'person'] as const).map((how) => {
    const score = staff[how];
    return [`staff names in places left out F1, ${how}`, { ...score.f1, n: score.tp + score.fn }];
  });
}
