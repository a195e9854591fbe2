import { defineError } from '../../../core/kernel/errors';

export const PodNotFound = defineError('pod_not_found', 404, 'There is no such pod.');
export const ContainerNotFound = defineError<{ containers: readonly string[] }>(
  'container_not_found',
  404,
  ({ containers }) => `There is no such container in this pod; it has ${containers.join(', ') || 'none'}.`,
);
export const NoPreviousLog = defineError(
  'no_previous_log',
  404,
  'The container has not been restarted, or its earlier log is gone.',
);
export const LogsSourceFailed = defineError(
  'logs_source_failed',
  502,
  'Where the logs are kept does not give them: see the log of this application.',
);
