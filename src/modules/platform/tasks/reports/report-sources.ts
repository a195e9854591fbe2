import { Injectable } from '@nestjs/common';
import type { Dataset, PeriodFilters, SectionBuilder } from './dataset';

/** What reports are made of: modules that have something to report add it from `onModuleInit`. */
@Injectable()
export class ReportSources {
  private readonly byName = new Map<string, Dataset>();
  private readonly builders = new Map<string, SectionBuilder>();

  /** @throws Error when another has its name */
  registerDataset<Filters extends PeriodFilters>(dataset: Dataset<Filters>): void {
    if (this.byName.has(dataset.name)) throw new Error(`Two datasets are named ${dataset.name}`);
    this.byName.set(dataset.name, dataset);
  }

  /** A part of the simple and the complex report. @throws Error when another has its name */
  registerSection(section: SectionBuilder): void {
    if (this.builders.has(section.name)) throw new Error(`Two sections are named ${section.name}`);
    this.builders.set(section.name, section);
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
