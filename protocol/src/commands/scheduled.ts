import * as wire from '#wire'
import { command } from './row.ts'

/** A change of a scheduled send: once for its request key. */
function change<Q, R>(id: number, request: Q, reply: R) {
  return command(id, 'session', 'requestKey', false, request, reply)
}

export const scheduledCommands = {
  scheduleSend: command(
    0x0205,
    'session',
    'clientId',
    true,
    wire.ScheduleSendRequest,
    wire.ScheduledReply,
  ),
  changeScheduled: change(0x0206, wire.ChangeScheduledRequest, wire.ScheduledReply),
  cancelScheduled: change(0x0207, wire.CancelScheduledRequest, wire.ScheduledReply),
  sendScheduledNow: change(0x0208, wire.SendScheduledNowRequest, wire.SendReply),
} as const
