import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms, who is in them, their messages in one order each, and who is there right now. */
export class ChatCreate1795341661000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chat_rooms (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        name text,
        title text NOT NULL DEFAULT '',
        created_by uuid,
        classroom_id uuid,
        direct_key text,
        last_seq integer NOT NULL DEFAULT 0,
        last_change integer NOT NULL DEFAULT 0,
        access_version integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_chat_rooms PRIMARY KEY (id),
        CONSTRAINT ck_chat_rooms_kind CHECK (kind IN ('public', 'private', 'direct', 'classroom')),
        CONSTRAINT ck_chat_rooms_address CHECK (
          (kind = 'public') = (name IS NOT NULL) AND (kind = 'direct') = (direct_key IS NOT NULL)
          AND (kind = 'classroom') = (classroom_id IS NOT NULL)),
        CONSTRAINT fk_chat_rooms_creator FOREIGN KEY (created_by) REFERENCES users (id) ON DELETE RESTRICT,
        CONSTRAINT fk_chat_rooms_classroom FOREIGN KEY (classroom_id) REFERENCES classrooms (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_chat_rooms_name ON chat_rooms (lower(name))');
    await runner.query('CREATE UNIQUE INDEX uq_chat_rooms_classroom ON chat_rooms (classroom_id)');
    await runner.query('CREATE UNIQUE INDEX uq_chat_rooms_direct ON chat_rooms (direct_key)');
    await runner.query('CREATE INDEX ix_chat_rooms_creator ON chat_rooms (created_by, created_at)');
    await runner.query(`CREATE INDEX ix_chat_rooms_public ON chat_rooms (id) WHERE kind = 'public'`);
    await runner.query(`
      CREATE TABLE chat_members (
        room_id uuid NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL DEFAULT 'member',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_chat_members PRIMARY KEY (room_id, user_id),
        CONSTRAINT ck_chat_members_role CHECK (role IN ('owner', 'moderator', 'member')),
        CONSTRAINT fk_chat_members_room FOREIGN KEY (room_id) REFERENCES chat_rooms (id) ON DELETE CASCADE,
        CONSTRAINT fk_chat_members_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_chat_members_user ON chat_members (user_id, room_id)');
    await runner.query(`
      CREATE TABLE chat_messages (
        id uuid NOT NULL,
        room_id uuid NOT NULL,
        seq integer NOT NULL,
        sender_id uuid NOT NULL,
        client_id text,
        content text NOT NULL,
        mentions uuid[] NOT NULL DEFAULT '{}',
        file jsonb,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz,
        change_no integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_chat_messages PRIMARY KEY (id),
        CONSTRAINT ck_chat_messages_seq CHECK (seq > 0),
        CONSTRAINT ck_chat_messages_deleted CHECK (deleted_at IS NULL OR (content = '' AND file IS NULL)),
        CONSTRAINT fk_chat_messages_room FOREIGN KEY (room_id) REFERENCES chat_rooms (id) ON DELETE CASCADE,
        CONSTRAINT fk_chat_messages_sender FOREIGN KEY (sender_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_chat_messages_seq ON chat_messages (room_id, seq)');
    await runner.query(`
      CREATE UNIQUE INDEX uq_chat_messages_client ON chat_messages (room_id, sender_id, client_id)
      WHERE client_id IS NOT NULL`);
    await runner.query('CREATE INDEX ix_chat_messages_sender ON chat_messages (sender_id, id)');
    await runner.query(
      'CREATE INDEX ix_chat_messages_changed ON chat_messages (room_id, change_no) WHERE change_no > 0',
    );
    await runner.query(`
      CREATE INDEX ix_chat_messages_search ON chat_messages USING gin (to_tsvector('simple', search_text(content)))`);
    await runner.query(`
      CREATE TABLE chat_message_versions (
        message_id uuid NOT NULL,
        version integer NOT NULL,
        content text NOT NULL,
        file jsonb,
        replaced_at timestamptz NOT NULL DEFAULT now(),
        replaced_by uuid NOT NULL,
        CONSTRAINT pk_chat_message_versions PRIMARY KEY (message_id, version),
        CONSTRAINT fk_chat_message_versions_message FOREIGN KEY (message_id) REFERENCES chat_messages (id) ON DELETE CASCADE,
        CONSTRAINT fk_chat_message_versions_user FOREIGN KEY (replaced_by) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query(`
      CREATE TABLE chat_reads (
        room_id uuid NOT NULL,
        user_id uuid NOT NULL,
        seq integer NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_chat_reads PRIMARY KEY (room_id, user_id),
        CONSTRAINT fk_chat_reads_room FOREIGN KEY (room_id) REFERENCES chat_rooms (id) ON DELETE CASCADE,
        CONSTRAINT fk_chat_reads_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_chat_reads_user ON chat_reads (user_id)');
    await runner.query(`
      CREATE TABLE chat_instances (
        id uuid NOT NULL,
        lease_until timestamptz NOT NULL,
        CONSTRAINT pk_chat_instances PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE chat_presences (
        room_id uuid NOT NULL,
        user_id uuid NOT NULL,
        holders uuid[] NOT NULL,
        empty_since timestamptz,
        CONSTRAINT pk_chat_presences PRIMARY KEY (room_id, user_id),
        CONSTRAINT ck_chat_presences_empty CHECK ((holders = '{}') = (empty_since IS NOT NULL)),
        CONSTRAINT fk_chat_presences_room FOREIGN KEY (room_id) REFERENCES chat_rooms (id) ON DELETE CASCADE,
        CONSTRAINT fk_chat_presences_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_chat_presences_user ON chat_presences (user_id)');
    await runner.query(
      'CREATE INDEX ix_chat_presences_empty ON chat_presences (empty_since) WHERE empty_since IS NOT NULL',
    );
    // Stores messages: the lock first, then a statement that sees what was committed while it was waited for; one round trip.
    await runner.query(`
      CREATE FUNCTION chat_store(room uuid, drafts jsonb, kept integer)
      RETURNS TABLE (place integer, is_known boolean, message chat_messages) LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM chat_rooms r WHERE r.id = room FOR UPDATE;
        RETURN QUERY
        WITH allowed AS (
          SELECT g.* FROM jsonb_to_recordset(drafts) AS g
            (n integer, id uuid, "senderId" uuid, "clientId" text, content text, mentions jsonb, file jsonb)
          JOIN chat_rooms r ON r.id = room
          WHERE r.kind = 'public' OR EXISTS (SELECT FROM chat_members m WHERE m.room_id = room AND m.user_id = g."senderId")
        ), known AS (
          SELECT a.n, m AS message FROM allowed a
          JOIN chat_messages m ON m.room_id = room AND m.sender_id = a."senderId" AND m.client_id = a."clientId"
        ), fresh AS (
          SELECT a.*, (row_number() OVER (ORDER BY a.n))::integer AS step FROM allowed a
          WHERE NOT EXISTS (SELECT FROM known k WHERE k.n = a.n)
        ), raised AS (
          UPDATE chat_rooms r SET last_seq = last_seq + (SELECT count(*)::integer FROM fresh)
          WHERE r.id = room AND EXISTS (SELECT FROM fresh)
          RETURNING last_seq, last_seq - (SELECT count(*)::integer FROM fresh) AS before
        ), stored AS (
          INSERT INTO chat_messages AS m (id, room_id, seq, sender_id, client_id, content, mentions, file, created_at)
          SELECT f.id, room, raised.before + f.step, f."senderId", f."clientId", f.content,
            ARRAY(SELECT jsonb_array_elements_text(f.mentions))::uuid[], nullif(f.file, 'null'), clock_timestamp()
          FROM fresh f, raised
          RETURNING m AS message
        ), forgotten AS (
          DELETE FROM chat_messages m WHERE m.room_id = room AND m.seq <= (SELECT last_seq FROM raised) - kept
        )
        SELECT f.n, false, s.message FROM stored s JOIN fresh f ON f.id = (s.message).id
        UNION ALL
        SELECT k.n, true, k.message FROM known k
        ORDER BY 1;
      END $$`);
    // The classrooms there are get their rooms; from now on the school tells of every change.
    await runner.query(`
      INSERT INTO chat_rooms (id, kind, title, classroom_id) SELECT id, 'classroom', name, id FROM classrooms`);
    await runner.query(`
      INSERT INTO chat_members (room_id, user_id, role) SELECT id, teacher_id, 'owner' FROM classrooms`);
    await runner.query(`
      INSERT INTO chat_members (room_id, user_id)
      SELECT classroom_id, student_id FROM enrollments WHERE withdrawn_on IS NULL ON CONFLICT DO NOTHING`);
  }

  /** Messages are lost with their table. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION chat_store');
    for (const table of ['presences', 'instances', 'reads', 'message_versions', 'messages', 'members', 'rooms']) {
      await runner.query(`DROP TABLE chat_${table}`);
    }
  }
}
