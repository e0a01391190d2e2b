import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Duty } from '../../components/duty.tsx';
import { problems } from './axe.ts';
import { DESK, MANAGER, show } from './samples.tsx';

afterEach(cleanup);

it('says that nobody is on duty, by word and look, until somebody is', async () => {
  const onPick = vi.fn();
  const duty = (onDuty: typeof DESK | null) => (
    <Duty people={[DESK, MANAGER]} onDuty={onDuty} onPick={onPick} onAdd={vi.fn()} />
  );
  show(duty(null));
  const field = screen.getByRole('combobox', { name: '值班' });
  expect(field).toHaveDisplayValue('請選擇值班');
  expect(field).toHaveClass('border-amber');
  expect(await problems()).toEqual([]);
  await userEvent.selectOptions(field, MANAGER.name);
  expect(onPick).toHaveBeenCalledWith(MANAGER);
  cleanup();
  show(duty(DESK));
  expect(screen.getByRole('combobox', { name: '值班' })).toHaveDisplayValue('阿櫃（櫃檯）');
  expect(screen.getByRole('combobox', { name: '值班' })).not.toHaveClass('border-amber');
});
