import type { CommandName, NoteName } from '@parley/protocol'

/**
 * Who may give each command, and on what; the rows stand in handlers/, beside the commands. One that is missing does
 * not compile; a test walks the rows with
 * strangers, revoked devices and ended sessions.
 *
 * - anybody: before login, limited by address.
 * - self: any session; acts on the caller's own account and devices only.
 * - public: any session; reads what every account may know of another.
 * - member: any session; its conversation must be one that the caller is in, else NOT_FOUND.
 * - writer: as member, or the first send to an account that takes messages from strangers; in a direct conversation
 *   not who the other side has blocked (BLOCKED).
 * - asker: any session; asks something of another account, unless that one has blocked the caller (BLOCKED).
 * - role: as member, of a group; in the role that the table of permissions names (protocol/src/group-permissions.ts), else FORBIDDEN.
 * - inviter: any session; the accounts it names must take messages from it.
 * - link: any session that shows the token of a link, else NOT_FOUND.
 */
export type Authorization =
  | 'anybody'
  | 'self'
  | 'public'
  | 'member'
  | 'writer'
  | 'asker'
  | 'role'
  | 'inviter'
  | 'link'

export type Authorizations<N extends CommandName | NoteName> = Record<N, Authorization>
