import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, ROOT } from '../browser.ts';
import { say } from '../io.ts';

const SPECS = ['tests/e2e/capture-kill.spec.ts', 'tests/e2e/capture-stitch.spec.ts'];

/** As Playwright's JSON reporter writes it, as far as it is used here. */
interface Suite {
  suites?: Suite[];
  specs?: { title: string; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[];
}

/**
 * Captures killed at 100 points (worker, tab, browser), and pictures joined at every zoom and pixel ratio, in real
 * Chromium with the built extension. The points are the same every time: the seed is not used.
 */
export async function soakKills(): Promise<{ runs: number; failures: string[] }> {
  if (!existsSync(join(BUILD, 'manifest.json')))
    return { runs: 0, failures: ['there is no build yet: run `npm run build` first'] };
  say('kills: takes half an hour or more');
  const { code, out } = await playwright();
  let report: Suite;
  try {
    report = JSON.parse(out) as Suite;
  } catch {
    return { runs: 0, failures: [`no report; Playwright ended with ${code}`] };
  }
  const specs = specsOf(report);
  const failures = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const message = tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message ?? '';
      return `${title}: ${message.split('\n')[0] ?? ''}`;
    });
  if (specs.length === 0) failures.push('no test ran');
  return { runs: specs.length, failures };
}

function playwright(): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
        'test',
        ...SPECS,
        '--reporter=json',
        '--workers=1',
        ...(process.env.SOAK_GREP ? ['-g', process.env.SOAK_GREP] : []),
      ],
      { cwd: ROOT, env: { ...process.env, REPLYWELL_ALL: '1' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let out = '';
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

const specsOf = (suite: Suite): NonNullable<Suite['specs']> => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];
