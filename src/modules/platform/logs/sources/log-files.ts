import type { ByteSource } from './byte-source';
import type { ForwardJoiner } from './cri';
import type { SourceLine } from './log-source';
import type { RawLine } from './pieces';

/** One file of a log, by the names that lead to it. */
export interface LogFile {
  readonly below: readonly string[];
  readonly gzip: boolean;
}

/** The files of one log, and how their lines are to be understood. */
export interface LogFiles {
  /** The oldest first. */
  list(): Promise<LogFile[]>;
  /** null when the file is gone. */
  open(file: LogFile): Promise<ByteSource | null>;
  /** Which file this is, whatever it is called; null when it is gone. */
  fileOf(file: LogFile): Promise<string | null>;
  /** When the line says that it was written. */
  timeOf(text: string): number | null;
  /** The lines that these complete. @param timeMs of the line before */
  joinForwards(pieces: readonly RawLine[], joiner: ForwardJoiner, timeMs: number | null): SourceLine[];
}
