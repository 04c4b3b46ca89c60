// Static errors about tuples.
method M(p: (int, bool), ghost g: int) {
  var a := p.2;        // error[unresolved]: "does not have a member"
  var (x, y, z) := p;  // error[type]
  var b: (int, int) := p;  // error[type]
}
