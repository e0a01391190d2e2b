import { createInstance, type TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, initReactI18next, useTranslation } from 'react-i18next';
import type { UiLanguage } from '../lib/contract/clinic.ts';
import { catalogues } from '../lib/strings/index.ts';

export type Words = TFunction;

/** An i18next of its own per language: both catalogues are in the package, so nothing is ever loaded late. */
function createWords(language: UiLanguage) {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: {
      'zh-TW': { translation: catalogues['zh-TW'] },
      en: { translation: catalogues.en },
    },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

export function LanguageProvider({ language, children }: { language: UiLanguage; children: ReactNode }) {
  const instance = useMemo(() => createWords(language), [language]);
  return <I18nextProvider i18n={instance}>{children}</I18nextProvider>;
}

/** The words in the chosen language, and which language that is. */
export function useWords(): { t: Words; language: UiLanguage } {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language === 'en' ? 'en' : 'zh-TW' };
}
