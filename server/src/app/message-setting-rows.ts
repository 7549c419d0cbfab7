import { burnAfterMsMax, scheduleAheadMsMax } from '@parley/protocol'
import { integer, row } from './setting-row.ts'

/** Settings of messages and what is done to them; see settings.ts. */
export const messageSettingRows = {
  editWithinMs: row(
    86_400_000,
    integer(0, 31_536_000_000),
    'How long after sending a message its text may be edited. 0: not at all.',
  ),
  recallWithinMs: row(
    86_400_000,
    integer(0, 31_536_000_000),
    'How long after sending a message may be recalled. 0: not at all.',
  ),
  pinsMax: row(
    50,
    integer(0, 1_000),
    'Messages that may be pinned in one conversation at once. 0: none.',
  ),
  burnAfterMsMax: row(
    burnAfterMsMax,
    integer(0, burnAfterMsMax),
    'A message may erase itself at most this long after somebody read it. 0: none may.',
  ),
  scheduledMax: row(
    100,
    integer(0, 1_000),
    'Messages of one account that wait for their time. 0: none may.',
  ),
  scheduleAheadMs: row(
    scheduleAheadMsMax,
    integer(0, scheduleAheadMsMax),
    'How far ahead a message may wait for its time.',
  ),
}
