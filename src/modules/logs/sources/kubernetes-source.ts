import type { Config } from '../../../core/config';
import type { Breaker } from '../../../core/outbound';
import { NoPreviousLog } from '../logs.errors';
import { isRefusal, KubernetesApi } from './kubernetes-api';
import { KubernetesLog } from './kubernetes-log';
import type { LogReader, LogRef, LogSource, Pod } from './log-source';
import { POD_NAME } from './names';

/** Of what the API tells of a pod, what matters here. */
interface PodObject {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly containers: readonly { readonly name: string }[];
    readonly initContainers?: readonly { readonly name: string }[];
  };
  readonly status?: {
    readonly startTime?: string;
    readonly containerStatuses?: readonly { readonly name: string; readonly restartCount: number }[];
  };
}

interface PodObjects {
  readonly items: readonly PodObject[];
  readonly metadata: { readonly continue?: string };
}

const PAGE = '500';
const MAX_PODS = 5000;

/** Logs as the API of Kubernetes gives them, of the pods of one namespace. */
export class KubernetesSource implements LogSource {
  private readonly api: KubernetesApi;
  private readonly path: string;

  constructor(config: Config, breaker: Breaker) {
    this.api = new KubernetesApi(config, breaker);
    this.path = `/api/v1/namespaces/${config.logsNamespace}/pods`;
  }

  /** The API itself may be away at the start: it is asked when somebody wants a log. */
  check(): Promise<void> {
    return this.api.prepare();
  }

  async pods(): Promise<Pod[]> {
    const pods: Pod[] = [];
    let next: string | undefined;
    do {
      const page = await this.api.json<PodObjects>(this.path, { limit: PAGE, ...(next && { continue: next }) });
      if (isRefusal(page)) return pods; // what was listed so far has expired, or there is no such namespace
      pods.push(...page.items.map(podOf));
      next = page.metadata.continue;
    } while (next && pods.length < MAX_PODS);
    return pods.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async find(name: string): Promise<Pod | null> {
    if (!POD_NAME.test(name)) return null;
    const pod = await this.api.json<PodObject>(`${this.path}/${name}`);
    return isRefusal(pod) ? null : podOf(pod);
  }

  async open(ref: LogRef): Promise<LogReader> {
    if (ref.previous) {
      const pod = await this.api.json<PodObject>(`${this.path}/${ref.pod}`);
      const status = isRefusal(pod) ? null : pod.status?.containerStatuses?.find(({ name }) => name === ref.container);
      if (!status || status.restartCount === 0) throw new NoPreviousLog();
    }
    return new KubernetesLog(this.api, `${this.path}/${ref.pod}`, ref);
  }
}

function podOf({ metadata, spec, status }: PodObject): Pod {
  const containers = [...spec.containers, ...(spec.initContainers ?? [])].map(({ name }) => name);
  const startedAt = new Date(status?.startTime ?? '');
  const updatedAt = Number.isNaN(startedAt.getTime()) ? null : startedAt;
  return { name: metadata.name, namespace: metadata.namespace, containers, updatedAt };
}
