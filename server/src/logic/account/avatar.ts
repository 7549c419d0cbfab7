import { avatarBytesMax } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'

const picture = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/

/** Empty, or a small raster picture as a data: address. No other address: it would tell its host who looks. */
export function checkedAvatar(avatar: string): string {
  if (avatar === '') return avatar
  if (avatar.length > avatarBytesMax)
    throw new Refusal('TOO_LARGE', `avatar is longer than ${avatarBytesMax} bytes`)
  if (!picture.test(avatar))
    throw new Refusal('BAD_REQUEST', 'avatar is not a png, jpeg or webp data: address')
  return avatar
}
