/**
 * A node of the answers' tree, as expressions see it; made lazily by the engine, or from XML by the `expr` command.
 * Within one evaluation the same node must be the same object: unions and paths tell nodes apart by identity.
 */
export interface DataNode {
  readonly name: string
  readonly parent: DataNode | undefined
  /** The string value; for a group ''. */
  text(): string
  children(): readonly DataNode[]
  /** 1-based, among siblings of the same name. */
  readonly position: number
  /** Attributes as nodes, where the tree has any. */
  attributes?(): readonly DataNode[]
}
