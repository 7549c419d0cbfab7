/**
 * Keeps the app inside what is visible while a phone's keyboard is up. Browsers that resize the page themselves
 * report the same height, and nothing changes.
 */
export function followViewport(): void {
  const viewport = window.visualViewport
  if (viewport === null) return
  const follow = () => {
    // Pinched in, the page is larger than what is visible, and shall stay so.
    if (viewport.scale > 1.01) return
    const { style } = document.documentElement
    if (Math.abs(viewport.height - innerHeight) < 1) style.removeProperty('--viewport-height')
    else style.setProperty('--viewport-height', `${viewport.height}px`)
    if (viewport.offsetTop > 0) scrollTo(0, 0)
  }
  viewport.addEventListener('resize', follow)
  viewport.addEventListener('scroll', follow)
  follow()
}
