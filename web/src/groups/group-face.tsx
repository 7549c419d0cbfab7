import { Avatar } from '../kit/avatar.tsx'
import { useGroupAvatar } from './use-group.ts'

export interface GroupFaceProps {
  group: number
  name: string
  size?: 'small' | 'middle' | 'large'
}

/** The picture of a group. Decoration: its name stands beside it. */
export function GroupFace({ group, name, size = 'middle' }: GroupFaceProps) {
  const picture = useGroupAvatar(group)
  return <Avatar account={group} name={name} picture={picture} size={size} shape="square" />
}
