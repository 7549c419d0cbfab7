/** Where one is. Direct conversations are named by the account, so that their address is there before they are. */
export type Route =
  | { name: 'home' }
  | { name: 'direct'; account: number }
  | { name: 'conversation'; id: number }
  | { name: 'handle'; handle: string }
  | { name: 'settings' }
  | { name: 'register' }
  | { name: 'signIn' }
  | { name: 'unknown' }

const idMax = 2 ** 52 - 1

export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '')
  const [first = '', second = ''] = parts
  if (parts.length === 0) return { name: 'home' }
  if (parts.length === 1 && first.length > 1 && first.startsWith('@')) {
    return { name: 'handle', handle: first.slice(1).toLowerCase() }
  }
  if (parts.length === 1 && first === 'settings') return { name: 'settings' }
  if (parts.length === 1 && first === 'register') return { name: 'register' }
  if (parts.length === 1 && first === 'sign-in') return { name: 'signIn' }
  const id = /^\d{1,16}$/.test(second) ? Number(second) : 0
  if (parts.length === 2 && id > 0 && id <= idMax) {
    if (first === 'u') return { name: 'direct', account: id }
    if (first === 'c') return { name: 'conversation', id }
  }
  return { name: 'unknown' }
}

export function pathOf(route: Route): string {
  switch (route.name) {
    case 'direct':
      return `/u/${route.account}`
    case 'conversation':
      return `/c/${route.id}`
    case 'handle':
      return `/@${route.handle}`
    case 'settings':
      return '/settings'
    case 'register':
      return '/register'
    case 'signIn':
      return '/sign-in'
    default:
      return '/'
  }
}
