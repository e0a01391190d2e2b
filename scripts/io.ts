/** stdout of the commands is JSON only; everything for people goes to stderr. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** Ends a command that cannot do its work: a sentence and exit code 2. */
export function refuse(sentence: string): never {
  say(sentence);
  process.exit(2);
}

/** `--name value` arguments and the rest, in order. */
export function argumentsOf(argv: readonly string[]): { rest: string[]; options: Record<string, string> } {
  const rest: string[] = [];
  const options: Record<string, string> = {};
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word.startsWith('--')) options[word.slice(2)] = argv[++i] ?? '';
    else rest.push(word);
  }
  return { rest, options };
}
