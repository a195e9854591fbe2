export { ClassroomsService } from './classrooms/classrooms.service';
export { ClassroomDto } from './classrooms/dto/classroom.dto';
export { GradeDto } from './grades/dto/grade.dto';
export { GradesService } from './grades/grades.service';
export { GradesRecorded } from './school.events';
export { ClassroomPeople, SchoolHooks } from './school.hooks';
export { schoolManifest } from './school.manifest';
export { SchoolModule } from './school.module';
export { SchoolPermission } from './school.permissions';
