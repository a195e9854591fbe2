import { readFile } from 'node:fs/promises';
import { type Cluster, KubeConfig } from '@kubernetes/client-node';
import type { Config } from '../../../../core/kernel/config';

/** What of the configuration says where the API is, who we are, and whom to believe. */
export type KubernetesConfig = Pick<
  Config,
  'env' | 'kubeconfig' | 'kubernetesContext' | 'kubernetesUrl' | 'kubernetesTokenFile' | 'kubernetesCaFile'
>;

const NAME = 'atrium';

/**
 * Where the API is, as whom it is asked and who signs its certificate: by a kubeconfig where one is named, else by the files that a pod
 * has. @throws Error saying what is missing or cannot be used, without anything secret
 */
export async function kubeConfigOf(config: KubernetesConfig): Promise<KubeConfig> {
  const kubeConfig = config.kubeconfig === '' ? await ofServiceAccount(config) : await ofFile(config);
  const [cluster, user] = [kubeConfig.getCurrentCluster(), kubeConfig.getCurrentUser()];
  if (!cluster || !URL.canParse(cluster.server))
    throw new Error('KUBECONFIG has no such context, or no cluster for it');
  if (cluster.proxyUrl) throw new Error('KUBECONFIG names a proxy, which is not supported');
  if (config.env === 'production' && (cluster.skipTLSVerify || !cluster.server.startsWith('https:'))) {
    throw new Error('KUBECONFIG must be of a cluster by https with a certificate that is checked');
  }
  for (const file of [cluster.caFile, user?.certFile, user?.keyFile]) if (file) await readFile(file);
  return kubeConfig;
}

async function ofServiceAccount(config: KubernetesConfig): Promise<KubeConfig> {
  const { kubernetesUrl, kubernetesTokenFile, kubernetesCaFile } = config;
  await readFile(kubernetesTokenFile);
  const isPlain = kubernetesUrl.startsWith('http:');
  const server = kubernetesUrl.replace(/\/$/, '');
  const cluster: Cluster = {
    name: NAME,
    server,
    skipTLSVerify: isPlain,
    ...(!isPlain && { caFile: kubernetesCaFile }),
  };
  const kubeConfig = new KubeConfig();
  kubeConfig.addAuthenticator({
    isAuthProvider: () => true,
    // The package's own way with such a file keeps a token for a minute after it was renewed, and the newline at its end.
    applyAuthentication: async (_user, options) => {
      const token = await readFile(kubernetesTokenFile, 'utf8');
      options.headers = { ...options.headers, Authorization: `Bearer ${token.trim()}` };
    },
  });
  kubeConfig.loadFromClusterAndUser(cluster, { name: NAME });
  return kubeConfig;
}

async function ofFile({ kubeconfig, kubernetesContext }: KubernetesConfig): Promise<KubeConfig> {
  await readFile(kubeconfig); // what the package says of a file that is not there is no better
  const kubeConfig = new KubeConfig();
  try {
    kubeConfig.loadFromFile(kubeconfig);
  } catch {
    throw new Error('KUBECONFIG is no kubeconfig'); // where it is wrong would be shown with what stands there
  }
  if (kubernetesContext !== '') kubeConfig.setCurrentContext(kubernetesContext);
  return kubeConfig;
}
