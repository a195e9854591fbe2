interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(url: string): string },
  ): unknown;
}

/**
 * What may become HTML: style sheets, which the components write as text, and so nothing with a tag in it. What may become the address of a
 * script: files of ours.
 */
const rules = {
  createHTML: (text: string): string => {
    if (text.includes('<')) throw new TypeError('HTML is never made of text');
    return text;
  },
  createScriptURL: (url: string): string => {
    if (new URL(url, document.baseURI).origin !== window.location.origin)
      throw new TypeError('A script from elsewhere');
    return url;
  },
};

(window as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', rules);
