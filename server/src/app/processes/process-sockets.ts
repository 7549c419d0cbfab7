import { socketPath } from '../control/control-path.ts'

/** Where the processes of one server meet, in its data folder. */
export const linkSocket = (dataFolder: string): string => socketPath(dataFolder, 'link')
export const rulesSocket = (dataFolder: string): string => socketPath(dataFolder, 'rules')
export const accessSocket = (dataFolder: string, slot: number): string =>
  socketPath(dataFolder, `access-${slot}`)
