import { Injectable } from '@nestjs/common';
import type { ResourceChange, ResourceListener } from '../sharing';
import { ActivityService } from './activity.service';

/** Writes down each change of a resource, in the transaction that makes it. */
@Injectable()
export class ActivityListener implements ResourceListener {
  constructor(private readonly activity: ActivityService) {}

  async resourcesChanged({ act, ids, subjectId, actorId, facts }: ResourceChange): Promise<void> {
    // Its entries go with it.
    if (act === 'removed') return;
    // Who else may see it is for those to know who may edit it, as in the list of its shares.
    const permission = act === 'shared' || act === 'unshared' ? 'edit' : 'view';
    const all = ids.length > 1 ? { ...facts, count: ids.length } : facts;
    await this.activity.record({ act, resourceId: subjectId, actorId, facts: all, permission });
  }
}
