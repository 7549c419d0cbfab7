import * as wire from '#wire'
import { command } from './row.ts'

export const deviceCommands = {
  listDevices: command(
    0x0111,
    'session',
    'none',
    false,
    wire.ListDevicesRequest,
    wire.ListDevicesReply,
  ),
  endDevice: command(0x0112, 'session', 'natural', false, wire.EndDeviceRequest, wire.Empty),
} as const
