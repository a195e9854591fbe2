import server from '../es.server.json';
import shell from '../es.json';

const ofModules = import.meta.glob<Record<string, string>>('../../modules/*/es.json', {
  eager: true,
  import: 'default',
});

export default Object.assign({}, server, shell, ...Object.values(ofModules)) as Record<string, string>;
