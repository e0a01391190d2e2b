// Plain JavaScript for Node 20: runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/** Dependencies as the lock file says, and a Chromium. Does nothing where both are there. Returns Chromium's path. */
export function setUp() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`ReplyWell needs Node 20 or newer; this is ${process.version}.`);
  if (!existsSync(INSTALLED) || statSync(INSTALLED).mtimeMs < statSync(LOCK).mtimeMs) {
    process.stderr.write('Installing dependencies …\n');
    // Not `npm ci`: it refuses a lock file that does not name the other platforms' builds of a tool.
    const { status } = spawnSync(NPM, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0)
      stop(
        'The dependencies could not be installed (npm install failed, see above). Check the network and run the command again.',
      );
  }
  try {
    return ensureChromium();
  } catch (error) {
    return stop(error.message);
  }
}

/** Runs a script of package.json (so with the newer Node that node_modules brings); returns its exit code. */
export function npmRun(name, args = [], options = {}) {
  return spawnSync(NPM, ['run', '-s', name, ...(args.length ? ['--', ...args] : [])], {
    cwd: ROOT,
    stdio: 'inherit',
    ...options,
  });
}

function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}
