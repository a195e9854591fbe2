import { Module } from '@nestjs/common';
import { UsersModule } from '../users';
import { ClassroomsController } from './classrooms/classrooms.controller';
import { ClassroomsService } from './classrooms/classrooms.service';
import './entities/classroom.entity';
import './entities/enrollment.entity';
import './entities/school-term.entity';
import { EnrollmentsController } from './enrollments/enrollments.controller';
import { EnrollmentsService } from './enrollments/enrollments.service';
import { SchoolListener } from './school.listener';
import { TermsController } from './terms/terms.controller';
import { TermsService } from './terms/terms.service';

@Module({
  imports: [UsersModule],
  controllers: [TermsController, ClassroomsController, EnrollmentsController],
  providers: [TermsService, ClassroomsService, EnrollmentsService, SchoolListener],
  exports: [ClassroomsService],
})
export class SchoolModule {}
