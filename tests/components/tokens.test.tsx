import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('assets/styles/app.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Which text stands on which ground. */
const TEXTS: [string, string][] = [
  ...['ground', 'surface', 'raised', 'accent-soft', 'amber-soft', 'urgent-soft'].map((ground): [string, string] => [
    'ink',
    ground,
  ]),
  ...['ground', 'surface', 'raised', 'amber-soft', 'accent-soft'].map((ground): [string, string] => ['muted', ground]),
  ...['ground', 'surface', 'raised', 'accent-soft'].map((ground): [string, string] => ['accent', ground]),
  ...['ground', 'surface', 'raised', 'amber-soft'].map((ground): [string, string] => ['amber', ground]),
  ...['ground', 'raised', 'urgent-soft'].map((ground): [string, string] => ['urgent', ground]),
  ['accent-ink', 'accent'],
  ['ground', 'urgent'],
];

describe('colours', () => {
  it.each(TEXTS)('%s on %s can be read (AA) in light and dark', (text, ground) => {
    for (const mode of ['light', 'dark'] as const) {
      const ratio = contrast(tokens.get(text)?.[mode] ?? '', tokens.get(ground)?.[mode] ?? '');
      expect(ratio, `${mode}: ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('edges of fields can be seen (3:1)', () => {
    for (const mode of ['light', 'dark'] as const) {
      expect(contrast(tokens.get('edge')?.[mode] ?? '', tokens.get('ground')?.[mode] ?? '')).toBeGreaterThanOrEqual(3);
    }
  });
});
