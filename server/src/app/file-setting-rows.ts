import { integer, row, text } from './setting-row.ts'

const bytes = integer(0, Number.MAX_SAFE_INTEGER)
const dayMs = 86_400_000

/** Settings of files; see settings.ts. */
export const fileSettingRows = {
  publicUrl: row(
    '',
    text,
    'The address under which browsers reach this server, such as https://chat.example; told to clients that come by TCP.',
  ),
  fileBytesMax: row(104_857_600, bytes, 'The largest file that may be uploaded.'),
  imageBytesMax: row(33_554_432, bytes, 'The largest picture; pictures are worked on in memory.'),
  imagePixelsMax: row(
    80_000_000,
    integer(1, 1_000_000_000),
    'Pixels of the largest picture; an animation may have four times as many in all.',
  ),
  fileAccountBytesMax: row(5_368_709_120, bytes, 'What the files of one account may take up.'),
  fileDayBytesMax: row(2_147_483_648, bytes, 'What one account may upload in a day (UTC).'),
  fileUploadsMax: row(32, integer(1, 10_000), 'Uploads of one account under way at once.'),
  uploadIdleMs: row(
    dayMs,
    integer(60_000, 30 * dayMs),
    'An upload that is not gone on with for so long is removed.',
  ),
  fileUnsentMs: row(
    dayMs,
    integer(60_000, 365 * dayMs),
    'A file that no message names for so long is removed.',
  ),
} as const
