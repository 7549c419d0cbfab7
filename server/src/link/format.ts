/**
 * The link between a process that holds connections (access) and the one with the rules and the data (logic), on one
 * machine: a local stream with frames both ways. Both are started from the same sources; the version in `hello` and
 * `welcome` is for the moment in which an upgrade has restarted only one of them.
 *
 * A frame is the length of its payload (u32), its type (u8), and the payload. Numbers are big-endian; an id is a u64
 * below 2^53; "…" runs to the end of the frame.
 *
 * From access:
 *
 * | type | name       | payload                                                                                       |
 * |------|------------|-----------------------------------------------------------------------------------------------|
 * | 1    | hello      | version u16, name of the node …                                                               |
 * | 2    | session    | session id, epoch u32, connection u32, capabilities u32, length of what identifies it u8,     |
 * |      |            | that, the body of its last subscribePresence …                                                |
 * | 3    | registered | – every session that lives on this node has been named                                        |
 * | 4    | greet      | call u32, connection u32, transport u8, command u16, length of the address u8, address, body … |
 * | 5    | handle     | call u32, session id, epoch u32, command u16, body …                                          |
 * | 6    | note       | session id, epoch u32, command u16, body …                                                    |
 * | 7    | left       | session id, epoch u32, code of the close u8 (0: lost)                                         |
 * | 8    | paused     | – the answer to `leaving`: no call follows                                                    |
 * | 9    | stands     | session id – the answer to `ask`: its connection is here                                      |
 *
 * From logic:
 *
 * | type | name    | payload                                                                                          |
 * |------|---------|--------------------------------------------------------------------------------------------------|
 * | 65   | welcome | version u16                                                                                      |
 * | 66   | ready   | – the sessions are registered: calls are taken                                                   |
 * | 67   | answer  | call u32, code of the error u16 (0: none), body …                                                |
 * | 68   | opened  | call u32, session id, epoch u32, capabilities u32, length of what identifies it u8, that, body … |
 * | 69   | push    | command u16, lossy u8, count u32, so many connections u32, body …                                |
 * | 70   | behind  | connections u32 … – numbered pushes to them were dropped                                         |
 * | 71   | close   | connection u32, code of the close u8, delay in ms u32                                            |
 * | 72   | leaving | – the process goes: answers to what was given still come, nothing more is taken                  |
 * | 73   | pulse   | healthy u8                                                                                       |
 * | 74   | ask     | session id, epoch u32 – does its connection still stand?                                         |
 *
 * Life: hello, welcome; the sessions that live on the node, registered, ready; then calls. A call is answered once. The
 * frames of one direction are taken in their order; answers come in any order. When the stream ends, what was not answered
 * stays open (RESTARTED), and access begins again with hello on a new stream. A body is that of a frame of the protocol,
 * as it came, decompressed. What identifies a session (account, device, hash of the resume key) is opaque to access: it
 * keeps it for a logic process that does not know the session yet.
 *
 * A device that comes by another link may have left something behind on this one, which stands still: what it was answered
 * there has to hold. So logic asks, and until it hears that the connection stands, calls of that session are RESTARTED.
 */
export const linkVersion = 2

export const linkTypes = {
  hello: 1,
  session: 2,
  registered: 3,
  greet: 4,
  handle: 5,
  note: 6,
  left: 7,
  paused: 8,
  stands: 9,
  welcome: 65,
  ready: 66,
  answer: 67,
  opened: 68,
  push: 69,
  behind: 70,
  close: 71,
  leaving: 72,
  pulse: 73,
  ask: 74,
} as const
export type LinkType = (typeof linkTypes)[keyof typeof linkTypes]

export const linkHeaderBytes = 5
/** In the order of their numbers on the link. */
export const linkTransports = ['tcp', 'websocket', 'longPoll'] as const

/** Bytes that are no frame of the link. The stream is of no use afterwards. */
export class LinkFault extends Error {}
