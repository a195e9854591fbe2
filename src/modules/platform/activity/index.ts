export { activityManifest } from './activity.manifest';
export { ActivityModule } from './activity.module';
export { ActivityService, NewActivity } from './activity.service';
