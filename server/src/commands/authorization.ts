import type { CommandName, NoteName } from '@parley/protocol'

/**
 * Who may give each command, and on what. A command without a row does not compile; a test walks the rows with
 * strangers, revoked devices and ended sessions.
 *
 * - anybody: before login, limited by address.
 * - self: any session; acts on the caller's own account and devices only.
 * - public: any session; reads what every account may know of another.
 * - member: any session; its conversation must be one that the caller is in, else NOT_FOUND.
 * - writer: as member, or the first send to an account that takes messages from strangers.
 */
export type Authorization = 'anybody' | 'self' | 'public' | 'member' | 'writer'

export const authorization = {
  register: 'anybody',
  signIn: 'anybody',
  refresh: 'anybody',
  login: 'anybody',
  resume: 'anybody',
  signOut: 'self',
  listDevices: 'self',
  endDevice: 'self',
  changePassword: 'self',
  setProfile: 'self',
  putAccountItem: 'self',
  sync: 'self',
  findAccount: 'public',
  getProfiles: 'public',
  subscribePresence: 'public',
  send: 'writer',
  pull: 'member',
  getConversation: 'member',
  received: 'member',
  read: 'member',
  typing: 'member',
} as const satisfies Record<CommandName | NoteName, Authorization>
