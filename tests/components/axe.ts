import axe from 'axe-core';

/**
 * What axe finds wrong, one line each. Colours are not checked here: the small DOM lays nothing out
 * (the contrast of the tokens is tested by themselves).
 */
export async function problems(root: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(root, {
    rules: {
      'color-contrast': { enabled: false },
      // A component alone is no page.
      region: { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
