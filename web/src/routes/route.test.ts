import assert from 'node:assert/strict'
import test from 'node:test'
import { parseRoute, pathOf, type Route } from './route.ts'

const routes: Route[] = [
  { name: 'home' },
  { name: 'archived' },
  { name: 'direct', account: 12 },
  { name: 'conversation', id: 4_503_599_627_370_495 },
  { name: 'direct', account: 12, at: 345 },
  { name: 'conversation', id: 7, at: 1 },
  { name: 'handle', handle: 'lin.mei' },
  { name: 'contacts' },
  { name: 'requests' },
  { name: 'person', account: 5 },
  { name: 'newGroup' },
  { name: 'group', id: 9 },
  { name: 'members', id: 9 },
  { name: 'invite', id: 9 },
  { name: 'join', token: 'aZ09_-' },
  { name: 'settings' },
  { name: 'register' },
  { name: 'signIn' },
]

test('an address leads back to its route', () => {
  for (const route of routes) assert.deepEqual(parseRoute(pathOf(route)), route)
})

test('what is made up leads nowhere', () => {
  for (const path of [
    '/u',
    '/u/0',
    '/u/x',
    '/u/-1',
    '/u/1e3',
    '/c/9007199254740993',
    '/@',
    '/a/b/c',
    '/u/1/x',
    '/c/1/0',
    '/c/1/2/3',
    '/people/x',
    '/people/1/2',
    '/join',
    '/join/a.b',
    '/toString',
  ]) {
    assert.deepEqual(parseRoute(path), { name: 'unknown' }, path)
  }
})
