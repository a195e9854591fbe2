export { ClassroomsService } from './classrooms/classrooms.service';
export { ClassroomDto } from './dto/classroom.dto';
export { GradeDto } from './dto/grade.dto';
export { GradesService } from './grades/grades.service';
export { SchoolDemo } from './school.demo';
export { GradesRecorded } from './school.events';
export { ClassroomPeople, SchoolHooks } from './school.hooks';
export { SchoolModule } from './school.module';
export { SchoolPermission } from './school.permissions';
