import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/web/access';
import { Audit } from '../../../../core/data/audit';
import { Database, defineLock } from '../../../../core/data/database';
import { toWire } from '../../../../core/web/dto';
import { csvLine } from '../../../../core/tabular';
import { ExportQuery, ImportDto, ImportQuery, Kind } from './dto/transfer.dto';
import { ClassroomsImporter } from './classrooms.importer';
import { EnrollmentsImporter } from './enrollments.importer';
import { GradesImporter } from './grades.importer';
import { Importer, ImportRun } from './import-run';
import { rowsOf } from './import-rows';
import { StudentsImporter } from './students.importer';

const BATCH = 1000;
/** One import at a time, so that two do not hold each other's rows. */
const IMPORT_LOCK = defineLock('school.import');

/** Undoes a rehearsal. */
class Rehearsed extends Error {
  constructor(readonly result: ImportDto) {
    super('Rehearsed');
  }
}

/** The school's books by CSV, in and out. */
@Injectable()
export class TransferService {
  private readonly importers: Record<Kind, Importer<object>>;

  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    students: StudentsImporter,
    classrooms: ClassroomsImporter,
    enrollments: EnrollmentsImporter,
    grades: GradesImporter,
  ) {
    this.importers = { students, classrooms, enrollments, grades };
  }

  /**
   * All rows or none. A rehearsal does all of it and undoes it, so it finds just what the import would.
   * @param file as `readCsv` reads it @throws ImportRefused with what is wrong, line by line
   */
  async import(user: Principal, { kind, dryRun = false }: ImportQuery, file: Buffer): Promise<ImportDto> {
    try {
      return await this.db.transaction(async () => {
        await IMPORT_LOCK.acquire(this.db);
        const { rows, created, updated } = await this.write(this.importers[kind], user, file);
        const result = { kind, rows, created, updated, dryRun };
        if (dryRun) throw new Rehearsed(result);
        await this.audit.record({
          action: 'school.imported',
          target: `school:${kind}`,
          facts: { rows, created, updated },
        });
        return result;
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.result;
      throw error;
    }
  }

  /** The lines of a file that `import` reads to the same state, page by page as they are asked for. */
  async *export(user: Principal, { kind }: ExportQuery): AsyncGenerator<string> {
    const importer = this.importers[kind];
    await this.audit.record({ action: 'school.exported', target: `school:${kind}`, actorId: user.userId });
    yield csvLine(Object.keys(toWire(importer.row, {})));
    for await (const rows of importer.read()) {
      yield rows.map((row) => csvLine(cellsOf(toWire(importer.row, row)))).join('');
    }
  }

  private async write(importer: Importer<object>, user: Principal, file: Buffer): Promise<ImportRun> {
    const run = new ImportRun(user);
    for (const batch of rowsOf(importer.row, file, run, BATCH)) await importer.write(batch, run);
    run.settle();
    return run;
  }
}

const cellsOf = (row: Record<string, unknown>): (string | number | null)[] =>
  Object.values(row).map((value) => (value ?? null) as string | number | null);
