import { Injectable, Module } from '@nestjs/common';
import { newId } from '../../src/core/kernel/runtime';
import { defineModule } from '../../src/core/module';
import {
  NewResource,
  Permission,
  RESOURCE_KINDS,
  ResourceKind,
  Resources,
  SharingModule,
  TrashService,
} from '../../src/modules/platform/sharing';
import type { TestApp } from './app';
import type { Client } from './client';
import type { Person } from './make';

/** Has this permission: sees and manages all notes. */
export const MANAGE_NOTES = 'manage_notes';

@Injectable()
class NoteKind implements ResourceKind {
  readonly type = 'note';
  readonly managedBy = MANAGE_NOTES;
  purge(): Promise<void> {
    return Promise.resolve();
  }
}

@Injectable()
class BinderKind implements ResourceKind {
  readonly type = 'binder';
  readonly isContainer = true;
  purge(): Promise<void> {
    return Promise.resolve();
  }
}

@Module({ imports: [SharingModule], providers: [NoteKind, BinderKind] })
class NotesModule {}

/** A module that keeps nothing but resources: notes, and binders that they lie in. */
export const notesManifest = defineModule({
  name: 'notes',
  group: 'platform',
  module: NotesModule,
  uses: ['sharing'],
  permissions: { [MANAGE_NOTES]: [] },
  extends: [RESOURCE_KINDS.add(NoteKind, BinderKind)],
});

/** Principal of a share as the API has it. */
export interface SharedWith {
  readonly type: 'user' | 'group' | 'link';
  readonly id?: string;
}

/** What a module of notes would do. */
export class Notes {
  constructor(private readonly t: TestApp) {}

  /** A note of theirs, unless another type is given. @returns its id */
  async note(owner: Person, values: Partial<NewResource> = {}): Promise<string> {
    const id = values.id ?? newId();
    const resource = { type: 'note', title: 'A note', url: `/notes/${id}`, ...values, id, ownerId: owner.user.id };
    await this.t.db.transaction(() => this.resources.register(resource));
    return id;
  }

  binder(owner: Person, values: Partial<NewResource> = {}): Promise<string> {
    return this.note(owner, { type: 'binder', title: 'A binder', ...values });
  }

  change(who: Person, id: string, values: { title?: string; text?: string }): Promise<void> {
    return this.t.db.transaction(() => this.resources.change({ userId: who.user.id }, id, values));
  }

  move(who: Person, id: string, parentId: string | null): Promise<void> {
    return this.t.db.transaction(() => this.resources.move({ userId: who.user.id }, id, parentId));
  }

  remove(who: Person, ...ids: string[]): Promise<void> {
    return this.t.db.transaction(() => this.resources.remove({ userId: who.user.id }, ids));
  }

  trash({ user }: Person, id: string, type = 'note'): Promise<void> {
    const caller = { userId: user.id } as Parameters<TrashService['throwAway']>[0];
    return this.t.db.transaction(() => this.t.app.get(TrashService).throwAway(caller, { id, type }));
  }

  /** By the API. @returns the share */
  async share(
    by: Person,
    id: string,
    principal: SharedWith | Person,
    permission: Permission,
    type = 'note',
  ): Promise<{ id: string; url: string | null }> {
    const to = 'user' in principal ? { type: 'user', id: principal.user.id } : principal;
    const input = { resource_type: type, resource_id: id, principal: to, permission };
    const { status, body } = await by.client.post('/shares', input);
    expect(status).toBeLessThan(202);
    return body as { id: string; url: string | null };
  }

  /** Somebody without an account who has opened a link to it. */
  async visitor(by: Person, id: string, permission: Permission, type = 'note'): Promise<Client> {
    const { url } = await this.share(by, id, { type: 'link' }, permission, type);
    const token = String(url).split('/').pop();
    const { body } = await this.t.client.post(`/links/${token}/open`, {});
    return this.t.client.with({ 'link-token': body.link_token });
  }

  private get resources(): Resources {
    return this.t.app.get(Resources);
  }
}
