import type { FileSettings } from '../logic/file/file-deps.ts'
import type { fileSettingRows } from './file-setting-rows.ts'
import type { Settings } from './settings.ts'

export type FileSettingName = Exclude<keyof typeof fileSettingRows, 'publicUrl' | 'imagePixelsMax'>

/** Below this much free space no bytes of files are taken: what is left is for messages, and for erasing. */
const freeBytesMin = 512 * 1024 * 1024

export function fileSettings(settings: Pick<Settings, FileSettingName>): FileSettings {
  return {
    fileBytesMax: settings.fileBytesMax,
    imageBytesMax: settings.imageBytesMax,
    accountBytesMax: settings.fileAccountBytesMax,
    dayBytesMax: settings.fileDayBytesMax,
    uploadsMax: settings.fileUploadsMax,
    uploadIdleMs: settings.uploadIdleMs,
    unsentMs: settings.fileUnsentMs,
    freeBytesMin,
  }
}
