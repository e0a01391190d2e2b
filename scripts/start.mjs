// `npm start`: sets up, builds, and shows the tour. Plain JavaScript for Node 20.
import { npmRun, setUp } from './setup.mjs';

const chromium = setUp();
const env = { ...process.env, CHROMIUM_PATH: chromium };
for (const step of ['build', 'tour']) {
  // The build's own words go to stderr: what people read of `npm start` is the tour.
  const { status } = npmRun(step, [], { env, stdio: step === 'build' ? ['ignore', 2, 2] : 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
