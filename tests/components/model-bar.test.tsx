import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DraftPanel } from '../../components/draft/draft-panel.tsx';
import type { ModelActions, ModelAnswer, ModelStatus, WriteOptions } from '../../components/model/actions.ts';
import { MODEL_FAILURES } from '../../lib/contract/model.ts';
import { ok } from '../../lib/contract/result.ts';
import { modelWords } from '../../lib/strings/model.ts';
import { actions, composed, SAFE, SAFE_TEXT } from './actions.ts';
import { problems } from './axe.ts';
import { reviewView, settings, show } from './samples.tsx';

afterEach(cleanup);
const w = modelWords('zh-TW');
const READY: ModelStatus = {
  readiness: 'ready',
  provider: 'ollama',
  model: 'test-model',
  host: '127.0.0.1:11434',
  local: true,
  sending: 'redacted',
  extensionOrigin: 'chrome-extension://abc',
};
const CLOUD: ModelStatus = { ...READY, provider: 'openai', host: 'api.openai.com', local: false, sending: 'findings' };
const WRITTEN = '您好，謝謝您留下意見。我們重視每一則建議，相關流程會持續檢討改善。';
const done = (text = WRITTEN): ModelAnswer => ({
  ok: true,
  value: {
    text,
    fellBack: false,
    replaced: [],
    usage: { input: 300, output: 50 },
    cost: null,
    quirks: { format: 'schema', limit: 'max_tokens', usage: true },
  },
});

/** A model whose answers the test gives. */
function model(status: ModelStatus | null = READY) {
  const asked: { options: WriteOptions; answer: (answer: ModelAnswer) => void }[] = [];
  const all = {
    status: vi.fn<ModelActions['status']>(async () => status),
    watch: vi.fn<ModelActions['watch']>(() => () => undefined),
    allow: vi.fn<ModelActions['allow']>(async () => true),
    unlock: vi.fn<ModelActions['unlock']>(async (passphrase) => passphrase === 'right'),
    preview: vi.fn<ModelActions['preview']>(async (_, sending) => ({
      url: 'http://127.0.0.1:11434/v1/chat/completions',
      headers: [['Authorization', '••••••']],
      body: {
        model: 'test-model',
        messages: [
          { role: 'system', content: '寫句子' },
          {
            role: 'user',
            content: JSON.stringify({ stars: 1, ...(sending === 'redacted' && { review: '去除後的內文' }) }),
          },
        ],
        stream: true,
      },
      review: sending === 'redacted' ? '去除後的內文' : null,
    })),
    write: vi.fn<ModelActions['write']>(
      (options) =>
        new Promise((answer) => {
          asked.push({ options, answer });
          options.signal.addEventListener('abort', () => answer({ ok: false, failure: 'cancelled' }));
        }),
    ),
    setup: vi.fn<ModelActions['setup']>(),
    toClipboard: vi.fn<ModelActions['toClipboard']>(async () => true),
  };
  return { ...all, asked };
}

function open(does: ReturnType<typeof model>, more: Parameters<typeof actions>[0] = {}) {
  const onNotice = vi.fn();
  const used = actions({ ...more, model: does });
  const shown = show(
    <DraftPanel
      view={reviewView()}
      settings={settings()}
      actions={used}
      writable
      onReview={vi.fn()}
      onNotice={onNotice}
    />,
  );
  return { ...shown, onNotice, used };
}
const field = () => screen.getByRole('textbox', { name: '回覆內容' });
const press = async () => userEvent.click(await screen.findByRole('button', { name: w.bar.write }));

