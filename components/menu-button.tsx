import { Menu } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from './button.tsx';
import { useWords } from './language.tsx';
import type { SidebarMenuProps } from './sidebar-menu.tsx';

const SidebarMenu = lazy(() => import('./sidebar-menu.tsx'));

/** Stands in for the menu until it is first wanted, so that the first list need not wait for its code. */
export function MenuButton(props: SidebarMenuProps) {
  const { t } = useWords();
  const [wanted, setWanted] = useState(false);
  const button = <IconButton icon={Menu} label={t('sidebar.menu.label')} onClick={() => setWanted(true)} />;
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <SidebarMenu {...props} defaultOpen />
    </Suspense>
  );
}
