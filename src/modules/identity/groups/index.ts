export { EVERYONE, GROUP_RULES, GroupRule, ruleKey } from './group-rules';
export { GroupNotFound } from './groups.errors';
export { groupsManifest } from './groups.manifest';
export { GroupsModule } from './groups.module';
export { FoundGroup, GroupsService } from './groups.service';
