import { storeContract } from '../store.contract.ts'
import { InlineWorld } from '../testing/sqlite-worlds.ts'

storeContract('sqlite', async () => new InlineWorld())
