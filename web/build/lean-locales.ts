import type { Plugin } from 'vite'

const kitLocale = /react-(aria|stately)[^?]*\/i18n\/|\/intl\/[^?]*\/([a-z]{2}-[A-Z]{2})\./
const kept = /(en-US|zh-CN)\.[cm]?js/
const localeFile = /[/.]([a-z]{2}-[A-Z]{2})\.[cm]?js/

/** The component kit carries its own few words in 34 languages; the app speaks two. */
export function leanLocales(): Plugin {
  return {
    name: 'parley-lean-locales',
    enforce: 'pre',
    load(id) {
      if (!id.includes('node_modules')) return undefined
      if (!kitLocale.test(id) || !localeFile.test(id) || kept.test(id)) return undefined
      return 'export default {}'
    },
  }
}
