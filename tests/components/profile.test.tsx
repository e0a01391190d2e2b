import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FirstRun } from '../../components/profile/first-run.tsx';
import { ProfileForm } from '../../components/profile/profile-form.tsx';
import { isEmail, isPhone, isWebsite, splitNames, toClinic, toValues } from '../../components/profile/values.ts';
import { Clinic, emptyClinic } from '../../lib/contract/clinic.ts';
import { problems } from './axe.ts';
import { clinic, show } from './samples.tsx';

afterEach(cleanup);

const save = () => userEvent.click(screen.getByRole('button', { name: '儲存' }));

describe('the profile', () => {
  it('comes back as it was given', () => {
    const full: Clinic = {
      ...emptyClinic('安心診所'),
      aliases: ['安心'],
      doctors: [{ name: '松鼠', aliases: ['松鼠醫師', 'Dr. S'] }],
      steps: { price: ['公告收費表'] },
      people: [{ name: '阿主管', role: 'manager' }],
    };
    expect(toClinic(toValues(full))).toEqual(full);
    expect(Clinic.safeParse(toClinic(toValues(null))).success).toBe(true);
  });

  it('needs a name, said in words beside it', async () => {
    const onSave = vi.fn(async () => true);
    show(<ProfileForm clinic={null} onSave={onSave} />);
    expect(await problems()).toEqual([]);
    await save();
    expect(await screen.findByText('請填診所名稱。')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '診所名稱' })).toBeInvalid();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('asks before the window is closed over what is not saved, and only then', async () => {
    const asks = () => !fireEvent(window, new Event('beforeunload', { cancelable: true }));
    show(<ProfileForm clinic={clinic({ people: [] })} onSave={async () => true} />);
    expect(asks()).toBe(false);
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), '二館');
    expect(asks()).toBe(true);
    await save();
    await waitFor(() => expect(screen.queryByText('有還沒儲存的更動')).toBeNull());
    expect(asks()).toBe(false);
    cleanup();
    show(<FirstRun onSave={async () => true} onSkip={() => undefined} />);
    expect(asks()).toBe(false);
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), '甲');
    expect(asks()).toBe(true);
    cleanup();
    expect(asks()).toBe(false);
  });

  it('takes names, doctors, phones, people and steps', async () => {
    const onSave = vi.fn(async (_: Clinic) => true);
    show(<ProfileForm clinic={null} onSave={onSave} />);
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), ' 安心診所 ');
    await userEvent.type(screen.getByRole('textbox', { name: '別稱與簡稱' }), '安心{Enter}阿心');
    await userEvent.click(screen.getByRole('button', { name: '新增醫師' }));
    const doctor = screen.getByRole('group', { name: '第 1 位醫師' });
    await userEvent.type(within(doctor).getByRole('textbox', { name: '醫師姓名' }), '松鼠');
    await userEvent.type(within(doctor).getByRole('textbox', { name: /別稱/ }), '松鼠醫師、小松');
    await userEvent.type(screen.getByRole('textbox', { name: '電話' }), '02-0000-0000{Enter}');
    await userEvent.click(screen.getByRole('button', { name: '新增人員' }));
    const person = screen.getByRole('group', { name: '第 1 位人員' });
    await userEvent.type(within(person).getByRole('textbox', { name: '姓名' }), '阿主管');
    await userEvent.selectOptions(within(person).getByRole('combobox', { name: '角色' }), '主管');
    await userEvent.type(screen.getByRole('textbox', { name: '預約等候' }), '線上預約{Enter}');
    expect(screen.getByText('有還沒儲存的更動')).toBeInTheDocument();
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.lastCall?.[0]).toEqual({
      ...emptyClinic('安心診所'),
      aliases: ['安心', '阿心'],
      doctors: [{ name: '松鼠', aliases: ['松鼠醫師', '小松'] }],
      phones: ['02-0000-0000'],
      people: [{ name: '阿主管', role: 'manager' }],
      steps: { booking_wait: ['線上預約'] },
    });
    await waitFor(() => expect(screen.queryByText('有還沒儲存的更動')).toBeNull());
    expect(await problems()).toEqual([]);
  });

  it('says what is wrong with a value and does not take it', async () => {
    show(<ProfileForm clinic={clinic({ people: [] })} onSave={async () => true} />);
    await userEvent.type(screen.getByRole('textbox', { name: '電子郵件' }), '不是信箱{Enter}');
    expect(screen.getByText('「不是信箱」看起來不像電子郵件。')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: '網站' }), 'http://a.example');
    await save();
    expect(await screen.findByText('網址請以 https:// 開頭。')).toBeInTheDocument();
  });

  it('does not take two people of one name', async () => {
    const onSave = vi.fn(async () => true);
    show(<ProfileForm clinic={clinic()} onSave={onSave} />);
    await userEvent.click(screen.getByRole('button', { name: '新增人員' }));
    const person = screen.getByRole('group', { name: '第 3 位人員' });
    await userEvent.type(within(person).getByRole('textbox', { name: '姓名' }), '阿櫃');
    await save();
    expect((await screen.findAllByText('「阿櫃」已經在名單裡。')).length).toBeGreaterThan(0);
    expect(onSave).not.toHaveBeenCalled();
  });

  it('is not saved over a value that was not taken: the field is shown, and then all of it is kept', async () => {
    const onSave = vi.fn(async (_: Clinic) => true);
    show(<ProfileForm clinic={clinic()} onSave={onSave} />);
    const phone = screen.getByRole('textbox', { name: '電話' });
    await userEvent.type(phone, '打櫃檯');
    await save();
    expect(await screen.findByText('「打櫃檯」看起來不像電話。')).toBeInTheDocument();
    expect(phone).toHaveFocus();
    expect(screen.getByText(/還沒有儲存：/)).toBeInTheDocument();
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.clear(phone);
    await waitFor(() => expect(screen.queryByText(/還沒有儲存：/)).toBeNull());
    await userEvent.type(phone, '02-1111-2222');
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.lastCall?.[0].phones).toContain('02-1111-2222');
  });

  it('takes several names typed at once, as for doctors; a step stays one sentence', async () => {
    const onSave = vi.fn(async (_: Clinic) => true);
    show(<ProfileForm clinic={clinic({ aliases: [], steps: {} })} onSave={onSave} />);
    await userEvent.type(screen.getByRole('textbox', { name: '別稱與簡稱' }), '安心、安心牙醫，阿心{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: '預約等候' }), '電話、網路都能預約{Enter}');
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.lastCall?.[0]).toMatchObject({
      aliases: ['安心', '安心牙醫', '阿心'],
      steps: { booking_wait: ['電話、網路都能預約'] },
    });
  });

  it('keeps what was typed while another section is looked at, and takes what was bound meanwhile', async () => {
    const typed = { current: {} };
    const form = (part: Partial<Clinic> = {}) => (
      <ProfileForm typed={typed} clinic={clinic(part)} onSave={async () => true} />
    );
    const { again } = show(form());
    await userEvent.type(screen.getByRole('textbox', { name: '營業時間' }), '週一');
    again(<p>設定</p>);
    const own = { ...emptyClinic().own, facebookPages: ['anxin'] };
    again(form({ own }));
    expect(screen.getByRole('textbox', { name: '營業時間' })).toHaveValue('週一');
    expect(screen.getByText('有還沒儲存的更動')).toBeInTheDocument();
    expect(screen.getByText('anxin')).toBeInTheDocument();
    await save();
    await waitFor(() => expect(screen.queryByText('有還沒儲存的更動')).toBeNull());
    again(<p>設定</p>);
    again(form({ own, hours: '週一' }));
    expect(screen.queryByText('有還沒儲存的更動')).toBeNull();
  });

  it('keeps what is typed while it is being stored', async () => {
    let stored = (_: boolean) => {};
    const onSave = vi.fn((_: Clinic) => new Promise<boolean>((resolve) => (stored = resolve)));
    show(<ProfileForm clinic={clinic({ hours: '' })} onSave={onSave} />);
    const hours = screen.getByRole('textbox', { name: '營業時間' });
    await userEvent.type(hours, '週一');
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    await userEvent.type(hours, '至週五');
    await act(async () => stored(true));
    expect(hours).toHaveValue('週一至週五');
    expect(screen.getByText('有還沒儲存的更動')).toBeInTheDocument();
  });

  it('keeps what is being typed when the profile changes elsewhere', async () => {
    const { again } = show(<ProfileForm clinic={clinic({ people: [] })} onSave={async () => true} />);
    await userEvent.type(screen.getByRole('textbox', { name: '營業時間' }), '週一');
    again(<ProfileForm clinic={clinic({ name: '別的名字' })} onSave={async () => true} />);
    expect(screen.getByRole('textbox', { name: '營業時間' })).toHaveValue('週一');
    expect(screen.getByRole('textbox', { name: '診所名稱' })).toHaveValue('別的名字');
  });
});

