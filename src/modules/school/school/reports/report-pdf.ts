import { readerOfCaller } from '../../../../core/kernel/context/context';
import type { Reader } from '../../../../core/kernel/text';
import type { Document } from '../../../../core/tabular';
import type { ClassroomReportDto, OverviewDto, TranscriptDto } from './dto/report.dto';
import type { IssuedTranscriptDto } from '../transcripts/dto/transcript.dto';
import { print } from './print';
import { classroomSheet, issuedSheet, overviewSheet, transcriptSheet } from './report-sheets';

/** Each on A4, drawn by a thread. @throws Unavailable when none is free for long */
export const classroomPdf = (report: ClassroomReportDto): Promise<Buffer> => printed(classroomSheet, report);
export const transcriptPdf = (transcript: TranscriptDto): Promise<Buffer> => printed(transcriptSheet, transcript);
export const issuedTranscriptPdf = (issued: IssuedTranscriptDto): Promise<Buffer> => printed(issuedSheet, issued);
export const overviewPdf = (overview: OverviewDto): Promise<Buffer> => printed(overviewSheet, overview);

/** For who asks: in their language, by their clock. */
function printed<T>(sheetOf: (said: T, reader: Reader) => Document, said: T): Promise<Buffer> {
  const reader = readerOfCaller();
  return print(sheetOf(said, reader), reader.locale);
}
