/** Where one is. Direct conversations are named by the account, so that their address is there before they are. */
export type Route =
  | { name: 'home' }
  | { name: 'archived' }
  /** `at`: a message of it that is to be shown. */
  | { name: 'direct'; account: number; at?: number }
  | { name: 'conversation'; id: number; at?: number }
  | { name: 'handle'; handle: string }
  | { name: 'contacts' }
  | { name: 'requests' }
  | { name: 'person'; account: number }
  | { name: 'newGroup' }
  | { name: 'group'; id: number }
  | { name: 'members'; id: number }
  | { name: 'invite'; id: number }
  | { name: 'join'; token: string }
  | { name: 'settings' }
  | { name: 'register' }
  | { name: 'signIn' }
  | { name: 'unknown' }

const idMax = 2 ** 52 - 1

const alone: Readonly<Record<string, Route>> = {
  '': { name: 'home' },
  archived: { name: 'archived' },
  contacts: { name: 'contacts' },
  'contacts/requests': { name: 'requests' },
  'groups/new': { name: 'newGroup' },
  settings: { name: 'settings' },
  register: { name: 'register' },
  'sign-in': { name: 'signIn' },
}

const ofGroup = ['group', 'members', 'invite'] as const

export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '')
  const [first = '', second = '', third] = parts
  const joined = parts.join('/')
  const known = Object.hasOwn(alone, joined) ? alone[joined] : undefined
  if (known !== undefined) return known
  if (parts.length === 1 && first.length > 1 && first.startsWith('@')) {
    return { name: 'handle', handle: first.slice(1).toLowerCase() }
  }
  if (parts.length === 2 && first === 'join' && /^[\w-]{1,64}$/.test(second)) {
    return { name: 'join', token: second }
  }
  const id = idOf(second)
  if (id === 0 || parts.length > 3) return { name: 'unknown' }
  if (first === 'people' && third === undefined) return { name: 'person', account: id }
  const place = ofGroup.find((name) => name === third)
  if (first === 'c' && place !== undefined) return { name: place, id }
  const at = third === undefined ? {} : { at: idOf(third) }
  if (at.at === 0) return { name: 'unknown' }
  if (first === 'u') return { name: 'direct', account: id, ...at }
  if (first === 'c') return { name: 'conversation', id, ...at }
  return { name: 'unknown' }
}

/** 0: it is none. */
function idOf(part: string): number {
  const id = /^\d{1,16}$/.test(part) ? Number(part) : 0
  return id <= idMax ? id : 0
}

export function pathOf(route: Route): string {
  switch (route.name) {
    case 'direct':
      return `/u/${route.account}${atOf(route)}`
    case 'conversation':
      return `/c/${route.id}${atOf(route)}`
    case 'handle':
      return `/@${route.handle}`
    case 'archived':
      return '/archived'
    case 'contacts':
      return '/contacts'
    case 'requests':
      return '/contacts/requests'
    case 'person':
      return `/people/${route.account}`
    case 'newGroup':
      return '/groups/new'
    case 'group':
    case 'members':
    case 'invite':
      return `/c/${route.id}/${route.name}`
    case 'join':
      return `/join/${route.token}`
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

const atOf = ({ at }: { at?: number }) => (at === undefined ? '' : `/${at}`)