describe('values', () => {
  it.each(['02-2345-6789', '0912345678', '+886 2 2345 6789', '0800-000-000', '(02)2345-6789#12', '（02）2345-6789'])(
    '%s is a phone',
    (text) => {
      expect(isPhone(text)).toBe(true);
    },
  );
  it.each(['電話', '123', 'a@b.c'])('%s is none', (text) => {
    expect(isPhone(text)).toBe(false);
  });
  it('knows mail and web addresses', () => {
    expect([isEmail('a@b.tw'), isEmail('a b@c.tw'), isEmail('ab')]).toEqual([true, false, false]);
    expect([isWebsite(''), isWebsite('https://a.tw/x'), isWebsite('javascript:alert(1)')]).toEqual([true, true, false]);
  });
  it('splits names by any of the usual marks', () => {
    expect(splitNames('王、小王，Dr. Wang; 王\n')).toEqual(['王', '小王', 'Dr. Wang']);
  });
});

describe('the first run', () => {
  it('takes three steps and goes on only when the name is there', async () => {
    const onSave = vi.fn(async (_: Clinic) => true);
    show(<FirstRun onSave={onSave} onSkip={() => undefined} />);
    expect(await problems()).toEqual([]);
    const next = () => userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await next();
    expect(await screen.findByText('請填診所名稱。')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '診所名稱' })).toHaveFocus();
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), '安心診所');
    await next();
    expect(await screen.findByRole('heading', { name: '有哪些醫師' })).toHaveFocus();
    await next();
    expect(await screen.findByText('第 3 步，共 3 步')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '上一步' }));
    await userEvent.click(screen.getByRole('button', { name: '上一步' }));
    expect(screen.getByRole('textbox', { name: '診所名稱' })).toHaveValue('安心診所');
    await next();
    await next();
    await userEvent.click(screen.getByRole('button', { name: '完成' }));
    await waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith(emptyClinic('安心診所')));
  });

  it('says at the third step what is missed without manager and doctor', async () => {
    show(<FirstRun onSave={async () => true} onSkip={() => undefined} />);
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), '安心診所');
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await userEvent.click(await screen.findByRole('button', { name: '下一步' }));
    await userEvent.click(await screen.findByRole('button', { name: '新增人員' }));
    await userEvent.type(screen.getByRole('textbox', { name: '姓名' }), '王小美');
    expect(screen.getByText(/還沒有主管或醫師/)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '角色' }), '醫師');
    expect(screen.queryByText(/還沒有主管或醫師/)).toBeNull();
  });

  it('is not ended by Enter after a name: the role comes next', async () => {
    const onSave = vi.fn(async (_: Clinic) => true);
    show(<FirstRun onSave={onSave} onSkip={() => undefined} />);
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), '安心診所{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: '下一步' }));
    await userEvent.click(await screen.findByRole('button', { name: '新增人員' }));
    await userEvent.type(screen.getByRole('textbox', { name: '姓名' }), '王小美{Enter}');
    expect(screen.getByRole('combobox', { name: '角色' })).toHaveFocus();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('does not push a button from under the pointer that presses it', () => {
    show(<FirstRun onSave={async () => true} onSkip={() => undefined} />);
    const aliases = screen.getByRole('textbox', { name: '別稱與簡稱' });
    const next = screen.getByRole('button', { name: '下一步' });
    // As between the press and the release of the mouse.
    vi.spyOn(next, 'matches').mockImplementation((selector) => selector === ':active');
    fireEvent.change(aliases, { target: { value: '安心' } });
    fireEvent.blur(aliases, { relatedTarget: next });
    expect(screen.queryByText('安心')).not.toBeInTheDocument();
    fireEvent.pointerUp(next);
    expect(screen.getByText('安心')).toBeInTheDocument();
  });

  it('has what was typed there again after a look at another section, and nothing of it once it is saved', async () => {
    const typed = { current: {} };
    const onSave = vi.fn(async (_: Clinic) => true);
    const { again } = show(<FirstRun typed={typed} onSave={onSave} onSkip={() => undefined} />);
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), '安心診所');
    again(<p>設定</p>);
    again(<FirstRun typed={typed} onSave={onSave} onSkip={() => undefined} />);
    expect(screen.getByRole('textbox', { name: '診所名稱' })).toHaveValue('安心診所');
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await userEvent.click(await screen.findByRole('button', { name: '下一步' }));
    await userEvent.click(await screen.findByRole('button', { name: '完成' }));
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    again(<p>接下來</p>);
    expect(typed.current).toEqual({});
  });

  it('can be put off', async () => {
    const onSkip = vi.fn();
    show(<FirstRun onSave={async () => true} onSkip={onSkip} />, 'en');
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(onSkip).toHaveBeenCalledOnce();
  });
});
