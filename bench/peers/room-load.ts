import type { Percentiles } from '../load/samples.ts'
import { flood, Tally, type Flooded, type FloodInput } from './tally.ts'
import { concurrently, quiet } from './crowd.ts'
import { roomMember, type RoomMember } from './room-member.ts'
import type { PeerAt } from './user.ts'

export interface PeerRoomInput extends Omit<FloodInput, 'serverPid'> {
  at: PeerAt
  /** All of them in one room and online. The first one sends. */
  members: number
  /** Who comes and goes is told to nobody: 5,000 who come are 12 million presences. */
  isSilent: boolean
}

export interface PeerRoomResult extends Flooded {
  ackMs: Percentiles
  lastMs: Percentiles
  messages: number
  /** Read anew from what the room keeps; undefined where nothing is kept. */
  audited?: number
  faults: string[]
}

const openingMax = 16

/** One sends, all others receive: each message once and in order at each, and in what the room keeps. */
export async function peerRoomLoad(input: PeerRoomInput): Promise<PeerRoomResult> {
  const { at, members, isSilent } = input
  const all: RoomMember[] = []
  const tally = new Tally(members - 1, (index) => all[0]?.send(index))
  const member = (number: number) => {
    const made = roomMember(at, `u${number}`, {
      acked: (index) => tally.acknowledge(index),
      received: (index) => tally.receive(number - 1, index),
      lost: () => tally.fault('a connection was lost'),
    })
    all[number] = made
    return made
  }
  try {
    await member(0).join({ isSilent })
    await concurrently(members - 1, openingMax, (number) => member(number + 1).join())
    await quiet(at.serverPid)
    const flooded = await flood(tally, { ...input, serverPid: at.serverPid })
    const audited = await audit(all.at(-1), tally)
    return {
      ...flooded,
      ackMs: tally.ack.percentiles(),
      lastMs: tally.last.percentiles(),
      messages: tally.sent,
      ...(audited === undefined ? {} : { audited }),
      faults: tally.faults,
    }
  } finally {
    for (const one of all) one.destroy()
  }
}

async function audit(reader: RoomMember | undefined, tally: Tally): Promise<number | undefined> {
  if (reader?.audit === undefined) return undefined
  let next = 0
  await reader.audit((index) => {
    if (index !== next) tally.fault(`message ${index} is kept instead of ${next}`)
    next = index + 1
  })
  if (next !== tally.sent) tally.fault(`${next} of ${tally.sent} are kept`)
  return next
}
