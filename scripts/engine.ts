import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { Clinic, Site, Tone } from '../lib/contract/index.ts';
import { compose, guard } from '../lib/drafting/index.ts';
import { findPersonal, redact } from '../lib/privacy/index.ts';
import { triage } from '../lib/triage/index.ts';
import { endWithReader, printInTurn, refuse } from './io.ts';
import { loadWeights } from './weights.ts';

/**
 * `npm run -s engine -- triage|pii|draft|guard < IN.jsonl`: one JSON line out per line in, in order. Runs the
 * very rooms that the extension runs; needs no build. A bad line gives `{"id":…,"error":"…"}` and the rest goes on.
 */
const base = { id: z.union([z.string(), z.number()]), clinic: z.nullish(Clinic) };
const stars = z.nullish(z.number().check(z.gte(1), z.lte(5)));

const Triaged = z.object({ ...base, text: z.string(), stars, site: z.nullish(Site) });
const Personal = z.object({ ...base, text: z.string() });
const Drafted = z.object({
  ...base,
  text: z.string(),
  stars,
  site: z.nullish(Site),
  tone: z.nullish(Tone),
  seed: z.nullish(z.number()),
  recent: z.nullish(z.array(z.string())),
});
const Guarded = z.object({ ...base, review: z.nullish(z.string()), reply: z.string() });

const VERBS: Record<string, (line: unknown) => object> = {
  triage(line) {
    const input = z.parse(Triaged, line);
    return triage(input);
  },
  pii(line) {
    const { text, clinic } = z.parse(Personal, line);
    const spans = findPersonal(text, clinic);
    return { spans, redacted: redact(text, spans).text };
  },
  draft(line) {
    const input = z.parse(Drafted, line);
    return compose({
      triage: triage(input),
      text: input.text,
      stars: input.stars ?? null,
      site: input.site ?? null,
      clinic: input.clinic ?? null,
      tone: input.tone ?? 'warm',
      seed: input.seed ?? 0,
      recent: input.recent ?? [],
    });
  },
  guard(line) {
    const { reply, review, clinic } = z.parse(Guarded, line);
    return guard(reply, { review: review ?? null, clinic: clinic ?? null });
  },
};

const name = process.argv[2] ?? '';
const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
if (verb === VERBS.triage || verb === VERBS.draft) loadWeights();
if (!verb || process.argv.length > 3) refuse('Usage: npm run -s engine -- triage|pii|draft|guard < IN.jsonl');

endWithReader();
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  // An empty line has its answer too: one line out per line in.
  await printInTurn(answer(line, verb));
}

function answer(line: string, work: (line: unknown) => object): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { id: null, error: 'not a JSON line' };
  }
  const id = (parsed as { id?: unknown } | null)?.id ?? null;
  try {
    return { id, ...work(parsed) };
  } catch (error) {
    return {
      id,
      error:
        error instanceof z.core.$ZodError
          ? `wrong shape at ${error.issues[0]?.path.join('.') || 'the top'}`
          : 'could not be read',
    };
  }
}
