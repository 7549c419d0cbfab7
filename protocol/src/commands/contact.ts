import * as wire from '#wire'
import { command } from './row.ts'

const contactCommand = <Q>(id: number, request: Q) =>
  command(id, 'session', 'requestKey', false, request, wire.ContactReply)

export const contactCommands = {
  requestContact: contactCommand(0x0501, wire.RequestContactRequest),
  answerContact: contactCommand(0x0502, wire.AnswerContactRequest),
  withdrawContact: contactCommand(0x0503, wire.WithdrawContactRequest),
  removeContact: contactCommand(0x0504, wire.RemoveContactRequest),
  setBlocked: contactCommand(0x0505, wire.SetBlockedRequest),
  setContact: contactCommand(0x0506, wire.SetContactRequest),
} as const
