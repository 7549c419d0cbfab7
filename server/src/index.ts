export { exitStatuses } from './app/exit-statuses.ts'
export { runServer } from './app/run-server.ts'
export { startServer, StartFault, type RunningServer } from './app/start-server.ts'
export {
  readSettings,
  settingRows,
  optionName,
  environmentName,
  SettingFault,
} from './app/settings.ts'
export type { SettingName, Settings } from './app/settings.ts'
export { controlRequest } from './app/control/control-request.ts'
export type { ControlReply, ControlRequest } from './app/control/control-commands.ts'
export { readEndpoints, type Endpoints } from './app/endpoints.ts'
export { runDemo } from './app/demo/run-demo.ts'
export {
  backupFolder,
  FolderFault,
  inspectFolder,
  restoreFolder,
  verifyDataFolder,
} from './app/offline.ts'
