import { Injectable, OnModuleInit } from '@nestjs/common';
import { ModuleRegistry } from '../../../../core/module';
import { NOTIFICATION_CATEGORIES, NotificationCategory } from './category';

/** The categories of all modules. */
@Injectable()
export class Categories implements OnModuleInit {
  private readonly byKey = new Map<string, NotificationCategory>();

  constructor(private readonly modules: ModuleRegistry) {}

  /** @throws Error when two have one key */
  onModuleInit(): void {
    for (const category of this.modules.extensionsOf(NOTIFICATION_CATEGORIES)) {
      if (this.byKey.has(category.key)) throw new Error(`Two categories of notices are named ${category.key}`);
      this.byKey.set(category.key, category);
    }
  }

  /** By their keys, sorted. */
  get all(): NotificationCategory[] {
    return [...this.byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** undefined for one that this process does not have. */
  find(key: string): NotificationCategory | undefined {
    return this.byKey.get(key);
  }
}
