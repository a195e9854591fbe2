import type { V1Pod } from '@kubernetes/client-node';
import type { Config } from '../../../../core/kernel/config';
import type { Breaker } from '../../../../core/outbound';
import { NoPreviousLog } from '../logs.errors';
import { KubernetesApi } from './kubernetes-api';
import { KubernetesLog } from './kubernetes-log';
import type { LogReader, LogRef, LogSource, Pod } from './log-source';
import { POD_NAME } from './names';

const MAX_PODS = 5000;

/** Logs as the API of Kubernetes gives them, of the pods of one namespace. */
export class KubernetesSource implements LogSource {
  private readonly api: KubernetesApi;

  constructor(config: Config, breaker: Breaker) {
    this.api = new KubernetesApi(config, config.logsNamespace, breaker);
  }

  /** The API itself may be away at the start: it is asked when somebody wants a log. */
  check(): Promise<void> {
    return this.api.prepare();
  }

  async pods(): Promise<Pod[]> {
    const pods: Pod[] = [];
    let next: string | undefined;
    do {
      const page = await this.api.pods(next);
      if (!page) return pods;
      pods.push(...page.items.map(podOf));
      next = page.metadata?._continue;
    } while (next && pods.length < MAX_PODS);
    return pods.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async find(name: string): Promise<Pod | null> {
    if (!POD_NAME.test(name)) return null;
    const pod = await this.api.pod(name);
    return pod && podOf(pod);
  }

  async open(ref: LogRef): Promise<LogReader> {
    if (ref.previous) {
      const pod = await this.api.pod(ref.pod);
      const status = pod?.status?.containerStatuses?.find(({ name }) => name === ref.container);
      if (!status || status.restartCount === 0) throw new NoPreviousLog();
    }
    return new KubernetesLog(this.api, ref);
  }
}

function podOf({ metadata, spec, status }: V1Pod): Pod {
  const containers = [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].map(({ name }) => name);
  return {
    name: metadata?.name ?? '',
    namespace: metadata?.namespace ?? null,
    containers,
    updatedAt: status?.startTime ?? null,
  };
}
