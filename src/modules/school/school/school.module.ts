import { Module } from '@nestjs/common';
import { FilesModule } from '../../content/files';
import { MailModule } from '../../communication/mail';
import { NotificationsModule } from '../../communication/notifications';
import { GroupsModule } from '../../identity/groups';
import { SharingModule } from '../../platform/sharing';
import { TasksModule } from '../../platform/tasks';
import { UsersModule } from '../../identity/users';
import { ClassroomResources } from './classrooms/classroom-resources';
import { ClassroomsController } from './classrooms/classrooms.controller';
import { ClassroomsResolver } from './classrooms/classrooms.resolver';
import { ClassroomsService } from './classrooms/classrooms.service';
import './classrooms/entities/classroom.entity';
import './enrollments/entities/enrollment.entity';
import './grades/entities/grade-version.entity';
import './grades/entities/grade.entity';
import './transcripts/entities/issued-transcript.entity';
import './terms/entities/school-term.entity';
import { EnrollmentsController } from './enrollments/enrollments.controller';
import { EnrollmentsService } from './enrollments/enrollments.service';
import { BulkGradesService } from './grades/bulk-grades.service';
import { GradeBook } from './grades/grade-book';
import { GradesController } from './grades/grades.controller';
import { GradesResolver } from './grades/grades.resolver';
import { GradesService } from './grades/grades.service';
import { SchoolMembers } from './school-members';
import { SchoolDemo } from './school.demo';
import { PdfReportTask } from './reports/pdf-report.task';
import { ReportsController } from './reports/reports.controller';
import { ReportsService } from './reports/reports.service';
import { SchoolDatasets } from './reports/school.datasets';
import { SchoolHooks } from './school.hooks';
import { SchoolNotices } from './school-notices';
import { SchoolPersonalData } from './school-personal-data';
import { GradeMails } from './grades/grade-mails';
import { TermsController } from './terms/terms.controller';
import { TermsService } from './terms/terms.service';
import { ClassroomsImporter } from './transfer/classrooms.importer';
import { EnrollmentsImporter } from './transfer/enrollments.importer';
import { GradesImporter } from './transfer/grades.importer';
import { StudentsImporter } from './transfer/students.importer';
import { TranscriptSeal } from './transcripts/transcript-seal';
import { TranscriptsController } from './transcripts/transcripts.controller';
import { TranscriptsResolver } from './transcripts/transcripts.resolver';
import { TranscriptsService } from './transcripts/transcripts.service';
import { TransferController } from './transfer/transfer.controller';
import { TransferService } from './transfer/transfer.service';
import { TutorshipsController } from './tutorships/tutorships.controller';
import { TutorshipsService } from './tutorships/tutorships.service';

@Module({
  imports: [FilesModule, GroupsModule, MailModule, NotificationsModule, SharingModule, TasksModule, UsersModule],
  controllers: [
    TermsController,
    ClassroomsController,
    EnrollmentsController,
    GradesController,
    ReportsController,
    TranscriptsController,
    TransferController,
    TutorshipsController,
  ],
  providers: [
    BulkGradesService,
    ClassroomResources,
    ClassroomsResolver,
    ClassroomsService,
    EnrollmentsService,
    GradeBook,
    GradesResolver,
    GradesService,
    SchoolMembers,
    SchoolNotices,
    PdfReportTask,
    SchoolDemo,
    SchoolHooks,
    SchoolPersonalData,
    GradeMails,
    TermsService,
    ClassroomsImporter,
    EnrollmentsImporter,
    GradesImporter,
    StudentsImporter,
    ReportsService,
    SchoolDatasets,
    TranscriptSeal,
    TranscriptsResolver,
    TranscriptsService,
    TransferService,
    TutorshipsService,
  ],
  exports: [ClassroomsService, GradesService, SchoolDemo, SchoolHooks],
})
export class SchoolModule {}
