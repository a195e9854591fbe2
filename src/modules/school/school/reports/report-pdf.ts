import { readerOfCaller } from '../../../../core/kernel/context/context';
import type { ClassroomReportDto, OverviewDto, TranscriptDto } from './dto/report.dto';
import type { IssuedTranscriptDto } from '../transcripts/dto/transcript.dto';
import { print } from './print';
import { classroomSheet, issuedSheet, overviewSheet, transcriptSheet } from './report-sheets';

/** Each on A4, drawn by a thread. @throws Unavailable when none is free for long */
export const classroomPdf = (report: ClassroomReportDto): Promise<Buffer> =>
  print(classroomSheet(report, readerOfCaller()));
export const transcriptPdf = (transcript: TranscriptDto): Promise<Buffer> =>
  print(transcriptSheet(transcript, readerOfCaller()));
export const issuedTranscriptPdf = (issued: IssuedTranscriptDto): Promise<Buffer> =>
  print(issuedSheet(issued, readerOfCaller()));
export const overviewPdf = (overview: OverviewDto): Promise<Buffer> => print(overviewSheet(overview, readerOfCaller()));
