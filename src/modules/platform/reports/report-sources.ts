import { Injectable, OnModuleInit } from '@nestjs/common';
import { ModuleRegistry } from '../../../core/module';
import { REPORT_SOURCES } from './reports.extensions';
import type { Dataset, SectionBuilder } from './dataset';

/** What reports are made of, by the modules that have something to report. */
@Injectable()
export class ReportSources implements OnModuleInit {
  private readonly byName = new Map<string, Dataset>();
  private readonly builders = new Map<string, SectionBuilder>();

  constructor(private readonly modules: ModuleRegistry) {}

  /** @throws Error when two datasets or two sections have one name */
  onModuleInit(): void {
    for (const source of this.modules.extensionsOf(REPORT_SOURCES)) {
      const { datasets, sections } = this.modules.get(source);
      for (const dataset of datasets) add(this.byName, dataset);
      for (const section of sections) add(this.builders, section);
    }
  }

  dataset(name: string): Dataset | null {
    return this.byName.get(name) ?? null;
  }

  /** By name. */
  datasets(): Dataset[] {
    return [...this.byName.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** By name. */
  sections(): SectionBuilder[] {
    return [...this.builders.values()].sort((a, b) => a.name.localeCompare(b.name));
  }
}

function add<T extends { readonly name: string }>(to: Map<string, T>, one: T): void {
  if (to.has(one.name)) throw new Error(`Two parts of reports are named ${one.name}`);
  to.set(one.name, one);
}
