import { Database } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { Failure } from '../lib/contract/result.ts';
import { Button } from './button.tsx';
import { useWords } from './language.tsx';

/** How the data page is opened. */
export const Door = createContext<(() => void) | null>(null);

/** Says once, for everything inside, how the data page is opened; null: we stand in it. */
export const DataDoor = Door.Provider;

/** Beside a failure for want of space: to the page where a backup is made and what is due can go. Else nothing. */
export function ToData({ failure }: { failure: Failure | null }) {
  const { t } = useWords();
  const open = useContext(Door);
  if (failure !== 'storage-full' || !open) return null;
  return (
    <Button icon={Database} className="my-1" onClick={open}>
      {t('sidebar.toData')}
    </Button>
  );
}
