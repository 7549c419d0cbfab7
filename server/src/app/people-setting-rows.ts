import { readDevicePolicy } from '../logic/device/device-policy.ts'
import { integer, list, row } from './setting-row.ts'

function devicePolicy(value: string): string[] {
  const items = list(value)
  readDevicePolicy(items)
  return items
}

/** Settings of contacts and devices; see settings.ts. */
export const peopleSettingRows = {
  strangersPerDay: row(
    200,
    integer(1, 1_000_000),
    'Conversations with strangers that an account may begin at once; they come back evenly over a day.',
  ),
  contactsMax: row(5_000, integer(1, 5_000), 'Contacts of one account.'),
  contactRequestsPerDay: row(
    50,
    integer(1, 10_000),
    'Accounts that one account may ask to become contacts within 24 hours.',
  ),
  contactRequestsPerTarget: row(
    2,
    integer(1, 1_000),
    'How often one account may ask the same one within contact_request_window_ms.',
  ),
  contactRequestWindowMs: row(
    604_800_000,
    integer(86_400_000, 31_536_000_000),
    'For how long requests to the same account count, however they ended.',
  ),
  contactRequestLifeMs: row(
    2_592_000_000,
    integer(60_000, 31_536_000_000),
    'A contact request that nobody answers ends after this.',
  ),
  devicePolicy: row<string[]>(
    [],
    devicePolicy,
    'What another sign-in of a class of device does, such as pc=kick:1, web=refuse:3, ios=coexist. Classes: pc, web, mobile-web, android, ios, terminal; one that is not named coexists.',
  ),
}
