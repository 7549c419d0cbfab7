import { setupI18n } from '@lingui/core'
import type { MessageId } from './catalog/en.ts'

declare module '@lingui/core' {
  interface Register {
    messageIds: MessageId
  }
}

/** BCP 47 names of the languages the app speaks, with what they call themselves. */
export const languages = { en: 'English', 'zh-Hans': '简体中文' } as const
export type Language = keyof typeof languages

export const i18n = setupI18n()

const loaders = {
  en: () => import('virtual:catalog/en'),
  'zh-Hans': () => import('virtual:catalog/zh-Hans'),
} satisfies Record<Language, () => Promise<{ messages: object }>>

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value)
}

/** The first of the wishes that the app speaks; all of Chinese is answered in its simplified form. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    if (/^zh\b/i.test(wish)) return 'zh-Hans'
    if (/^en\b/i.test(wish)) return 'en'
  }
  return 'en'
}

/** Loads and shows a language. The page's `lang` decides which forms Chinese characters take. */
export async function showLanguage(language: Language): Promise<void> {
  const { messages } = await loaders[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
}
