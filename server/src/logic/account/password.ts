import { passwordBytesMax, passwordLengthMin } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'

/** The ones that head every list of leaked passwords and are long enough to pass the length check. */
const common = new Set(
  `12345678 123456789 1234567890 password password1 password123 passw0rd p@ssw0rd qwertyuiop qwerty123 qwertyui
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx qazwsxedc 11111111 00000000 88888888 66666666 12341234 87654321 987654321 123123123
  abcd1234 abc12345 a1234567 a12345678 iloveyou sunshine princess football baseball superman trustno1 letmein1
  welcome1 changeme administrator woaini1314 woaini520 5201314520 asdfghjkl zxcvbnm123 internet computer`.split(
    /\s+/,
  ),
)

const utf8 = new TextEncoder()

/** @throws Refusal WEAK_PASSWORD */
export function checkPassword(password: string, handle: string): void {
  const tooShort = Array.from(password).length < passwordLengthMin
  const tooLong = utf8.encode(password).length > passwordBytesMax
  const folded = password.toLowerCase()
  if (tooShort || tooLong || folded === handle || common.has(folded))
    throw new Refusal('WEAK_PASSWORD')
}
