import {
  ASTVisitor,
  FieldNode,
  GraphQLCompositeType,
  GraphQLError,
  getNamedType,
  isCompositeType,
  isListType,
  getNullableType,
  isInterfaceType,
  isObjectType,
  Kind,
  SelectionSetNode,
  ValidationContext,
} from 'graphql';

/** Most that one document may ask for. Its cost is how many objects the answer may hold. */
export const LIMITS = { characters: 16_384, tokens: 1000, depth: 6, aliases: 15, directives: 50, cost: 5000 } as const;

/** What a list shows that is not asked for a number, and at most: so much is a variable taken for. */
const USUAL_LENGTH = 20;
const MOST_LENGTH = 100;

interface Weight {
  readonly depth: number;
  readonly cost: number;
}

const NONE: Weight = { depth: 0, cost: 0 };

/**
 * A validation rule: depth, aliases, directives and cost of a document, before anything of it runs; validated documents are
 * remembered, so it counts each once. Introspection has a limit of its own among the standard's rules.
 */
export function DocumentLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  const weigher = new Weigher(context);
  const refuse = (what: string, most: number): void => {
    context.reportError(new GraphQLError(`The document has more than ${what}: ${most}.`));
  };
  return {
    Field: ({ alias }) => void (aliases += alias ? 1 : 0),
    Directive: () => void directives++,
    OperationDefinition(operation) {
      const type = context.getSchema().getRootType(operation.operation);
      const { depth, cost } = type ? weigher.weigh(operation.selectionSet, type) : NONE;
      if (depth > LIMITS.depth) refuse('the allowed depth', LIMITS.depth);
      if (cost > LIMITS.cost) refuse('the allowed number of objects in its answer', LIMITS.cost);
    },
    Document: {
      leave() {
        if (aliases > LIMITS.aliases) refuse('the allowed number of aliases', LIMITS.aliases);
        if (directives > LIMITS.directives) refuse('the allowed number of directives', LIMITS.directives);
      },
    },
  };
}

/** Weighs selections; each fragment once, so that one spread a thousand times is no more work. */
class Weigher {
  private readonly fragments = new Map<string, Weight>();

  constructor(private readonly context: ValidationContext) {}

  weigh(set: SelectionSetNode, type: GraphQLCompositeType): Weight {
    let [depth, cost] = [0, 0];
    for (const selection of set.selections) {
      let one: Weight;
      if (selection.kind === Kind.FIELD) one = this.field(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) one = this.fragment(selection.name.value);
      else one = this.weigh(selection.selectionSet, this.typeOf(selection.typeCondition?.name.value) ?? type);
      depth = Math.max(depth, one.depth);
      cost += one.cost;
    }
    return { depth, cost };
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): Weight {
    const known = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!known) return NONE; // `__schema` and its like, or refused by another rule
    const type = getNamedType(known.type);
    if (!isCompositeType(type) || !node.selectionSet) return { depth: 1, cost: 0 };
    const { depth, cost } = this.weigh(node.selectionSet, type);
    const length = isListType(getNullableType(known.type)) ? lengthOf(node) : 1;
    return { depth: depth + 1, cost: length * (1 + cost) };
  }

  private fragment(name: string): Weight {
    const found = this.fragments.get(name);
    if (found) return found;
    this.fragments.set(name, NONE); // in a circle, which another rule refuses, nothing more
    const fragment = this.context.getFragment(name);
    const type = this.typeOf(fragment?.typeCondition.name.value);
    const weight = fragment && type ? this.weigh(fragment.selectionSet, type) : NONE;
    this.fragments.set(name, weight);
    return weight;
  }

  private typeOf(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.context.getSchema().getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function lengthOf(list: FieldNode): number {
  const limit = list.arguments?.find(({ name }) => name.value === 'limit')?.value;
  if (!limit) return USUAL_LENGTH;
  return limit.kind === Kind.INT ? Number(limit.value) : MOST_LENGTH;
}
