// run: resolve
// Trees with as many branches as there are integers have no number for a size.
datatype Tree = Leaf | Node(children: int -> Tree) // error[unsupported]: "datatypes that hold functions from or to themselves are not supported yet"
