/** By which the components may write styles. */
export const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';

// What holds the page still behind a dialog looks for it here.
Object.assign(globalThis, { __webpack_nonce__: nonce });
