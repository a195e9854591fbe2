import {
  ApiException,
  CoreV1Api,
  type HttpLibrary,
  type RequestContext,
  type ResponseContext,
  type V1Pod,
  type V1PodList,
  wrapHttpLibrary,
} from '@kubernetes/client-node';
import { Logger } from '@nestjs/common';
import { Unavailable } from '../../../../core/kernel/errors';
import { Breaker, inTime, Permit, wordOf } from '../../../../core/outbound';
import { LogsSourceFailed } from '../logs.errors';
import { KubernetesConfig, kubeConfigOf } from './kubernetes-config';
import { ANSWER_MS, KubernetesConnections, LogBody } from './kubernetes-connections';

/** What is asked of a container's log, in the words of the API. */
export interface LogQuestion {
  readonly container: string;
  readonly previous: boolean;
  readonly follow: boolean;
  /** Whole seconds are all it takes. */
  readonly sinceTime: string | null;
  /** null: all lines. */
  readonly tailLines: number | null;
}

/** How far a call has come: what an error means depends on it. */
type Stage = 'credentials' | 'network' | 'understanding';

const PAGE = 200;

/** Asks the API of Kubernetes about the pods of one namespace, through a breaker and within a time (ADR 24). */
export class KubernetesApi {
  private readonly log = new Logger(KubernetesApi.name);
  private core: CoreV1Api;
  private connections: KubernetesConnections;

  constructor(
    private readonly config: KubernetesConfig,
    private readonly namespace: string,
    private readonly breaker: Breaker,
  ) {}

  /** Reads where the API is and as whom it is asked. @throws Error when that cannot be read */
  async prepare(): Promise<void> {
    const kubeConfig = await kubeConfigOf(this.config);
    this.core = kubeConfig.makeApiClient(CoreV1Api);
    this.connections = new KubernetesConnections(new URL(kubeConfig.getCurrentCluster()?.server ?? '').hostname);
  }

  /** A page of the pods. @returns null where what was listed so far has expired, or there is no such namespace @throws as `pod` */
  pods(next: string | undefined): Promise<V1PodList | null> {
    const { namespace } = this;
    return this.ask((how) => this.core.listNamespacedPod({ namespace, limit: PAGE, _continue: next }, how));
  }

  /**
   * @returns null where there is none @throws LogsSourceFailed where it answers that something is wrong with it or with us, Unavailable
   * where it does not answer, or has not for so long that it is not asked
   */
  pod(name: string): Promise<V1Pod | null> {
    const { namespace } = this;
    return this.ask((how) => this.core.readNamespacedPod({ name, namespace }, how));
  }

  /** The lines as they come, until the signal. @returns null where there are none, not yet or no longer @throws as `pod` */
  async readLog(name: string, question: LogQuestion, signal: AbortSignal): Promise<AsyncIterable<Buffer> | null> {
    const { namespace } = this;
    const { container, previous, follow, sinceTime, tailLines } = question;
    const asked = { name, namespace, container, previous, follow, tailLines: tailLines ?? undefined, timestamps: true };
    const answer = await this.ask((how) => this.core.readNamespacedPodLogWithHttpInfo(asked, how), {
      signal,
      isLog: true,
      isEndless: follow,
      // The package was made from a description that lacks it.
      more: sinceTime === null ? {} : { sinceTime },
    });
    return answer && this.pieces((answer.body as LogBody).stream, signal);
  }

  private async *pieces(stream: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
    try {
      yield* stream;
    } catch (error) {
      if (signal.aborted) throw error;
      this.log.warn(`The API of Kubernetes has broken a log off: ${(error as Error).message}`);
      throw new Unavailable({ retryAfterS: 5 });
    }
  }

  /** @returns null for what there is not */
  private async ask<T>(
    call: (how: { httpApi: HttpLibrary }) => Promise<T>,
    { signal = undefined as AbortSignal | undefined, more = {}, isLog = false, isEndless = false } = {},
  ): Promise<T | null> {
    const permit = await this.breaker.admit();
    const stop = new AbortController();
    const end = (): void => stop.abort();
    const forget = (): void => signal?.removeEventListener('abort', end);
    signal?.addEventListener('abort', end);
    let stage: Stage = 'credentials';
    const send = async (request: RequestContext): Promise<ResponseContext> => {
      stage = 'network';
      if (signal?.aborted) end();
      for (const [name, value] of Object.entries<string>(more)) request.setQueryParam(name, value);
      const answer = await this.connections.send(request, stop.signal, { isLog, isEndless });
      stage = 'understanding';
      if (answer.body instanceof LogBody) answer.body.stream.once('close', forget);
      return answer;
    };
    try {
      // A plugin that gives credentials may hang as well as a network.
      const answer = await inTime(call({ httpApi: wrapHttpLibrary({ send }) }), ANSWER_MS);
      permit.succeeded();
      return answer;
    } catch (error) {
      end();
      forget();
      if (signal?.aborted) permit.dropped();
      else if (error instanceof ApiException) return this.refused(error, permit);
      else throw this.failed(error as Error, stage, permit);
      throw error;
    }
  }

  /** What its answer means that is not 2xx. */
  private refused({ code, body }: ApiException<unknown>, permit: Permit): null {
    if (code >= 500) permit.failed(String(code));
    else permit.succeeded();
    if (code === 400 || code === 404) return null;
    this.log.error(`The API of Kubernetes answered ${code}: ${messageOf(body)}`);
    throw new LogsSourceFailed();
  }

  /** What it means that there is no answer, or none that can be read. */
  private failed(error: Error, stage: Stage, permit: Permit): Error {
    if (stage === 'understanding') {
      permit.succeeded();
      this.log.error('The API of Kubernetes answered what cannot be read'); // where it is wrong would be shown with what stands there
      return new LogsSourceFailed();
    }
    permit.failed(stage === 'credentials' ? stage : wordOf(error));
    if (stage === 'credentials') {
      this.log.error(`The API of Kubernetes cannot be asked for want of credentials: ${error.message}`);
      return new LogsSourceFailed();
    }
    this.log.warn(`The API of Kubernetes does not answer: ${error.message}`);
    return new Unavailable({ retryAfterS: 5 });
  }
}

/** Of a `Status`, as the API explains itself. */
function messageOf(body: unknown): string {
  try {
    return String((JSON.parse(String(body)) as { message?: unknown }).message);
  } catch {
    return '';
  }
}
