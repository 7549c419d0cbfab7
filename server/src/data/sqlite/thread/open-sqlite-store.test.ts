import { storeContract } from '../../store.contract.ts'
import { ThreadWorld } from '../../testing/sqlite-worlds.ts'

storeContract('sqlite thread', () => ThreadWorld.open())
