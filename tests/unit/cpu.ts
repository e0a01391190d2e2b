/** What it costs, ms: of this process's own time on the processor, which a busy machine does not stretch. */
export function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
