import { readable } from './readable.ts'
import type { Figure, Report } from './report.ts'

const rowHeight = 22
const labelWidth = 520
const barsWidth = 420
const valueWidth = 190
const top = 64
const colours = { aim: '#2e7d32', must: '#f9a825', missed: '#c62828' } as const

/**
 * The figures that have a target as bars, each against what must be reached, which is the line: shorter is better. A file
 * that stands alone.
 */
export function plot(report: Report): string {
  const judged = report.figures.filter((figure) => (figure.scaled ?? figure.target) !== undefined)
  const width = labelWidth + barsWidth + valueWidth
  const height = top + judged.length * rowHeight + 16
  // NOTE half of the width is what must be reached; what is far off is cut at the edge, its value says the rest.
  const line = labelWidth + barsWidth / 2
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="12" y="22" font-size="15">${escaped(title(report))}</text>`,
    `<text x="12" y="42" fill="#555555">${escaped(`${report.machine}, Node ${report.node}`)}</text>`,
    `<text x="${line}" y="58" text-anchor="middle" fill="#555555">must</text>`,
    ...judged.map((figure, row) => bar(figure, top + row * rowHeight)),
    `<line x1="${line}" y1="${top}" x2="${line}" y2="${height - 12}" stroke="#555555"/>`,
    '</svg>',
  ]
  return `${parts.join('\n')}\n`
}

function title({ profile, startedAt }: Report): string {
  const what =
    profile === 'quick' ? 'Quick profile: for comparing, not for quoting' : 'Full profile'
  return `${what}, ${startedAt.slice(0, 10)}`
}

function bar(figure: Figure, y: number): string {
  const { scenario, name, value, unit, isRate } = figure
  const target = figure.scaled ?? figure.target
  if (target === undefined) return ''
  const share = isRate === true ? target.must / value : value / target.must
  const width = Math.min(barsWidth, Math.max(1, (share * barsWidth) / 2))
  const meets = (bound: number) => (isRate === true ? value >= bound : value <= bound)
  const colour = meets(target.aim)
    ? colours.aim
    : meets(target.must)
      ? colours.must
      : colours.missed
  const label = `${scenario}: ${name}`
  const said = `${readable(value)} ${unit} (must ${readable(target.must)})`
  return [
    `<text x="${labelWidth - 8}" y="${y + 14}" text-anchor="end">${escaped(shortened(label))}</text>`,
    `<rect x="${labelWidth}" y="${y + 3}" width="${width}" height="${rowHeight - 7}" fill="${colour}"/>`,
    `<text x="${labelWidth + barsWidth + 6}" y="${y + 14}">${escaped(said)}</text>`,
  ].join('')
}

const labelCharsMax = 84

function shortened(label: string): string {
  return label.length > labelCharsMax ? `${label.slice(0, labelCharsMax - 1)}…` : label
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
