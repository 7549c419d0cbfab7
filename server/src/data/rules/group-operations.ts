import type { GroupAct, GroupChange, GroupGuards, GroupRequest, NewGroup } from '../group-store.ts'
import type { ConversationId } from '../model.ts'

/** What changes groups. Each is given once for its request key. */
export type GroupOperation =
  | {
      type: 'createGroup'
      request: GroupRequest
      id: ConversationId
      group: NewGroup
      guards: GroupGuards
    }
  | {
      type: 'changeGroup'
      request: GroupRequest
      conversation: ConversationId
      act: GroupAct
      guards: GroupGuards
      token: Uint8Array | undefined
    }
  | {
      type: 'joinGroup'
      request: GroupRequest
      token: Uint8Array
      text: string
      guards: GroupGuards
    }

export interface GroupResults {
  createGroup: GroupChange
  changeGroup: GroupChange
  joinGroup: GroupChange
}
