const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** The arrows go from message to message, among those that are in the page. */
export function focusNeighbour(event: React.KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.target !== event.currentTarget) return
  const history = event.currentTarget.closest('[data-history]')
  const all = [...(history?.querySelectorAll<HTMLElement>('[data-bubble]') ?? [])]
  const next = all[all.indexOf(event.currentTarget) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
