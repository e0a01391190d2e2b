/** stdout of the commands is JSON only; everything for people goes to stderr. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** Who reads stdout may stop reading (`| head -1`): that ends the command, it is no error of it. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** As `print`, and waits while the reader is slower than we are: no more than a few lines are held in memory. */
export async function printInTurn(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
}

/** Ends a command that cannot do its work: a sentence and exit code 2. */
export function refuse(sentence: string): never {
  say(sentence);
  process.exit(2);
}

/**
 * `--name value` arguments and the rest, in order. An option that is not among `names`, or that has no value,
 * ends the command: silently left out it would give another answer than was asked for.
 */
export function argumentsOf(
  argv: readonly string[],
  names: readonly string[],
): { rest: string[]; options: Record<string, string> } {
  const rest: string[] = [];
  const options: Record<string, string> = {};
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (!word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    const value = argv[++i];
    if (!names.includes(word.slice(2))) refuse(`${word} is not an option of this command.`);
    if (!value || value.startsWith('--')) refuse(`${word} needs a value.`);
    options[word.slice(2)] = value;
  }
  return { rest, options };
}
