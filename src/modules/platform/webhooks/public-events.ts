import { Injectable } from '@nestjs/common';
import { ModuleRegistry } from '../../../core/module';
import { Roles } from '../../../core/web/access';
import { levelOf, RESOURCE_ACTS, ResourceKinds, Rights } from '../sharing';
import { WEBHOOK_EVENTS, WebhookEvent, WebhookSubject } from './webhook-events';

/** Of a try: its owner asks for it, and nobody subscribes to it. */
export const TEST_EVENT = { type: 'webhooks.test', about: 'webhook' } as const;

/** The type of what was done to a resource: `files.created`. */
export const resourceEvent = (type: string, act: string): string => `${type}s.${act}`;

/** Which events webhooks are told of, and who may see what they are about. */
@Injectable()
export class PublicEvents {
  constructor(
    private readonly modules: ModuleRegistry,
    private readonly kinds: ResourceKinds,
    private readonly rights: Rights,
    private readonly roles: Roles,
  ) {}

  /** Those of domain events. */
  get declared(): WebhookEvent[] {
    return this.modules.extensionsOf(WEBHOOK_EVENTS);
  }

  /** All types that somebody may subscribe to, sorted. */
  get types(): string[] {
    const ofResources = this.kinds.types.flatMap((type) => RESOURCE_ACTS.map((act) => resourceEvent(type, act)));
    return [...new Set([...this.declared.map(({ type }) => type), ...ofResources])].sort();
  }

  /**
   * SQL of whether somebody may see what an event is about, now.
   * @param event alias of a row with `about`, `subject_id`, `is_gone` @param user alias of a row of `users`
   */
  visible(event: string, user: string): string {
    const subjects = new Map(this.declared.map(({ subject }) => [subject.word, subject]));
    const id = `${event}.subject_id`;
    const whens = [
      `WHEN ${event}.is_gone OR ${event}.about = '${TEST_EVENT.about}' THEN true`,
      ...[...subjects.values()].map((one) => `WHEN ${event}.about = '${one.word}' THEN ${this.seen(one, id, user)}`),
      ...this.kinds.types.flatMap((type) => {
        const managed = this.kinds.get(type)?.managedBy;
        return managed === undefined
          ? []
          : [`WHEN ${event}.about = '${type}' AND ${this.has(managed, user)} THEN true`];
      }),
    ];
    // Of what is in the trash only those know who manage it.
    const level = `CASE WHEN r.trashed_at IS NULL THEN ${levelOf('view')} ELSE ${levelOf('manage')} END`;
    const given = `EXISTS (SELECT FROM resources r WHERE r.id = ${id} AND ${this.rights.givenTo(`${user}.id`, id, level)})`;
    return `(${user}.is_active AND ${user}.deleted_at IS NULL AND CASE ${whens.join(' ')} ELSE ${given} END)`;
  }

  private seen({ permission, seenBy }: WebhookSubject, id: string, user: string): string {
    const ways = [
      ...(permission === undefined ? [] : [this.has(permission, user)]),
      ...(seenBy ? [seenBy(id, `${user}.id`)] : []),
    ];
    return ways.length > 0 ? `(${ways.join(' OR ')})` : 'false';
  }

  /** SQL of whether somebody has a permission, by a role or given to them. */
  private has(permission: string, user: string): string {
    const roles = this.roles.names().filter((role) => this.roles.permissionsOf([role]).has(permission));
    return `(${user}.roles && '{${roles.join()}}'::text[] OR '${permission}' = ANY (${user}.permissions))`;
  }
}
