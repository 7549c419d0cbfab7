import type { Profile } from '../base/model.ts'
import { withDefaults } from '../base/with-defaults.ts'

type ProfileRead = { [Key in keyof Profile]?: Profile[Key] | null }

const profileDefault: Profile = { account: 0, handle: '', displayName: '', avatar: '', kind: 0 }

export const readProfile = (profile: ProfileRead | null | undefined): Profile =>
  withDefaults(profileDefault, profile)
