import type { ConversationRow } from '../../rules/tables.ts'
import type { TouchedMember, Touches } from '../../rules/touches.ts'
import type { ByteReader, ByteWriter } from './byte-buffer.ts'

const places = { out: 0, in: 1, direct: 2 } as const

export function writeTouches(writer: ByteWriter, touches: Touches): void {
  writer.float(touches.stamp)
  writer.count(touches.conversations.length)
  for (const { id, low, high } of touches.conversations) {
    writer.float(id)
    writer.float(low)
    writer.float(high)
  }
  writer.count(touches.members.length)
  for (const { conversation, account, isInGroup } of touches.members) {
    writer.float(conversation)
    writer.float(account)
    writer.byte(isInGroup === undefined ? places.direct : isInGroup ? places.in : places.out)
  }
}

export function readTouches(reader: ByteReader): Touches {
  const stamp = reader.float()
  const conversations: Pick<ConversationRow, 'id' | 'low' | 'high'>[] = []
  for (let left = reader.count(); left > 0; left -= 1)
    conversations.push({ id: reader.float(), low: reader.float(), high: reader.float() })
  const members: TouchedMember[] = []
  for (let left = reader.count(); left > 0; left -= 1) {
    const conversation = reader.float()
    const account = reader.float()
    const place = reader.byte()
    const isInGroup = place === places.direct ? undefined : place === places.in
    members.push({ conversation, account, isInGroup })
  }
  return { stamp, conversations, members }
}
