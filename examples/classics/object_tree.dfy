// A search tree of objects: insertion and removal in place, and what the two halves know of each other.
//
// search_tree.dfy builds a new tree for each insertion; this one writes into the nodes that are there.
// Then more can go wrong: if a node could be reached on two ways, an insertion on one side would change
// the other side as well. `Valid()` says that this cannot be: the footprints of the two subtrees are
// disjoint. And an insertion keeps it so, because footprints grow by new nodes only, and what is new
// cannot lie in the other half: `fresh(Repr - old(Repr))` once more, this time for our own sake.
//
// `Valid()` is recursive, and `decreases Repr` says why that ends: a subtree's footprint is smaller,
// because the node itself is not in it.
//
// Proved here: Insert adds one element to the set; Has says whether an element is in it; PopMin takes
// out the smallest.

class Node {
  ghost var contents: set<int>
  ghost var Repr: set<object>
  var key: int
  var left: Node?
  var right: Node?

  ghost predicate Valid()
    reads this, Repr
    decreases Repr
  {
    this in Repr &&
    (left != null ==>
      left in Repr && left.Repr <= Repr && this !in left.Repr && left.Valid() &&
      forall k :: k in left.contents ==> k < key) &&
    (right != null ==>
      right in Repr && right.Repr <= Repr && this !in right.Repr && right.Valid() &&
      forall k :: k in right.contents ==> key < k) &&
    (left != null && right != null ==> left.Repr !! right.Repr) &&
    contents == Contents(left) + {key} + Contents(right)
  }

  constructor (k: int)
    ensures Valid() && fresh(Repr) && contents == {k}
  {
    key, left, right := k, null, null;
    contents, Repr := {k}, {this};
  }

  method Insert(k: int)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures contents == old(contents) + {k}
    decreases Repr
  {
    if k < key {
      if left == null {
        left := new Node(k);
      } else {
        left.Insert(k);
      }
      Repr := Repr + left.Repr;
    } else if key < k {
      if right == null {
        right := new Node(k);
      } else {
        right.Insert(k);
      }
      Repr := Repr + right.Repr;
    }
    contents := contents + {k};
  }

  // Takes the smallest element out. What is left has another root, or none.
  method PopMin() returns (min: int, rest: Node?)
    requires Valid()
    modifies Repr
    ensures min in old(contents) && forall k :: k in old(contents) ==> min <= k
    ensures rest == null ==> old(contents) == {min}
    ensures rest != null ==> rest in old(Repr) && rest.Repr <= old(Repr) && rest.Valid()
    ensures rest != null ==> rest.contents == old(contents) - {min}
    decreases Repr
  {
    if left == null {
      return key, right;
    }
    min, left := left.PopMin();
    contents := contents - {min};
    rest := this;
  }
}

ghost function Contents(node: Node?): set<int>
  reads node
{
  if node == null then {} else node.contents
}

class IntSet {
  ghost var contents: set<int>
  ghost var Repr: set<object>
  var root: Node?

  ghost predicate Valid()
    reads this, Repr
  {
    this in Repr &&
    (root != null ==> root in Repr && root.Repr <= Repr && this !in root.Repr && root.Valid()) &&
    contents == Contents(root)
  }

  constructor ()
    ensures Valid() && fresh(Repr) && contents == {}
  {
    root, contents, Repr := null, {}, {this};
  }

  method Insert(k: int)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures contents == old(contents) + {k}
  {
    if root == null {
      root := new Node(k);
    } else {
      root.Insert(k);
    }
    contents, Repr := contents + {k}, Repr + root.Repr;
  }

  predicate IsEmpty()
    requires Valid()
    reads this, Repr
    ensures IsEmpty() <==> contents == {}
  {
    assert root != null ==> root.key in contents;
    root == null
  }

  // Walks down: k is in the set exactly when it is below the node that has been reached.
  method Has(k: int) returns (found: bool)
    requires Valid()
    ensures found <==> k in contents
  {
    var node := root;
    while node != null
      invariant node != null ==> node.Valid()
      invariant k in contents <==> k in Contents(node)
      decreases if node == null then {} else node.Repr
    {
      if k == node.key {
        return true;
      }
      node := if k < node.key then node.left else node.right;
    }
    return false;
  }

  method PopMin() returns (min: int)
    requires Valid() && contents != {}
    modifies Repr
    ensures Valid() && Repr == old(Repr)
    ensures min in old(contents) && contents == old(contents) - {min}
    ensures forall k :: k in contents ==> min < k
  {
    min, root := root.PopMin();
    contents := contents - {min};
  }
}

// Empties the set, smallest first: this sorts.
method Ascending(numbers: IntSet) returns (all: seq<int>)
  requires numbers.Valid()
  modifies numbers.Repr
  ensures forall k :: k in all <==> k in old(numbers.contents)
  ensures forall i, j :: 0 <= i < j < |all| ==> all[i] < all[j]
{
  all := [];
  while !numbers.IsEmpty()
    invariant numbers.Valid() && numbers.Repr == old(numbers.Repr)
    invariant forall k :: k in all || k in numbers.contents <==> k in old(numbers.contents)
    invariant forall i, j :: 0 <= i < j < |all| ==> all[i] < all[j]
    invariant forall i, k :: 0 <= i < |all| && k in numbers.contents ==> all[i] < k
    decreases |numbers.contents|
  {
    var min := numbers.PopMin();
    all := all + [min];
  }
}

method Main()
{
  var numbers := new IntSet();
  var others := new IntSet();
  others.Insert(7);
  numbers.Insert(5);
  numbers.Insert(2);
  numbers.Insert(8);
  numbers.Insert(2);
  assert numbers.contents == {2, 5, 8} && others.contents == {7};
  var seven := numbers.Has(7);
  var eight := numbers.Has(8);
  assert eight && !seven;
  var all := Ascending(numbers);
  print all, "\n";
}
