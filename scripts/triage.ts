import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { Clinic } from '../lib/contract/index.ts';
import { type Extension, launchExtension, NotReady } from './browser.ts';
import { argumentsOf, print, refuse, say } from './io.ts';
import { readPage } from './read-page.ts';

/**
 * `npm run -s triage -- FILE.html --url URL [--profile FILE.json] [--screenshot PNG] [--capture ZIP]`
 * A saved page at its real address in real Chromium, read by the built extension as for a person.
 */
const { rest, options } = argumentsOf(process.argv.slice(2), ['url', 'profile', 'screenshot', 'capture']);
const [file] = rest;
if (!file || rest.length > 1 || !options.url)
  refuse('Usage: npm run -s triage -- FILE.html --url URL [--profile FILE.json] [--screenshot PNG] [--capture ZIP]');

const html = readText(file);
const url = parseUrl(options.url);
const clinic = options.profile ? parseProfile(options.profile) : null;

let extension: Extension | null = null;
try {
  extension = await launchExtension({ pages: { [withoutHash(url)]: html } });
  print(await readPage(extension, url.href, { clinic, screenshot: options.screenshot, capture: options.capture }));
} catch (error) {
  if (error instanceof NotReady) refuse(error.message);
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  await extension?.close();
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return refuse(`The file ${path} could not be read.`);
  }
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    return refuse(`--url ${text} is not an address.`);
  }
}

function parseProfile(path: string): Clinic {
  try {
    return z.parse(Clinic, JSON.parse(readText(path)));
  } catch {
    return refuse(`The profile ${path} is not a clinic profile as in the README.`);
  }
}

function withoutHash(address: URL): string {
  const copy = new URL(address);
  copy.hash = '';
  return copy.href;
}
