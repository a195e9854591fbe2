import { Injectable } from '@nestjs/common';

/** Who belongs to a classroom now. */
export interface ClassroomPeople {
  readonly id: string;
  readonly name: string;
  readonly teacherId: string;
  readonly studentIds: readonly string[];
}

/** Called inside the transaction that changes who is in these classrooms, or what they are called. */
type ClassroomListener = (classroomIds: readonly string[]) => Promise<unknown>;

/** Where modules that know the school register what must happen with a change of a classroom. */
@Injectable()
export class SchoolHooks {
  private readonly listeners: ClassroomListener[] = [];

  /** Something that must be in the transaction that makes or changes a classroom, or lets somebody in or out. */
  onClassroomsChanged(listener: ClassroomListener): void {
    this.listeners.push(listener);
  }

  async classroomsChanged(...classroomIds: string[]): Promise<void> {
    if (classroomIds.length === 0) return;
    for (const listener of this.listeners) await listener([...new Set(classroomIds)].sort());
  }
}
