import { whole } from './whole.ts'

export const updateCommit =
  'UPDATE last_commit SET stamp = ?, id_floor_ms = ?, sum = ? WHERE one = 1'

export const putAccount = `INSERT INTO account
  (id, kind, handle, display_name, avatar, locale, password_hash, created_ms, request_key,
    first_device, log_seq, items, tombstones, log_floor, sum)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, handle = excluded.handle,
    display_name = excluded.display_name, avatar = excluded.avatar, locale = excluded.locale,
    password_hash = excluded.password_hash, created_ms = excluded.created_ms,
    request_key = excluded.request_key, first_device = excluded.first_device,
    log_seq = excluded.log_seq, items = excluded.items, tombstones = excluded.tombstones,
    log_floor = excluded.log_floor, sum = excluded.sum`

export const putDevice = `INSERT INTO device
  (id, account, device_class, name, created_ms, last_seen_ms, request_key, ended_ms, sum)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET account = excluded.account, device_class = excluded.device_class,
    name = excluded.name, created_ms = excluded.created_ms, last_seen_ms = excluded.last_seen_ms,
    request_key = excluded.request_key, ended_ms = excluded.ended_ms, sum = excluded.sum`

export const removeEndedDevices = `DELETE FROM device WHERE id IN
  (SELECT id FROM device WHERE ended_ms > 0 AND ended_ms < ${whole} ORDER BY ended_ms LIMIT ${whole})`

export const putAccessToken = `INSERT OR REPLACE INTO access_token (hash, device, expires_ms, sum)
  VALUES (?, ?, ?, ?)`

export const trimAccessTokens = `DELETE FROM access_token WHERE device = ? AND place NOT IN
  (SELECT place FROM access_token WHERE device = ? ORDER BY place DESC LIMIT ${whole})`

export const putRefreshToken = `INSERT OR REPLACE INTO refresh_token
  (hash, device, expires_ms, place, role, sum) VALUES (?, ?, ?, ?, ?, ?)`

export const insertConversation = `INSERT INTO conversation
  (id, kind, low, high, head_seq, head_count, head_time_ms, first_seq, touched, sum)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const updateConversation = `UPDATE conversation
  SET head_seq = ?, head_count = ?, head_time_ms = ?, first_seq = ?, touched = ?, sum = ? WHERE id = ?`

export const insertMember = `INSERT INTO member
  (account, conversation, role, from_seq, to_seq, earlier, delivered, read, read_count, own_after,
    touched, sum)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Not the columns of the index, or every cursor would write that too. */
export const updateCursors = `UPDATE member
  SET delivered = ?, read = ?, read_count = ?, own_after = ?, touched = ?, sum = ?
  WHERE account = ? AND conversation = ?`

export const updateMember = `UPDATE member
  SET role = ?, from_seq = ?, to_seq = ?, earlier = ?, delivered = ?, read = ?, read_count = ?,
    own_after = ?, touched = ?, sum = ?
  WHERE account = ? AND conversation = ?`

export const putEntry = 'UPDATE entry SET record = ? WHERE conversation = ? AND seq = ?'
export const addEntry = 'INSERT INTO entry (conversation, seq, record) VALUES (?, ?, ?)'

/** Looks up and remembers in one. */
export const remember = `INSERT INTO remembered_id
  (client_id, sender, conversation, seq, content_hash)
  VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const forgetIds = `DELETE FROM remembered_id WHERE (client_id, sender, conversation) IN
  (SELECT client_id, sender, conversation FROM remembered_id WHERE client_id < ?
    ORDER BY client_id LIMIT ${whole})`

export const addAccountItem = `INSERT INTO account_item (account, seq, key, body, time_ms, sum)
  VALUES (?, ?, ?, ?, ?, ?)`

export const removeTombstones = `DELETE FROM account_item
  WHERE account = ? AND seq <= ? AND length(body) = 0`

export const tombstoneBehind = `SELECT seq FROM account_item
  WHERE account = ? AND length(body) = 0 ORDER BY seq DESC LIMIT 1 OFFSET ${whole}`
