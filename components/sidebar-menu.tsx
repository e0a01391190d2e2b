import { Check, Menu } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { UiLanguage } from '../lib/contract/clinic.ts';
import type { Preferences } from '../lib/contract/views.ts';
import { useWords } from './language.tsx';

export interface SidebarMenuProps {
  preferences: Preferences;
  onPrefer: (change: Partial<Preferences>) => void;
  onDashboard: (section: string) => void;
  onHelp: () => void;
  /** Where the page can be bound as the clinic's own. */
  onBind?: () => void;
  /** Opened at once: this file is only loaded when the person first reaches for it. */
  defaultOpen?: boolean;
}

const ITEM =
  'flex min-h-8 items-center gap-2 rounded px-2 outline-none data-[highlighted]:bg-accent-soft data-[highlighted]:text-accent';

/** What is rarely needed: the full page, language, looks, side. */
export default function SidebarMenu({
  preferences,
  onPrefer,
  onDashboard,
  onHelp,
  onBind,
  defaultOpen,
}: SidebarMenuProps) {
  const { t } = useWords();
  return (
    <DropdownMenu.Root defaultOpen={defaultOpen} modal={false}>
      <DropdownMenu.Trigger
        aria-label={t('sidebar.menu.label')}
        title={t('sidebar.menu.label')}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-surface hover:text-ink"
      >
        <Menu aria-hidden size={17} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className="z-20 max-h-[80vh] min-w-52 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-lg"
      >
        <DropdownMenu.Item className={ITEM} onSelect={() => onDashboard('queue')}>
          {t('sidebar.menu.dashboard')}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={ITEM} onSelect={() => onDashboard('profile')}>
          {t('sidebar.menu.profile')}
        </DropdownMenu.Item>
        {onBind && (
          <DropdownMenu.Item className={ITEM} onSelect={onBind}>
            {t('sidebar.profile.bind')}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Item className={ITEM} onSelect={onHelp}>
          {t('sidebar.menu.help')}
        </DropdownMenu.Item>
        <Group label={t('sidebar.menu.language')}>
          <DropdownMenu.RadioGroup
            value={preferences.language}
            onValueChange={(language) => onPrefer({ language: language as UiLanguage })}
          >
            {(['zh-TW', 'en'] as const).map((language) => (
              <Option key={language} value={language}>
                {t(`dashboard.settings.languages.${language}`)}
              </Option>
            ))}
          </DropdownMenu.RadioGroup>
        </Group>
        <Group label={t('sidebar.menu.theme')}>
          <DropdownMenu.RadioGroup
            value={preferences.theme}
            onValueChange={(theme) => onPrefer({ theme: theme as Preferences['theme'] })}
          >
            {(['system', 'light', 'dark'] as const).map((theme) => (
              <Option key={theme} value={theme}>
                {t(`sidebar.menu.${theme}`)}
              </Option>
            ))}
          </DropdownMenu.RadioGroup>
        </Group>
        <Group label={t('sidebar.menu.side')}>
          <DropdownMenu.RadioGroup
            value={preferences.sidebar.side}
            onValueChange={(side) =>
              onPrefer({ sidebar: { ...preferences.sidebar, side: side === 'left' ? 'left' : 'right' } })
            }
          >
            {(['left', 'right'] as const).map((side) => (
              <Option key={side} value={side}>
                {t(`sidebar.menu.${side}`)}
              </Option>
            ))}
          </DropdownMenu.RadioGroup>
        </Group>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Group className="mt-1 border-line border-t pt-1">
      <DropdownMenu.Label className="px-2 text-muted text-xs leading-6">{label}</DropdownMenu.Label>
      {children}
    </DropdownMenu.Group>
  );
}

function Option({ value, children }: { value: string; children: string }) {
  return (
    <DropdownMenu.RadioItem value={value} className={ITEM}>
      <span className="w-4">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden size={15} />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
    </DropdownMenu.RadioItem>
  );
}
