/** What one process says of itself, in the text form of Prometheus. */
export interface ProcessMetrics {
  process: string
  text: string
}

/** One text of several: each figure is marked with its process, and the figures of one name stand together. */
export function mergeMetrics(parts: readonly ProcessMetrics[]): string {
  const families = new Map<string, { head: string[]; figures: string[] }>()
  for (const { process, text } of parts) {
    let family = { head: [] as string[], figures: [] as string[] }
    for (const line of text.split('\n')) {
      if (line === '') continue
      const about = /^# (HELP|TYPE) (\S+)/.exec(line)
      if (about === null) {
        if (!line.startsWith('#')) family.figures.push(marked(line, process))
        continue
      }
      const [, , name = ''] = about
      family = families.get(name) ?? { head: [], figures: [] }
      families.set(name, family)
      if (!family.head.includes(line)) family.head.push(line)
    }
  }
  return [...families.values()]
    .map(({ head, figures }) => `${[...head, ...figures].join('\n')}\n`)
    .join('')
}

function marked(line: string, process: string): string {
  const mark = `process="${process}"`
  const brace = line.indexOf('{')
  const space = line.indexOf(' ')
  if (brace < 0 || brace > space) return `${line.slice(0, space)}{${mark}}${line.slice(space)}`
  const separator = line[brace + 1] === '}' ? '' : ','
  return `${line.slice(0, brace + 1)}${mark}${separator}${line.slice(brace + 1)}`
}
