import { defineError } from '../../../core/kernel/errors';

export const GroupNotFound = defineError('group_not_found', 404, 'There is no such group.');
export const GroupNameTaken = defineError('group_name_taken', 409, 'There is a group of this name already.');
export const GroupByRule = defineError(
  'group_by_rule',
  409,
  'The members of this group follow from other data: it cannot be changed by hand.',
);
