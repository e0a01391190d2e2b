// Plain JavaScript for Node 20: runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/opt/homebrew/bin/chromium',
  process.env.LOCALAPPDATA && `${process.env.LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
];

/** Path of a Chromium on this machine, or null. Branded Chrome is no use: it ignores --load-extension since 137. */
export function findChromium() {
  return CANDIDATES.find((path) => path && existsSync(path)) ?? null;
}

/**
 * A Chromium: one on the system, else from the system's package manager (Debian/Ubuntu as root or with
 * passwordless sudo, Fedora, Homebrew), else an Error whose message says what to do.
 */
export function ensureChromium(log = (line) => process.stderr.write(`${line}\n`)) {
  const found = findChromium();
  if (found) return found;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const attempts = [
    {
      has: 'apt-get',
      steps: [
        [...sudo, 'apt-get', 'update'],
        [...sudo, 'apt-get', 'install', '-y', 'chromium', 'fonts-noto-cjk'],
      ],
    },
    { has: 'dnf', steps: [[...sudo, 'dnf', 'install', '-y', 'chromium', 'google-noto-sans-cjk-fonts']] },
    { has: 'brew', steps: [['brew', 'install', '--cask', 'chromium']] },
  ];
  for (const { has, steps } of attempts) {
    if (spawnSync(has, ['--version'], { stdio: 'ignore' }).error) continue;
    log(`No Chromium found; installing one with ${has} …`);
    const done = steps.every(
      ([command, ...args]) =>
        spawnSync(command, args, {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        }).status === 0,
    );
    const path = findChromium();
    if (done && path) return path;
  }
  throw new Error(
    'ReplyWell needs Chromium (not Chrome: Chrome no longer loads unpacked extensions from the command line). ' +
      'Install it (Debian/Ubuntu: apt-get install chromium fonts-noto-cjk; macOS: brew install --cask chromium), ' +
      'or set CHROMIUM_PATH to one, and run the command again.',
  );
}