describe('the line above the draft', () => {
  it('is not there while the model is off, nor where no reply is the right answer', async () => {
    open(model(null));
    await waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
    expect(screen.queryByRole('button', { name: w.bar.write })).toBeNull();
    cleanup();
    open(model(), {
      compose: async (tone, seed) =>
        ok({ draft: composed(null, { tone, noReply: { reason: '甲', next: '乙' } }), guard: SAFE, seed }),
    });
    await userEvent.click(await screen.findByRole('button', { name: '仍要自己寫' }));
    expect(screen.queryByRole('button', { name: w.bar.write })).toBeNull();
  });

  it('lets the reply run into the box, and nothing be copied until it has been checked', async () => {
    const does = model();
    const { onNotice, used } = open(does);
    await press();
    expect(await problems()).toEqual([]);
    act(() => does.asked[0]?.options.progress({ step: 'writing', text: '您好，謝' }));
    await waitFor(() => expect(field()).toHaveValue('您好，謝'));
    expect(field()).toHaveAttribute('readonly');
    expect(screen.getByRole('button', { name: '複製' })).toBeDisabled();
    expect(used.typed).not.toHaveBeenCalled();
    act(() => does.asked[0]?.answer(done()));
    await waitFor(() => expect(field()).toHaveValue(WRITTEN));
    await waitFor(() => expect(screen.getByRole('button', { name: '複製' })).toBeEnabled());
    expect(screen.getByText(/300 \+ 50 token，本機不計費/)).toBeInTheDocument();
    expect(used.typed).toHaveBeenLastCalledWith(WRITTEN, null);
    expect(onNotice).not.toHaveBeenCalledWith(expect.objectContaining({ kind: 'failed' }));
  });

  it('sets aside what was typed, and gives it back', async () => {
    const does = model();
    const { onNotice, used } = open(does);
    await waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
    await userEvent.clear(field());
    await userEvent.type(field(), '我打的');
    await press();
    act(() => does.asked[0]?.answer(done()));
    await waitFor(() => expect(field()).toHaveValue(WRITTEN));
    expect(used.typed).toHaveBeenCalledWith(null, '我打的', true);
    const { undo } = (onNotice.mock.lastCall?.[0] ?? {}) as { undo?: () => void };
    act(() => undo?.());
    expect(field()).toHaveValue('我打的');
  });

  it('stopped, puts back what stood there and takes nothing that comes later', async () => {
    const does = model();
    open(does);
    await press();
    const [first] = does.asked;
    act(() => first?.options.progress({ step: 'writing', text: '半句' }));
    await userEvent.click(screen.getByRole('button', { name: w.bar.stop }));
    expect(first?.options.signal.aborted).toBe(true);
    await waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
    act(() => first?.options.progress({ step: 'writing', text: '遲到的字' }));
    expect(field()).toHaveValue(SAFE_TEXT);
    expect(await screen.findByText(w.bar.stopped)).toBeInTheDocument();
  });

  it('stops the model when the box is taken away while it writes', async () => {
    const does = model();
    const { unmount } = open(does);
    await press();
    act(() => does.asked[0]?.options.progress({ step: 'writing', text: '半句' }));
    unmount();
    expect(does.asked[0]?.options.signal.aborted).toBe(true);
  });

  it('tells what is going on', async () => {
    const does = model();
    open(does);
    await press();
    const say = (progress: Parameters<WriteOptions['progress']>[0]) =>
      act(() => does.asked[0]?.options.progress(progress));
    expect(screen.getByText(/等模型寫第一個字…0 秒/)).toBeInTheDocument();
    say({ step: 'again', try: 2, because: 'busy', inMs: 4_000 });
    expect(screen.getAllByText('127.0.0.1:11434 現在太忙。4 秒後再試（第 2 次）…')[0]).toBeInTheDocument();
    say({ step: 'rewriting', count: 2 });
    expect(screen.getAllByText(/有 2 句不適合公開/)[0]).toBeInTheDocument();
  });

  it('shows what was replaced, and why', async () => {
    const does = model();
    open(does);
    await press();
    const answer = done();
    if (answer.ok) answer.value.replaced = [{ was: '壞句子', why: '會洩漏就醫關係。', by: 'bank' }];
    act(() => does.asked[0]?.answer(answer));
    await userEvent.click(await screen.findByText(/1 句沒有通過檢查/));
    expect(screen.getByText('壞句子')).toBeInTheDocument();
    expect(screen.getByText('會洩漏就醫關係。')).toBeInTheDocument();
  });

  it.each(MODEL_FAILURES.filter((failure) => failure !== 'cancelled'))(
    '%s ends in what happened, what is safe and what to do, with the draft as it was',
    async (failure) => {
      const does = model();
      open(does);
      await press();
      act(() => does.asked[0]?.answer({ ok: false, failure }));
      const box = await screen.findByRole('alert');
      for (const sentence of Object.values(w.failures[failure])) {
        expect(box.textContent).toContain(
          sentence.replaceAll('{{host}}', READY.host).replaceAll('{{model}}', READY.model),
        );
      }
      expect(box.textContent).not.toMatch(/\{\{/);
      expect(field()).toHaveValue(SAFE_TEXT);
    },
  );

  it('gives the very line for a server that lets no extension in', async () => {
    const does = model();
    open(does);
    await press();
    act(() => does.asked[0]?.answer({ ok: false, failure: 'cors' }));
    expect(await screen.findByText('OLLAMA_ORIGINS=chrome-extension://abc')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: w.bar.copyLine }));
    expect(does.toClipboard).toHaveBeenCalledExactlyOnceWith('OLLAMA_ORIGINS=chrome-extension://abc');
  });
});

