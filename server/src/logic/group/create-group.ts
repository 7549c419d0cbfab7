import type { ReplyOf, RequestOf } from '@parley/protocol'
import { randomId } from '../../base/random.ts'
import { checkedAvatar } from '../account/avatar.ts'
import type { Caller } from '../caller.ts'
import { guardsOf, limited, requestOf, type GroupDeps } from './group-deps.ts'
import { checkedAccounts, checkedName, checkedSettings } from './group-fields.ts'
import { tellGroup } from './tell-group.ts'

export async function createGroup(
  deps: GroupDeps,
  caller: Caller,
  request: RequestOf<'createGroup'>,
): Promise<ReplyOf<'createGroup'>> {
  const group = {
    name: checkedName(request.name),
    avatar: checkedAvatar(request.avatar),
    members: checkedAccounts(request.members),
    settings: checkedSettings(request.settings),
  }
  limited(deps, caller)
  const by = requestOf(deps, caller, request)
  const created = await deps.groups.create(by, randomId(deps.random), group, guardsOf(deps))
  tellGroup(deps, by, created)
  return { conversation: created.change.conversation }
}
