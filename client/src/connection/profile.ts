import type { Profile } from '../base/model.ts'

type ProfileRead = { [Key in keyof Profile]?: Profile[Key] | null }

export function readProfile(profile: ProfileRead | null | undefined): Profile {
  return {
    account: profile?.account ?? 0,
    handle: profile?.handle ?? '',
    displayName: profile?.displayName ?? '',
    avatar: profile?.avatar ?? '',
    kind: profile?.kind ?? 0,
  }
}
