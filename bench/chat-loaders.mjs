import { fork } from 'node:child_process';

/** Opens listeners, as many by each process. */
export function spread(loaders, urls) {
  return Promise.all(
    loaders.map((loader, index) => loader.do('open', { urls: urls.filter((_, n) => n % loaders.length === index) })),
  );
}

/** Of several processes the slowest one's. */
export function worst(taken, name) {
  const known = taken.filter(({ heard }) => heard > 0).map((one) => one[name]);
  return known.length > 0 ? Math.max(...known) : NaN;
}

/** A process of sockets. */
export class Loader {
  constructor() {
    this.child = fork('bench/chat-load.mjs', { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  /** @throws Error as the process tells it */
  do(what, given = {}) {
    return new Promise((resolve, reject) => {
      this.child.once('message', ({ answer, error }) => (error ? reject(new Error(error)) : resolve(answer)));
      this.child.send({ what, ...given });
    });
  }

  end() {
    this.child.kill();
  }
}
