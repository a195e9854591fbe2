import { Injectable } from '@nestjs/common';
import { Conditions, Database } from '../../../core/data/database';
import { Actor, Rights } from '../../platform/sharing';

interface Walked {
  readonly id: string;
  readonly path: string;
}

/** Paths of folders, `Office/Invoices`, as somebody sees them: from the first folder that they may see. */
@Injectable()
export class FolderPaths {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** By id; nothing for a folder that the actor may not see. One statement, none for no ids. */
  async of(actor: Actor, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const query = new Conditions().always('p.resource_id = ANY (?::uuid[])', wanted);
    this.rights.restrict(query, actor, 'view', { id: 'f.id', type: 'folder' });
    const text = `SELECT p.resource_id AS id, string_agg(f.name, '/' ORDER BY p.depth DESC) AS path
      FROM resource_paths p JOIN folders f ON f.id = p.ancestor_id WHERE ${query.where} GROUP BY p.resource_id`;
    const rows = await this.db.query<Walked & Record<string, unknown>>(query.statement('folders.paths', text));
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /** Folders that have this path for the actor: their own, and those that begin at one that is shared with them. */
  async at(actor: Actor, path: string): Promise<string[]> {
    const names = path.split('/');
    const query = new Conditions().always('f.name = ?::text AND NOT f.is_trashed', names[names.length - 1]);
    this.rights.restrict(query, actor, 'view', { id: 'f.id', type: 'folder' });
    const text = `SELECT f.id FROM folders f WHERE ${query.where}`;
    const found = await this.db.query<{ id: string }>(query.statement('folders.named', text));
    const paths = await this.of(
      actor,
      found.map(({ id }) => id),
    );
    return [...paths].filter(([, one]) => one === path).map(([id]) => id);
  }
}
