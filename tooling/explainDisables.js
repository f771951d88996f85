/** Says why: `// eslint-disable-next-line rule -- reason`. */
const explainDisables = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Require a reason wherever a lint rule is switched off' },
    schema: [],
    messages: { reason: 'Say why the rule does not hold here: "-- reason" after the rule name.' },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const text = comment.value.trim();
          if (
            /^(eslint-disable|svelte-ignore)/.test(text) &&
            !/\s--\s+\S{2}|svelte-ignore [\w-]+ \(.+\)/.test(text)
          ) {
            context.report({ loc: comment.loc ?? { line: 1, column: 0 }, messageId: 'reason' });
          }
        }
      },
    };
  },
};

export const explainDisablesPlugin = { rules: { 'explain-disables': explainDisables } };
