/** Limits that are part of the protocol: both sides know them. Settable ones are told in LoginReply.limits. */

/** A frame's body, before and after decompression. */
export const frameBodyBytesMax = 262_144
/** A body before login: nothing that large is said there. */
export const greetingBodyBytesMax = 4_096
/** An encoded EntryBody. */
export const entryBodyBytesMax = 65_536
export const textBytesMax = 20_000
export const handleLengthMin = 3
export const handleLengthMax = 32
export const displayNameBytesMax = 128
export const avatarBytesMax = 32_768
export const localeLengthMax = 35
export const deviceNameBytesMax = 128
export const clientNameBytesMax = 64
export const passwordLengthMin = 8
export const passwordBytesMax = 1_024
export const tokenBytes = 32
export const idBytes = 16
export const pageEntriesMax = 500
export const pageEntriesDefault = 50
/** A page ends early when its entries reach this size. */
export const pageBytesMax = 196_608
export const syncConversationsMax = 500
export const syncConversationsDefault = 100
export const syncEntriesMax = 50
export const syncAccountEntriesMax = 500
export const profilesPageMax = 200
export const presenceSubscriptionsMax = 500
export const presencePageMax = 500
export const contactGreetingBytesMax = 512
export const contactRemarkBytesMax = 128
export const contactTagsMax = 20
export const contactTagBytesMax = 64
export const accountItemKeyBytesMax = 128
export const accountItemBytesMax = 16_384
export const accountItemsMax = 10_000
export const requestsInFlightMax = 64
/** A client acknowledges pushes by a ping at the latest this long after one (R7). */
export const pushAckMs = 5_000
/** Ids are remembered at least this long (R2). */
export const idMemoryMs = 30 * 24 * 3_600_000
/** An id may lie this far ahead of the server's clock (R2). */
export const idAheadMs = 600_000
export const searchTextBytesMax = 256
export const searchPageMax = 100
export const searchPageDefault = 20
/** Kinds up to this one are messages: they count as unread and can be answered, changed and recalled (R9, R16). */
export const lastCountableKind = 19
/** Kinds between the messages and this one are acts: they change an earlier entry and are never shown themselves. */
export const lastActKind = 39
/** Edits of one entry. */
export const editsPerEntryMax = 50
/** Different emoji on one entry. */
export const emojisPerEntryMax = 20
export const emojiBytesMax = 32
/** Accounts named with a reaction; the others are counted. */
export const reactionAccountsMax = 20
export const mentionsMax = 100
/** Pictures of one image entry. */
export const attachmentsMax = 9
export const attachmentNameBytesMax = 255
export const mediaTypeLengthMax = 127
export const placeholderBytesMax = 64
export const waveformBytesMax = 512
/** A voice message says how long it is. */
export const voiceMsMax = 3_600_000
export const placeNameBytesMax = 255
export const placeAddressBytesMax = 512
export const cardJsonBytesMax = 16_384
export const forwardedEntriesMax = 100
export const forwardTitleBytesMax = 255
/** A forward of a forward of … */
export const forwardDepthMax = 3
/** A send waits for its time at most this long: its id must still be remembered when it is repeated (R2). */
export const scheduleAheadMsMax = 29 * 24 * 3_600_000
export const burnAfterMsMin = 1_000
export const burnAfterMsMax = 604_800_000
/** Files asked for at once. */
export const filesPageMax = 100
/** Accounts that one command adds to a group or removes from it. */
export const groupAccountsMax = 200
export const groupNameBytesMax = 128
export const groupNicknameBytesMax = 64
export const groupRemarkBytesMax = 128
export const announcementBytesMax = 4_096
export const joinTextBytesMax = 256
/** Members, readers and join requests in one reply. */
export const groupPageMax = 200
/** In larger groups no cursor is pushed to others, and devices spread what they say they received. */
export const groupReceiptsMax = 200
/** Conversations that an account keeps on top of its list. */
export const pinnedConversationsMax = 100
/** Muted until then is muted for ever. */
export const mutedForeverMs = Number.MAX_SAFE_INTEGER
/** Entries that one command deletes for the caller. */
export const deletedSeqsMax = 100
/** Ranges of deleted entries in one conversation; what lies side by side is one. */
export const deletedRangesMax = 500
