import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SettingsPanel, type SettingsPanelProps } from '../../components/model/settings-panel.tsx';
import type { ModelSettings } from '../../lib/contract/model.ts';
import { modelWords } from '../../lib/strings/model.ts';
import { problems } from './axe.ts';
import { show } from './samples.tsx';

afterEach(cleanup);
const w = modelWords('zh-TW');
const ON: ModelSettings = {
  on: true,
  provider: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  model: 'm-1',
  prices: { input: null, output: null },
  quirks: { format: 'schema', limit: 'max_tokens', usage: true },
};

function open(part: Partial<SettingsPanelProps> = {}, language: 'zh-TW' | 'en' = 'zh-TW') {
  const props: SettingsPanelProps = {
    settings: ON,
    place: { host: 'api.openai.com', local: false },
    needsKey: true,
    keyState: 'none',
    month: { requests: 0, tokens: { input: 0, output: 0 }, cost: null },
    builtin: { 'zh-TW': 'unavailable', en: 'available' },
    extensionOrigin: 'chrome-extension://abc',
    onChange: vi.fn(),
    onTest: vi.fn(async () => ({
      ok: true as const,
      seconds: 1.25,
      sample: '謝謝您的意見。',
      shape: 'schema' as const,
    })),
    onKey: vi.fn(async () => undefined),
    onUnlock: vi.fn(async () => false),
    onForget: vi.fn(async () => undefined),
    toClipboard: vi.fn(async () => true),
    ...part,
  };
  return { props, ...show(<SettingsPanel {...props} />, language) };
}

describe('the settings of the model', () => {
  it('are a switch and nothing else while it is off', async () => {
    const { props } = open({ settings: { ...ON, on: false } });
    expect(screen.getByRole('switch', { name: w.switch })).not.toBeChecked();
    expect(screen.getByText(w.off)).toBeInTheDocument();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('switch', { name: w.switch }));
    expect(props.onChange).toHaveBeenCalledExactlyOnceWith({ on: true });
  });

  it.each(['zh-TW', 'en'] as const)('have no fault that axe finds in %s', async (language) => {
    open({}, language);
    expect(await problems()).toEqual([]);
  });

  it('say of a bad address what is right', () => {
    open({ settings: { ...ON, baseUrl: 'http://192.168.1.2/v1' }, place: null });
    expect(screen.getByText(w.addressBad)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: w.test.run })).toBeNull();
  });

  it('store an address when it is left, not while it is typed', async () => {
    const { props } = open();
    const field = screen.getByLabelText(w.address);
    await userEvent.clear(field);
    await userEvent.type(field, 'https://llm.example.com');
    expect(props.onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(props.onChange).toHaveBeenCalledExactlyOnceWith({ baseUrl: 'https://llm.example.com' });
  });

  it('say of Chrome’s own model what the browser said', () => {
    open({ settings: { ...ON, provider: 'builtin' }, place: null });
    expect(screen.getByText('這個瀏覽器說還不能寫中文。')).toBeInTheDocument();
    expect(screen.getByText('這個瀏覽器說可以寫英文。')).toBeInTheDocument();
    expect(screen.queryByLabelText(w.address)).toBeNull();
  });

  it('show the month’s tokens and cost', () => {
    open({ month: { requests: 12, tokens: { input: 3400, output: 500 }, cost: 0.125 } });
    expect(screen.getByText('12 次，輸入 3,400、輸出 500 token，約 US$ 0.13')).toBeInTheDocument();
  });
});

describe('a key', () => {
  const field = () => screen.getByLabelText(w.key.label);

  it('is held by default, and does not stay in the page', async () => {
    const { props } = open();
    await userEvent.type(field(), ' k-not-real ');
    await userEvent.click(screen.getByRole('button', { name: w.key.save }));
    expect(props.onKey).toHaveBeenCalledExactlyOnceWith('k-not-real', null);
    await waitFor(() => expect(field()).toHaveValue(''));
    expect(document.body.innerHTML).not.toContain('k-not-real');
    expect(screen.getByText(w.key.stored)).toBeInTheDocument();
  });

  it('is kept with a passphrase that is long enough', async () => {
    const { props } = open();
    await userEvent.type(field(), 'k-not-real');
    await userEvent.click(screen.getByRole('radio', { name: w.key.seal }));
    const passphrase = screen.getByLabelText(new RegExp(w.key.passphrase));
    await userEvent.type(passphrase, 'short');
    await userEvent.click(screen.getByRole('button', { name: w.key.save }));
    expect(screen.getByRole('alert')).toHaveTextContent('密碼至少要 8 個字。');
    expect(props.onKey).not.toHaveBeenCalled();
    await userEvent.type(passphrase, '-but-longer');
    await userEvent.click(screen.getByRole('button', { name: w.key.save }));
    expect(props.onKey).toHaveBeenCalledExactlyOnceWith('k-not-real', 'short-but-longer');
  });

  it('that is locked asks for the passphrase, and can be forgotten', async () => {
    const { props } = open({ keyState: 'locked' });
    await userEvent.type(screen.getByLabelText(w.key.unlockLabel), 'nonsense{Enter}');
    expect(await screen.findByText(w.key.wrong)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: w.key.forget }));
    expect(props.onForget).toHaveBeenCalledOnce();
  });
});

describe('the test of the connection', () => {
  const run = () => userEvent.click(screen.getByRole('button', { name: w.test.run }));

  it('shows what the model wrote', async () => {
    open();
    await run();
    expect(await screen.findByText(/連線正常，1.3 秒寫好/)).toBeInTheDocument();
    expect(screen.getByText(/謝謝您的意見/)).toBeInTheDocument();
  });

  it('lists the models to choose from', async () => {
    const { props } = open({
      settings: { ...ON, model: '' },
      onTest: async () => ({ ok: true, models: ['alpha', 'beta'] }),
    });
    await run();
    await userEvent.click(await screen.findByRole('button', { name: 'beta' }));
    expect(props.onChange).toHaveBeenCalledExactlyOnceWith({ model: 'beta' });
  });

  it('says what went wrong, with the line for a server that lets no extension in', async () => {
    open({ onTest: async () => ({ ok: false, failure: 'cors', models: [] }) });
    await run();
    expect(await screen.findByText('OLLAMA_ORIGINS=chrome-extension://abc')).toBeInTheDocument();
  });
});

it('the words of the model are the same in both languages, and say nothing of another place', () => {
  const leaves = (node: object, path = ''): [string, string][] =>
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
    );
  const zh = new Map(leaves(modelWords('zh-TW')));
  const en = new Map(leaves(modelWords('en')));
  const places = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  for (const [key, text] of zh) {
    expect([key, places(en.get(key))]).toEqual([key, places(text)]);
    expect(text).not.toMatch(/软|視頻|信息|質量|默認|用戶|網絡|數據|屏幕|文件夾|登錄|構成|違法/);
  }
  expect([...en.values()].filter((text) => /[\u3400-\u9fff]/.test(text))).toEqual([]);
});
