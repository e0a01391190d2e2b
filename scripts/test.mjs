// `npm test`: sets up, then runs everything. Plain JavaScript for Node 20.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npmRun, ROOT, setUp } from './setup.mjs';

const RESULTS = join(ROOT, '.cache', 'test');

const chromium = setUp();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
if (!existsSync(join(ROOT, '..', 'shared', 'captures'))) {
  console.log('../shared is not here: the tests on saved real pages and real reviews are skipped.');
}
const env = { ...process.env, CHROMIUM_PATH: chromium, RESULTS };
let passed = 0;
let failed = 0;
let skipped = 0;

/** A check that passes or fails as a whole. */
function check(name, script) {
  const ok = heading(name, () => npmRun(script, [], { env })) === 0;
  if (ok) passed++;
  else failed++;
}

/** A runner that counts its own tests in a JSON report; a run without a report is one failure. */
function count(name, script, args, report, read) {
  const status = heading(name, () => npmRun(script, args, { env }));
  try {
    const sums = read(JSON.parse(readFileSync(join(RESULTS, report), 'utf8')));
    passed += sums.passed;
    failed += sums.failed;
    skipped += sums.skipped;
    if (status !== 0 && sums.failed === 0) failed++;
    if (sums.passed === 0) failed++;
  } catch {
    failed++;
  }
}

function heading(name, run) {
  const start = Date.now();
  console.log(`\n── ${name}`);
  const { status } = run();
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - start) / 1000)} s)`);
  return status;
}

const vitest = (json) => ({
  passed: json.numPassedTests,
  failed: json.numFailedTests + (json.numFailedTests === 0 && json.success === false ? 1 : 0),
  skipped: json.numPendingTests + json.numTodoTests,
});
const reporter = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${join(RESULTS, file)}`];

check('format', 'format');
check('lint', 'lint');
check('types', 'types');
count('unit and components', 'unit', reporter('unit.json'), 'unit.json', vitest);
count('pages in Chromium', 'browser', reporter('browser.json'), 'browser.json', vitest);
check('build', 'build');
count('the built extension in Chromium', 'e2e', [], 'e2e.json', ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
}));

console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
