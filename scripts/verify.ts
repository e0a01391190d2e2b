import { type FileHandle, open, stat } from 'node:fs/promises';
import type { ByteSource } from '../lib/evidence/bytes.ts';
import type { VerifyReport } from '../lib/evidence/contract.ts';
import { refused, verifyPackage } from '../lib/evidence/verify.ts';
import { argumentsOf, print, refuse, say } from './io.ts';

/**
 * `npm run -s verify -- FILE.zip [--expect-key HEX]`: checks an evidence package as the dashboard does. HEX is the
 * public key (SPKI) or its SHA-256. Exit 0 when every byte is as it was made, 1 when not, 2 when there is nothing to
 * check.
 */
const { rest, options } = argumentsOf(process.argv.slice(2), ['expect-key']);
const [name, ...others] = rest;
if (name === undefined || others.length > 0) refuse('Usage: npm run -s verify -- FILE.zip [--expect-key HEX]');
const expectKey = options['expect-key'];
if (expectKey !== undefined && !/^(?:[0-9a-f]{2}){32,}$/i.test(expectKey))
  refuse('--expect-key takes a public key (SPKI) or its SHA-256 as hexadecimal digits.');

const report = await checked(name);
for (const { file: where, what, detail } of report.problems) say(`${where}: ${what}${detail ? ` (${detail})` : ''}`);
print(report);
process.exitCode = report.ok ? 0 : 1;

async function checked(path: string): Promise<VerifyReport> {
  let file: FileHandle;
  let size: number;
  try {
    // Asked first: opening a pipe would wait for whoever writes to it.
    const found = await stat(path);
    if (!found.isFile()) return refused('unreadable', found.isDirectory() ? 'a folder, no file' : 'no ordinary file');
    size = found.size;
    file = await open(path);
  } catch (error) {
    return refuse(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  const source: ByteSource = {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
  };
  try {
    return await verifyPackage(source, { expectKey });
  } finally {
    await file.close();
  }
}
