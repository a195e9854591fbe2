import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NotificationsCreate1795520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_inboxes (
        user_id uuid NOT NULL,
        last_seq integer NOT NULL DEFAULT 0,
        kept integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_notification_inboxes PRIMARY KEY (user_id),
        CONSTRAINT fk_notification_inboxes_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT ck_notification_inboxes_counts CHECK (last_seq >= 0 AND kept >= 0)
      )`);
    await runner.query(`
      CREATE TABLE notifications (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        sender_id uuid,
        seq integer,
        category text NOT NULL,
        type text,
        title text NOT NULL,
        body text NOT NULL,
        action_url text,
        priority text NOT NULL,
        resource_type text,
        resource_id uuid,
        dedupe_key text,
        collapse_key text,
        count integer NOT NULL DEFAULT 1,
        read_at timestamptz,
        deleted_at timestamptz,
        decisions jsonb NOT NULL,
        CONSTRAINT pk_notifications PRIMARY KEY (id),
        CONSTRAINT fk_notifications_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT ck_notifications_priority CHECK (priority IN ('low', 'normal', 'high', 'critical')),
        CONSTRAINT ck_notifications_resource CHECK ((resource_type IS NULL) = (resource_id IS NULL)),
        CONSTRAINT ck_notifications_count CHECK (count > 0)
      )`);
    await runner.query(
      'CREATE INDEX ix_notifications_list ON notifications (user_id, seq) WHERE seq IS NOT NULL AND deleted_at IS NULL',
    );
    await runner.query(
      'CREATE INDEX ix_notifications_unread ON notifications (user_id, seq) WHERE seq IS NOT NULL AND deleted_at IS NULL AND read_at IS NULL',
    );
    await runner.query(
      'CREATE INDEX ix_notifications_dedupe ON notifications (user_id, dedupe_key) WHERE dedupe_key IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX ix_notifications_collapse ON notifications (user_id, collapse_key) WHERE collapse_key IS NOT NULL AND read_at IS NULL AND deleted_at IS NULL',
    );
    await runner.query(
      'CREATE INDEX ix_notifications_deleted ON notifications (deleted_at) WHERE deleted_at IS NOT NULL',
    );
    await runner.query('CREATE INDEX ix_notifications_unlisted ON notifications (created_at) WHERE seq IS NULL');
    await runner.query(`
      CREATE TABLE notification_changes (
        user_id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL,
        notification_id uuid NOT NULL,
        CONSTRAINT pk_notification_changes PRIMARY KEY (user_id, seq),
        CONSTRAINT fk_notification_changes_inbox FOREIGN KEY (user_id) REFERENCES notification_inboxes (user_id) ON DELETE CASCADE,
        CONSTRAINT ck_notification_changes_kind CHECK (kind IN ('created', 'changed', 'deleted'))
      )`);
    await runner.query(`
      CREATE TABLE notification_preferences (
        user_id uuid NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        switches jsonb NOT NULL DEFAULT '{}',
        quiet_hours jsonb,
        digest jsonb,
        CONSTRAINT pk_notification_preferences PRIMARY KEY (user_id),
        CONSTRAINT fk_notification_preferences_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE notification_devices (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        session_id uuid NOT NULL,
        channel text NOT NULL,
        type text NOT NULL,
        host text NOT NULL,
        target_hash bytea NOT NULL,
        target bytea NOT NULL,
        registered_at timestamptz NOT NULL DEFAULT now(),
        registration integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_notification_devices PRIMARY KEY (id),
        CONSTRAINT uq_notification_devices_target UNIQUE (target_hash),
        CONSTRAINT fk_notification_devices_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT fk_notification_devices_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
        CONSTRAINT ck_notification_devices_channel CHECK (channel IN ('web_push', 'fcm'))
      )`);
    await runner.query('CREATE INDEX ix_notification_devices_user ON notification_devices (user_id, registered_at)');
    await runner.query('CREATE INDEX ix_notification_devices_session ON notification_devices (session_id)');
    await runner.query(`
      CREATE TABLE notification_deliveries (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        notification_id uuid NOT NULL,
        user_id uuid NOT NULL,
        channel text NOT NULL,
        device_id uuid,
        state text NOT NULL DEFAULT 'pending',
        reason text,
        is_digest boolean NOT NULL DEFAULT false,
        not_before timestamptz,
        due_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        lease uuid,
        attempts integer NOT NULL DEFAULT 0,
        last_attempt_at timestamptz,
        last_status integer,
        sent_at timestamptz,
        message_id uuid,
        CONSTRAINT pk_notification_deliveries PRIMARY KEY (id),
        CONSTRAINT fk_notification_deliveries_notification FOREIGN KEY (notification_id) REFERENCES notifications (id) ON DELETE CASCADE,
        CONSTRAINT ck_notification_deliveries_channel CHECK (channel IN ('web_push', 'fcm', 'email', 'webhook')),
        CONSTRAINT ck_notification_deliveries_state CHECK (state IN ('pending', 'sent', 'failed', 'skipped')),
        CONSTRAINT ck_notification_deliveries_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT ck_notification_deliveries_lease CHECK (lease IS NULL OR state = 'pending')
      )`);
    await runner.query(
      'CREATE INDEX ix_notification_deliveries_notification ON notification_deliveries (notification_id)',
    );
    await runner.query(
      `CREATE INDEX ix_notification_deliveries_due ON notification_deliveries (due_at) WHERE state = 'pending'`,
    );
    await runner.query(
      `CREATE INDEX ix_notification_deliveries_waiting ON notification_deliveries (user_id) WHERE state = 'pending' AND not_before IS NOT NULL`,
    );
    await runner.query(STORE);
    await runner.query(CHANGE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION notification_change(uuid, text, uuid[], integer)');
    await runner.query('DROP FUNCTION notification_store(jsonb, integer, integer)');
    await runner.query('DROP TABLE notification_deliveries');
    await runner.query('DROP TABLE notification_devices');
    await runner.query('DROP TABLE notification_preferences');
    await runner.query('DROP TABLE notification_changes');
    await runner.query('DROP TABLE notifications');
    await runner.query('DROP TABLE notification_inboxes');
  }
}

/**
 * Stores notices, of the people in the order of their ids. It locks each inbox until the commit, so numbers are given in the order of the
 * commits, and neither a key nor a collapse is missed. One row for each change, and one of the kind `known` for a repeated key.
 */
const STORE = `
CREATE FUNCTION notification_store(items jsonb, most_kept integer, most_changes integer)
RETURNS TABLE (place integer, kind text, seq integer, notice notifications) LANGUAGE plpgsql AS $$
DECLARE
  item record;
  box notification_inboxes;
  found_one notifications;
  is_listed boolean;
BEGIN
  FOR item IN SELECT * FROM jsonb_to_recordset(items) AS i (
    n integer, id uuid, user_id uuid, sender_id uuid, category text, type text, title text, body text, action_url text, priority text,
    resource_type text, resource_id uuid, dedupe_key text, collapse_key text, listed boolean, decisions jsonb, deliveries jsonb
  ) ORDER BY i.user_id, i.n LOOP
    SELECT * INTO box FROM notification_inboxes b WHERE b.user_id = item.user_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      INSERT INTO notification_inboxes (user_id) VALUES (item.user_id) ON CONFLICT DO NOTHING;
      SELECT * INTO box FROM notification_inboxes b WHERE b.user_id = item.user_id FOR NO KEY UPDATE;
    END IF;
    IF item.dedupe_key IS NOT NULL THEN
      SELECT * INTO found_one FROM notifications n WHERE n.user_id = item.user_id AND n.dedupe_key = item.dedupe_key
        AND n.created_at > now() - interval '24 hours' ORDER BY n.created_at LIMIT 1;
      IF FOUND THEN
        place := item.n; kind := 'known'; seq := NULL; notice := found_one;
        RETURN NEXT;
        CONTINUE;
      END IF;
    END IF;
    is_listed := item.listed;
    kind := 'created';
    found_one := NULL;
    IF item.collapse_key IS NOT NULL THEN
      SELECT * INTO found_one FROM notifications n WHERE n.user_id = item.user_id AND n.collapse_key = item.collapse_key
        AND n.read_at IS NULL AND n.deleted_at IS NULL ORDER BY n.created_at DESC LIMIT 1;
    END IF;
    IF found_one.id IS NOT NULL THEN
      is_listed := is_listed OR found_one.seq IS NOT NULL;
      IF found_one.seq IS NOT NULL THEN kind := 'changed'; END IF;
    END IF;
    seq := CASE WHEN is_listed THEN box.last_seq + 1 END;
    IF found_one.id IS NOT NULL THEN
      UPDATE notifications n SET title = item.title, body = item.body, action_url = item.action_url, priority = item.priority, type = item.type,
        sender_id = item.sender_id, resource_type = item.resource_type, resource_id = item.resource_id, decisions = item.decisions,
        count = n.count + 1, seq = notification_store.seq, updated_at = now()
      WHERE n.id = found_one.id RETURNING n.* INTO notice;
      DELETE FROM notification_deliveries d WHERE d.notification_id = found_one.id AND d.state = 'pending' AND d.lease IS NULL;
    ELSE
      INSERT INTO notifications (id, user_id, sender_id, seq, category, type, title, body, action_url, priority, resource_type, resource_id,
        dedupe_key, collapse_key, decisions)
      VALUES (item.id, item.user_id, item.sender_id, notification_store.seq, item.category, item.type, item.title, item.body, item.action_url,
        item.priority, item.resource_type, item.resource_id, item.dedupe_key, item.collapse_key, item.decisions)
      RETURNING * INTO notice;
    END IF;
    IF jsonb_array_length(item.deliveries) > 0 THEN
      INSERT INTO notification_deliveries (id, notification_id, user_id, channel, device_id, is_digest, not_before, due_at, expires_at)
      SELECT gen_random_uuid(), notice.id, item.user_id, d.channel, v.id, d.is_digest, d.not_before, coalesce(d.not_before, now()), d.expires_at
      FROM jsonb_to_recordset(item.deliveries) AS d (channel text, is_digest boolean, not_before timestamptz, expires_at timestamptz)
        LEFT JOIN notification_devices v ON v.user_id = item.user_id AND v.channel = d.channel
          AND EXISTS (SELECT FROM sessions s WHERE s.id = v.session_id AND s.ended_at IS NULL AND s.expires_at > now())
      WHERE d.channel NOT IN ('web_push', 'fcm') OR v.id IS NOT NULL;
    END IF;
    place := item.n;
    IF is_listed THEN
      box.last_seq := box.last_seq + 1;
      INSERT INTO notification_changes (user_id, seq, kind, notification_id) VALUES (item.user_id, box.last_seq, notification_store.kind, notice.id);
      IF notification_store.kind = 'created' THEN box.kept := box.kept + 1; END IF;
    END IF;
    RETURN NEXT;
    WHILE box.kept > most_kept LOOP
      UPDATE notifications n SET deleted_at = now() WHERE n.id = (
        SELECT o.id FROM notifications o WHERE o.user_id = item.user_id AND o.seq IS NOT NULL AND o.deleted_at IS NULL ORDER BY o.seq LIMIT 1
      ) RETURNING n.* INTO notice;
      EXIT WHEN NOT FOUND;
      box.kept := box.kept - 1;
      box.last_seq := box.last_seq + 1;
      kind := 'deleted';
      seq := box.last_seq;
      INSERT INTO notification_changes (user_id, seq, kind, notification_id) VALUES (item.user_id, box.last_seq, 'deleted', notice.id);
      RETURN NEXT;
    END LOOP;
    IF is_listed THEN
      UPDATE notification_inboxes b SET last_seq = box.last_seq, kept = box.kept WHERE b.user_id = item.user_id;
      DELETE FROM notification_changes c WHERE c.user_id = item.user_id AND c.seq <= box.last_seq - most_changes;
    END IF;
  END LOOP;
END $$`;

/** Marks notices of somebody as read, or as deleted: those that are named, or all unread ones up to a number. A row for each change. */
const CHANGE = `
CREATE FUNCTION notification_change(of_user uuid, wanted text, ids uuid[], up_to integer)
RETURNS TABLE (kind text, seq integer, notice notifications) LANGUAGE plpgsql AS $$
DECLARE
  box notification_inboxes;
  one record;
BEGIN
  SELECT * INTO box FROM notification_inboxes b WHERE b.user_id = of_user FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  FOR one IN SELECT n.id, n.seq FROM notifications n WHERE n.user_id = of_user AND n.deleted_at IS NULL
    AND (wanted = 'deleted' OR n.read_at IS NULL)
    AND (ids IS NULL OR n.id = ANY (ids)) AND (ids IS NOT NULL OR (n.seq IS NOT NULL AND n.seq <= up_to)) ORDER BY n.seq LOOP
    IF wanted = 'deleted' THEN
      UPDATE notifications n SET deleted_at = now() WHERE n.id = one.id RETURNING n.* INTO notice;
    ELSE
      UPDATE notifications n SET read_at = now() WHERE n.id = one.id RETURNING n.* INTO notice;
    END IF;
    kind := CASE WHEN wanted = 'deleted' THEN 'deleted' ELSE 'changed' END;
    seq := NULL;
    IF one.seq IS NOT NULL THEN
      box.last_seq := box.last_seq + 1;
      seq := box.last_seq;
      IF wanted = 'deleted' THEN box.kept := box.kept - 1; END IF;
      INSERT INTO notification_changes (user_id, seq, kind, notification_id) VALUES (of_user, box.last_seq, notification_change.kind, one.id);
    END IF;
    RETURN NEXT;
  END LOOP;
  UPDATE notification_inboxes b SET last_seq = box.last_seq, kept = box.kept WHERE b.user_id = of_user AND b.last_seq <> box.last_seq;
END $$`;
