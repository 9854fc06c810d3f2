/** The languages in which the district writes (rule B3): English, and those of Civil Code 1632. */
export const languages = ['en', 'es', 'zh', 'tl', 'vi', 'ko'] as const;
export type Language = (typeof languages)[number];

/** How dates and amounts look; Chinese is in traditional characters, as public notices in California are. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en-US',
  es: 'es-US',
  zh: 'zh-Hant',
  tl: 'fil-PH',
  vi: 'vi-VN',
  ko: 'ko-KR',
};

export const isLanguage = (code: string): code is Language => (languages as readonly string[]).includes(code);

export const localeOf = (language: string): string => (isLanguage(language) ? locales[language] : locales.en);
