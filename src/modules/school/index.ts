export { ClassroomsService } from './classrooms/classrooms.service';
export { ClassroomDto } from './dto/classroom.dto';
export { SchoolModule } from './school.module';
export { SchoolPermission } from './school.permissions';
