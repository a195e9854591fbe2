import { readFileSync, writeFileSync } from 'node:fs';

const MIB_KB = 1024;

/** The most memory a process has had resident since `begin`; Linux keeps count of it. */
export class PeakMemory {
  constructor(private readonly pid: number) {}

  /** Counts from here. */
  begin(): void {
    writeFileSync(`/proc/${this.pid}/clear_refs`, '5'); // proc(5): the peak becomes what there is now
  }

  /** MiB, the peak since then. */
  mib(): number {
    const [, kb] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8')) ?? [];
    return Number(kb) / MIB_KB;
  }
}
