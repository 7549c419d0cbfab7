import type { Migration } from '../migrate.ts'

/** Where rows lie, and why: docs/decisions/0003-storage-layout.md. */
export const first: Migration = {
  number: 1,
  statements: [
    `CREATE TABLE meta (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      generation BLOB NOT NULL,
      server_key BLOB NOT NULL
    ) STRICT`,
    // Every commit writes this row.
    `CREATE TABLE last_commit (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      stamp INTEGER NOT NULL,
      id_floor_ms INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,
      handle TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL,
      avatar TEXT NOT NULL,
      locale TEXT NOT NULL,
      password_hash TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      request_key BLOB NOT NULL,
      first_device INTEGER NOT NULL,
      log_seq INTEGER NOT NULL,
      items INTEGER NOT NULL,
      tombstones INTEGER NOT NULL,
      log_floor INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE account_item (
      account INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      key TEXT NOT NULL,
      body BLOB NOT NULL,
      time_ms INTEGER NOT NULL,
      PRIMARY KEY (account, seq)
    ) STRICT, WITHOUT ROWID`,
    `CREATE UNIQUE INDEX account_item_key ON account_item (account, key)`,
    `CREATE TABLE device (
      id INTEGER PRIMARY KEY,
      account INTEGER NOT NULL,
      device_class INTEGER NOT NULL,
      name TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      last_seen_ms INTEGER NOT NULL,
      request_key BLOB NOT NULL,
      ended_ms INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX device_living ON device (account) WHERE ended_ms = 0`,
    `CREATE INDEX device_ended ON device (ended_ms) WHERE ended_ms > 0`,
    `CREATE TABLE access_token (
      place INTEGER PRIMARY KEY,
      hash BLOB NOT NULL UNIQUE,
      device INTEGER NOT NULL,
      expires_ms INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX access_token_device ON access_token (device)`,
    `CREATE TABLE refresh_token (
      hash BLOB PRIMARY KEY,
      device INTEGER NOT NULL,
      expires_ms INTEGER NOT NULL,
      place INTEGER NOT NULL,
      role INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX refresh_token_device ON refresh_token (device)`,
    `CREATE TABLE conversation (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,
      low INTEGER NOT NULL,
      high INTEGER NOT NULL,
      head_seq INTEGER NOT NULL,
      head_count INTEGER NOT NULL,
      head_time_ms INTEGER NOT NULL,
      first_seq INTEGER NOT NULL,
      touched INTEGER NOT NULL
    ) STRICT`,
    `CREATE UNIQUE INDEX conversation_direct ON conversation (low, high) WHERE low > 0`,
    // By account, because a sync reads all of one account's; earlier intervals as "1-40,60-75".
    `CREATE TABLE member (
      account INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      role INTEGER NOT NULL,
      from_seq INTEGER NOT NULL,
      to_seq INTEGER NOT NULL,
      earlier TEXT NOT NULL,
      delivered INTEGER NOT NULL,
      read INTEGER NOT NULL,
      read_count INTEGER NOT NULL,
      own_after INTEGER NOT NULL,
      touched INTEGER NOT NULL,
      PRIMARY KEY (account, conversation)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX member_conversation ON member (conversation, to_seq, account)`,
    // The record is laid out in entry-record.ts, and carries a checksum.
    `CREATE TABLE entry (
      conversation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      record BLOB NOT NULL,
      PRIMARY KEY (conversation, seq)
    ) STRICT, WITHOUT ROWID`,
    // The client id leads: it begins with the time, so new rows go to the right end and old ones leave at the left.
    `CREATE TABLE remembered_id (
      client_id BLOB NOT NULL,
      sender INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      content_hash INTEGER NOT NULL,
      PRIMARY KEY (client_id, sender, conversation)
    ) STRICT, WITHOUT ROWID`,
  ],
}
