import { useEffect } from 'react';
import type { UiLanguage } from '../../lib/contract/clinic.ts';
import type { Preferences } from '../../lib/contract/views.ts';

/** Puts the chosen looks and language on the document; "system" leaves the looks to the browser. */
export function useTheme(theme: Preferences['theme'], language: UiLanguage): void {
  useEffect(() => {
    const root = document.documentElement;
    root.classList.toggle('light', theme === 'light');
    root.classList.toggle('dark', theme === 'dark');
    root.lang = language;
  }, [theme, language]);
}
