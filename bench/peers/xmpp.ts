/** Names that the servers and the load agree on. Nobody else reaches these servers. */
export const xmppHost = 'localhost'
export const xmppPassword = 'bench'
export const xmppPairsMax = 1_000

/** What an archive holds before a run: of accounts that do not take part. */
export interface PeerSize {
  accounts: number
  messages: number
}
