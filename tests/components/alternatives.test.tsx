import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Alternatives } from '../../components/draft/alternatives.tsx';
import { show } from './samples.tsx';

afterEach(cleanup);

const TEXTS = ['第一種寫法。', '第二種寫法。', '第三種寫法。', '第四種寫法。'];

it('offers three others, never what stands in the box, each with its length', async () => {
  const onPick = vi.fn();
  show(<Alternatives texts={TEXTS} current="第一種寫法。" onPick={onPick} />);
  const offered = screen.getAllByRole('button');
  expect(offered).toHaveLength(3);
  expect(screen.queryByText('第一種寫法。')).toBeNull();
  expect(screen.getAllByText('6 字')).toHaveLength(3);
  await userEvent.click(screen.getByRole('button', { name: /第三種寫法/ }));
  expect(onPick).toHaveBeenCalledExactlyOnceWith('第三種寫法。');
});

it('counts a text as people do of its language', () => {
  const texts = [
    'Hello, this is 微光診所: call 02-5550-1234.',
    '貴重なご意見をありがとうございます。',
    '感謝您告訴 Sunrise Clinic。',
  ];
  const lengths = () => screen.getAllByRole('button').map((button) => button.lastElementChild?.lastElementChild);
  show(<Alternatives texts={texts} current="" onPick={() => undefined} />);
  expect(lengths().map((length) => length?.textContent)).toEqual(['英文 5 個單字', '18 字', '21 字']);
  cleanup();
  show(<Alternatives texts={texts} current="" onPick={() => undefined} />, 'en');
  expect(lengths().map((length) => length?.textContent)).toEqual(['5 words', '18 characters', '21 characters']);
});

it('offers the first again once another stands there, and nothing where there is none', () => {
  const view = show(<Alternatives texts={TEXTS} current="第三種寫法。" onPick={() => undefined} />);
  expect(screen.getByRole('button', { name: /第一種寫法/ })).toBeTruthy();
  view.again(<Alternatives texts={['只有一種。']} current="只有一種。" onPick={() => undefined} />);
  expect(screen.queryByRole('button')).toBeNull();
});