it('another model has not been agreed to, and has not failed', async () => {
  const does = model(CLOUD);
  open(does);
  await press();
  act(() => does.asked[0]?.answer({ ok: false, failure: 'quota' }));
  await screen.findByRole('alert');
  await userEvent.click(await screen.findByRole('button', { name: w.bar.look }));
  await userEvent.click(screen.getByRole('button', { name: w.sent.redacted }));
  await userEvent.click(await screen.findByRole('button', { name: w.sent.agree }));
  await screen.findByText(w.bar.agreed);
  does.status.mockResolvedValue({ ...CLOUD, host: 'llm.example.com' });
  await act(async () => does.watch.mock.lastCall?.[0]());
  await waitFor(() => expect(screen.queryByText(w.bar.agreed)).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
  await press();
  expect(does.asked[1]?.options).toMatchObject({ sending: 'findings', agreed: null });
});

describe('what is missing', () => {
  it('the browser’s permission is asked for from the click', async () => {
    const does = model({ ...READY, readiness: 'no-permission' });
    open(does);
    await press();
    expect(does.allow).toHaveBeenCalledOnce();
    await waitFor(() => expect(does.write).toHaveBeenCalledOnce());
  });

  it('refused, nothing is asked of the model', async () => {
    const does = model({ ...READY, readiness: 'no-permission' });
    does.allow.mockResolvedValue(false);
    open(does);
    await press();
    expect(await screen.findByText(/瀏覽器沒有允許連到/)).toBeInTheDocument();
    expect(does.write).not.toHaveBeenCalled();
  });

  it('a locked key is opened with its passphrase', async () => {
    const does = model({ ...CLOUD, readiness: 'key-locked' });
    open(does);
    const passphrase = await screen.findByLabelText(w.key.unlockLabel);
    expect(screen.queryByRole('button', { name: w.bar.write })).toBeNull();
    await userEvent.type(passphrase, 'wrong{Enter}');
    expect(await screen.findByText(w.key.wrong)).toBeInTheDocument();
    expect(does.unlock).toHaveBeenLastCalledWith('wrong');
    does.status.mockResolvedValue(CLOUD);
    await userEvent.type(passphrase, 'right{Enter}');
    expect(does.unlock).toHaveBeenLastCalledWith('right');
    expect(await screen.findByRole('button', { name: w.bar.write })).toBeEnabled();
  });

  it.each(['incomplete', 'no-key', 'bad-address'] as const)('%s leads to the settings', async (readiness) => {
    const does = model({ ...CLOUD, readiness });
    open(does);
    await userEvent.click(await screen.findByRole('button', { name: w.bar.setup }));
    expect(does.setup).toHaveBeenCalledOnce();
    expect(does.write).not.toHaveBeenCalled();
  });
});

describe('what is sent', () => {
  const look = async () => {
    await userEvent.click(await screen.findByRole('button', { name: w.bar.look }));
    return screen.findByRole('dialog', { name: w.sent.title });
  };

  it('can be looked at before anything is sent, task and data and every other field', async () => {
    const does = model();
    open(does);
    const dialog = await look();
    await within(dialog).findByText(/去除後的內文/);
    for (const part of ['寫句子', '"stream": true', 'Authorization: ••••••'])
      expect(dialog.textContent).toContain(part);
    expect(does.write).not.toHaveBeenCalled();
    expect(await problems(dialog)).toEqual([]);
  });

  it('elsewhere is findings only, until the redacted text was read and chosen, for this review', async () => {
    const does = model(CLOUD);
    open(does);
    await press();
    expect(does.asked[0]?.options).toMatchObject({ sending: 'findings', agreed: null });
    act(() => does.asked[0]?.answer(done()));
    const dialog = await look();
    expect(within(dialog).queryByRole('button', { name: w.sent.agree })).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: w.sent.redacted }));
    // Not chosen by looking.
    await userEvent.click(await within(dialog).findByRole('button', { name: w.sent.agree }));
    expect(await screen.findByText(w.bar.agreed)).toBeInTheDocument();
    await press();
    expect(does.asked[1]?.options).toMatchObject({ sending: 'redacted', agreed: '去除後的內文' });
    act(() => does.asked[1]?.answer(done()));
    await userEvent.click(await screen.findByRole('button', { name: w.bar.undoAgreed }));
    await press();
    expect(does.asked[2]?.options).toMatchObject({ sending: 'findings', agreed: null });
  });
});
