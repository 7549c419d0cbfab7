import { chooseLanguage, isLanguage, type Language } from '../i18n/i18n.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const themeKey = 'parley.theme'
const languageKey = 'parley.language'

/** Private windows may forbid storage: then a choice lasts as long as the page. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | undefined) {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // The page shows it all the same.
  }
}

export function savedTheme(): Theme {
  return themes.find((theme) => theme === read(themeKey)) ?? 'system'
}

export function saveTheme(theme: Theme): void {
  write(themeKey, theme === 'system' ? undefined : theme)
  applyTheme(theme)
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** The language chosen on this browser, else the first of its wishes that the app speaks. */
export function savedLanguage(): Language {
  const saved = read(languageKey)
  return isLanguage(saved) ? saved : chooseLanguage(navigator.languages)
}

export function saveLanguage(language: Language): void {
  write(languageKey, language)
}
