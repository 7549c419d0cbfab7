import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { fileSettingRows } from './file-setting-rows.ts'
import { messageSettingRows } from './message-setting-rows.ts'
import { peopleSettingRows } from './people-setting-rows.ts'
import { flag, integer, list, oneOf, port, row, text } from './setting-row.ts'

/** A slot of a process is a byte of every long-poll channel's secret. */
const accessProcessesMax = 64

/**
 * Every setting of the server. `portHttp` is `port-http` on the command line, `PARLEY_PORT_HTTP` in the environment and
 * `port_http` in parley.toml; the command line goes before the environment, and that before the file.
 */
export const settingRows = {
  data: row('./data', text, 'The folder with everything that is remembered.'),
  host: row(
    '127.0.0.1',
    text,
    'The address to listen on. Beyond loopback TLS or a declared proxy is needed.',
  ),
  port: row(5800, port, 'HTTP, WebSocket and long-poll. 0: any free port.'),
  tcpPort: row(5801, port, 'TCP. 0: any free port.'),
  tlsCert: row(
    '',
    text,
    'File with the certificate chain (PEM). With it every port speaks TLS 1.3.',
  ),
  tlsKey: row('', text, 'File with the private key (PEM).'),
  trustedProxies: row<string[]>(
    [],
    list,
    'Addresses of proxies in front, whose X-Forwarded-For is believed.',
  ),
  behindProxy: row(
    false,
    flag,
    'A proxy in front speaks TLS: plain listening beyond loopback is allowed.',
  ),
  allowedOrigins: row<string[]>(
    [],
    list,
    'Origins of other sites whose pages may connect, such as https://shop.example.',
  ),
  registration: row(true, flag, 'Whether new accounts may be made by anybody.'),
  strangersMayWrite: row(
    true,
    flag,
    'Whether an account may write to one that it has no conversation with.',
  ),
  ...peopleSettingRows,
  ...messageSettingRows,
  groupMembersMax: row(5_000, integer(2, 5_000), 'Members of a group.'),
  heartbeatMs: row(
    30_000,
    integer(1_000, 600_000),
    'A client pings at least this often; twice this silent is gone.',
  ),
  resumableMs: row(
    600_000,
    integer(0, 86_400_000),
    'How long a lost connection can be resumed without a login.',
  ),
  drainMs: row(
    2_000,
    integer(0, 600_000),
    'On a clean stop, clients are told to come back within this time.',
  ),
  accountRequestsBurst: row(5_000, integer(1, 1_000_000_000), 'Requests of one account at once.'),
  accountRequestsPerSecond: row(
    1_000,
    integer(1, 1_000_000_000),
    'Requests of one account in the long run.',
  ),
  connectionRequestsBurst: row(
    5_000,
    integer(1, 1_000_000_000),
    'Frames of one connection at once.',
  ),
  connectionRequestsPerSecond: row(
    1_000,
    integer(1, 1_000_000_000),
    'Frames of one connection in the long run.',
  ),
  accessProcesses: row(
    0,
    integer(0, accessProcessesMax),
    'So many processes hold the connections, beside one with the rules and the data (Linux). 0: one process does everything.',
  ),
  connectionsMax: row(18_000, integer(1, 10_000_000), 'Connections in all.'),
  connectionsPerAddressMax: row(
    1_000,
    integer(1, 10_000_000),
    'Connections of one address; loopback is not limited.',
  ),
  ...fileSettingRows,
  webhookInnerAddresses: row(
    false,
    flag,
    'Whether webhooks may go to addresses that are not of the public internet, such as this machine.',
  ),
  metricsToken: row(
    '',
    text,
    'Who shows it as a bearer token may read /metrics from afar; without it only this machine may.',
  ),
  logLevel: row('info', oneOf(['debug', 'info', 'warn', 'error', 'silent']), 'What is logged.'),
} as const

export type Settings = {
  -readonly [K in keyof typeof settingRows]: (typeof settingRows)[K]['fallback']
}
/** What each setting is without being set. */
export const settingFallbacks = Object.fromEntries(
  Object.entries(settingRows).map(([name, { fallback }]) => [name, fallback]),
) as Settings

export type SettingName = keyof Settings

/** A setting that cannot be used. The message names it and says what it takes. */
export class SettingFault extends Error {}

/**
 * @param given settings from the command line, by option name (`tcp-port`).
 * @throws SettingFault for an unknown name or a value that breaks its rule.
 */
export function readSettings(
  given: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string | undefined>>,
  file = 'parley.toml',
): Settings {
  const fromFile = existsSync(file) ? flatten(parse(readFileSync(file, 'utf8')), file) : {}
  const settings: Record<string, unknown> = {}
  const names = Object.keys(settingRows) as SettingName[]
  for (const name of names) {
    const value =
      given[optionName(name)] ?? environment[environmentName(name)] ?? fromFile[fileName(name)]
    settings[name] = value === undefined ? settingRows[name].fallback : parsed(name, value)
  }
  for (const option of Object.keys(given)) {
    if (!names.some((name) => optionName(name) === option))
      throw new SettingFault(`unknown option --${option}`)
  }
  for (const key of Object.keys(fromFile)) {
    if (!names.some((name) => fileName(name) === key))
      throw new SettingFault(`${file}: unknown setting ${key}`)
  }
  return settings as Settings
}

export const optionName = (name: SettingName): string => split(name, '-')
export const environmentName = (name: SettingName): string =>
  `PARLEY_${split(name, '_').toUpperCase()}`
export const fileName = (name: SettingName): string => split(name, '_')

function split(name: string, separator: string): string {
  return name.replace(/[A-Z]/g, (letter) => separator + letter.toLowerCase())
}

function parsed(name: SettingName, value: string): unknown {
  try {
    return settingRows[name].parse(value)
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    throw new SettingFault(
      `--${optionName(name)} (${environmentName(name)}): ${reason}, not "${value}"`,
    )
  }
}

function flatten(table: object, file: string): Record<string, string> {
  const entries = Object.entries(table).map(([key, value]: [string, unknown]): [string, string] => {
    if (Array.isArray(value)) return [key, value.join(',')]
    if (typeof value === 'string') return [key, value]
    if (typeof value === 'object')
      throw new SettingFault(`${file}: ${key} is a table; settings are flat`)
    return [key, JSON.stringify(value)]
  })
  return Object.fromEntries(entries)
}
