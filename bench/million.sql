-- A million resources of one owner in 50,000 folders, and three million grants: each owner's own, two million to 5,000 people who are not
-- there, and 60 folders and 300 files that one person may view. :owner and :person are the ids of accounts.
-- Without triggers, which make an entry of the search for each.
SET session_replication_role = replica;

CREATE FUNCTION pg_temp.thing(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(26673152 + (n >> 12)), 8, '0') || '-' || lpad(to_hex(n & 4095), 4, '0') || '-7000-8000-000000000000')::uuid
$$;

-- Folders lie three deep, four files of five in one of them.
INSERT INTO resources (id, type, owner_id, parent_id, title, url)
SELECT pg_temp.thing(n), CASE WHEN n <= 50000 THEN 'folder' ELSE 'file' END, :owner,
  pg_temp.thing(CASE WHEN n > 10000 AND n <= 50000 THEN 2000 + n % 8000 WHEN n > 2000 AND n <= 50000 THEN 1 + n % 2000
    WHEN n > 50000 AND n % 10 < 8 THEN 1 + (n * 31) % 50000 END), 'Thing ' || n, '/things/' || n
FROM generate_series(1::bigint, 1000000) n;

INSERT INTO resource_paths (resource_id, ancestor_id, depth)
WITH RECURSIVE walk AS (
  SELECT id, id AS above, 0 AS depth FROM resources WHERE title LIKE 'Thing %'
  UNION ALL SELECT w.id, r.parent_id, w.depth + 1 FROM walk w JOIN resources r ON r.id = w.above WHERE r.parent_id IS NOT NULL
) SELECT id, above, depth FROM walk;

INSERT INTO folders (id, owner_id, parent_id, name)
SELECT id, owner_id, parent_id, title FROM resources WHERE type = 'folder' AND title LIKE 'Thing %';

INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container)
SELECT gen_random_uuid(), id, 'owner', owner_id, 4, type = 'folder' FROM resources WHERE title LIKE 'Thing %';

INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container)
SELECT gen_random_uuid(), pg_temp.thing(1 + (n * 7919) % 1000000), 'user', md5('u' || n % 5000)::uuid, 1 + n % 4, (n * 7919) % 1000000 < 50000
FROM generate_series(1::bigint, 2000000) n ON CONFLICT DO NOTHING;

INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container)
SELECT gen_random_uuid(), pg_temp.thing(n * 833), 'user', :person, 1, true FROM generate_series(1::bigint, 60) n ON CONFLICT DO NOTHING;

INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container)
SELECT gen_random_uuid(), pg_temp.thing(50000 + n * 3001), 'user', :person, 1, false FROM generate_series(1::bigint, 300) n ON CONFLICT DO NOTHING;

SET session_replication_role = origin;

VACUUM ANALYZE resources;

VACUUM ANALYZE resource_paths;

VACUUM ANALYZE shares;

VACUUM ANALYZE folders;
