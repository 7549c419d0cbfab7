// Makes load, in a process of its own; told what to do over its channel.
import { bystandersCome, bystandersTell } from './bystanders-load.ts'
import { dayArrive, dayWork } from './day-load.ts'
import { echoLoad } from './echo-load.ts'
import { fanOutLoad } from './fan-out-load.ts'
import { firstSyncLoad } from './first-sync-load.ts'
import { idleLoad } from './idle-load.ts'
import { loginLoad } from './login-load.ts'
import { longListsLoad } from './long-lists-load.ts'
import { peerIdleLoad } from '../peers/idle-load.ts'
import { peerLoginLoad } from '../peers/login-load.ts'
import { mqttLoad } from '../peers/mqtt-load.ts'
import { peerPresenceLoad } from '../peers/presence-load.ts'
import { peerReturnLoad } from '../peers/return-load.ts'
import { peerRoomLoad } from '../peers/room-load.ts'
import { xmppLoad } from '../peers/xmpp-load.ts'
import { oneToOneArrive, oneToOneLoad, oneToOneTalk } from './one-to-one-load.ts'
import { presenceArrive, presenceWork } from './presence-load.ts'
import { returnLoad } from './return-load.ts'
import { soakLoad } from './soak-load.ts'
import { stormLeave, stormReturn } from './storm-load.ts'

const tasks = {
  bystandersCome,
  bystandersTell,
  dayArrive,
  dayWork,
  echoLoad,
  fanOutLoad,
  firstSyncLoad,
  idleLoad,
  loginLoad,
  longListsLoad,
  mqttLoad,
  peerIdleLoad,
  peerLoginLoad,
  peerPresenceLoad,
  peerReturnLoad,
  peerRoomLoad,
  xmppLoad,
  oneToOneArrive,
  oneToOneLoad,
  oneToOneTalk,
  presenceArrive,
  presenceWork,
  returnLoad,
  soakLoad,
  stormLeave,
  stormReturn,
}
export type Tasks = typeof tasks

process.on('message', async ({ task, input }: { task: keyof Tasks; input: never }) => {
  try {
    process.send?.({ result: await tasks[task](input) })
  } catch (fault) {
    process.send?.({ fault: fault instanceof Error ? fault.stack : String(fault) })
  }
})
// NOTE a run that was killed leaves nobody online.
process.once('disconnect', () => process.exit())
