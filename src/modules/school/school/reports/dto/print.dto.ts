import { DateField, EnumField, IdField, Input } from '../../../../../core/web/dto';

/** What may be printed by a task: a classroom's report, the transcripts of all who are in it, the overview. */
export const PRINTS = ['classroom', 'transcripts', 'overview'] as const;
export type Print = (typeof PRINTS)[number];

@Input('PrintReportInput')
export class PrintReportInput {
  @EnumField(PRINTS, {
    description: 'A classroom’s report, the transcripts of all who are in it now, a page each, or the overview.',
  })
  report: Print;

  @IdField({ optional: true, description: 'For `classroom` and `transcripts`.' })
  classroomId?: string;

  @IdField({ optional: true, description: 'Only this term.' })
  termId?: string;

  @DateField({ optional: true, description: 'As the grades were at this instant.' })
  asOf?: Date;
}
