import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftView, ReviewView } from '../lib/contract/index.ts';
import { ask, type Extension, launchExtension, ROOT } from './browser.ts';
import { refuse } from './io.ts';
import { saveClinic, whenRead } from './read-page.ts';
import { type Sample, sampleClinic, samples } from './samples.ts';

/**
 * The tour of `npm start`: the built extension on four built-in pages, offline. With a display a browser stays
 * open for the person; without one the same pages are read headless, a table is printed and pictures are saved.
 */
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const pictures = join(ROOT, 'tour');

let extension: Extension;
try {
  extension = await launchExtension({
    pages: Object.fromEntries(samples().map(({ url, html }) => [url, html])),
    headless: !display,
    viewport: display ? null : { width: 1360, height: 900 },
  });
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}
await saveClinic(extension, sampleClinic());
const rows = [];
for (const sample of samples()) rows.push(await visit(sample, rows.length === 0));

console.log('\n覆評 ReplyWell — 導覽（四個內建示範頁，內容皆為虛構）\n');
for (const row of rows) {
  console.log(`■ ${row.label}　${row.reviews} 則・風險 ${row.risks} 處・今天處理 ${row.today} 則`);
  console.log(`  最急：${row.urgent}`);
  console.log(`  回覆草稿：${row.draft}\n`);
}
if (display) {
  console.log('瀏覽器已開啟四個分頁；關閉瀏覽器即結束。');
  await new Promise<void>((resolve) => extension.context.on('close', () => resolve()));
} else {
  console.log(`畫面存於 ${pictures}`);
  await extension.close();
}

async function visit({ site, label, url }: Sample, isFirst: boolean) {
  const page = await extension.open(url);
  // Where it stood open it opens again by itself: another press might close it.
  if (isFirst) await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  const view = await whenRead(sidebar);
  const items = view.items.filter((item) => item.relevance !== 'other').sort((a, b) => b.priority - a.priority);
  const first = items[0];
  let draft = '（沒有可回覆的評論）';
  if (first) {
    const { draft: made } = await ask<DraftView>(sidebar, 'draft.compose', { key: first.key, tone: 'warm', seed: 1 });
    draft = made.text ?? `不回覆：${made.noReply?.reason ?? ''}`;
    await ask(sidebar, 'review.select', { key: first.key });
    await ask<ReviewView>(sidebar, 'review.get', { key: first.key });
    await sidebar.waitForSelector('[data-review-open] textarea');
  }
  if (!display) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${site}.png`) });
  }
  return {
    label,
    reviews: items.length,
    risks: items.reduce(
      (sum, item) => sum + item.risks.filter((kind) => kind !== 'praise' && kind !== 'opinion').length,
      0,
    ),
    today: items.filter((item) => item.priority >= 80).length,
    urgent: first ? `${first.author}：${first.excerpt.slice(0, 60)}（${first.reason ?? ''}）` : '—',
    draft: draft.replaceAll('\n', ' '),
  };
}
