import type { OwnStateStore } from '../own-state-store.ts'
import type { Batcher } from './batcher.ts'

export function ownStateStore(batcher: Batcher): OwnStateStore {
  return {
    set: (account, conversation, patch, nowMs) =>
      batcher.submit({ type: 'setOwnState', account, conversation, patch, nowMs }),
    orderPinned: (account, conversations) =>
      batcher.submit({ type: 'orderPinned', account, conversations }),
    deleteForMe: (account, conversation, what, nowMs) =>
      batcher.submit({ type: 'deleteForMe', account, conversation, what, nowMs }),
  }
}
