import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'
import { en } from '../src/i18n/catalog/en.ts'
import { zhHans } from '../src/i18n/catalog/zh-hans.ts'

const prefix = 'virtual:catalog/'
const sources: Record<string, Record<string, string>> = { en, 'zh-Hans': zhHans }

/**
 * `virtual:catalog/LANGUAGE`: the messages of a language, compiled, so that no parser is shipped.
 * A message that does not parse fails the build.
 */
export function catalogs(): Plugin {
  return {
    name: 'parley-catalogs',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const source = sources[id.slice(prefix.length + 1)]
      if (source === undefined) throw new Error(`No catalog for ${id}`)
      const compiled = Object.entries(source).map(([key, text]) => {
        const tokens = compileMessageOrThrow(text)
        const only = tokens[0]
        return [key, tokens.length === 1 && typeof only === 'string' ? [only] : tokens]
      })
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(compiled)))})`
    },
  }
}
