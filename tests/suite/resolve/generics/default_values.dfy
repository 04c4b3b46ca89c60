// run: resolve
// Default values of generic declarations fit for every type, and name no type parameters yet.
function Made<T(0)>(x: T, s: seq<T> := [x]): seq<T> { s }
function Wrong<T>(s: seq<T> := [1]): seq<T> { s }        // error[type]: "is not assignable to formal"
function Named<T>(s: set<T>, t: set<T> := var u: set<T> := {}; u): set<T> { t }  // error[unsupported]: "default values that name type parameters are not supported yet"

method Uses()
{
  var a: seq<int> := Made(1);
  var b: seq<bool> := Made(1);                           // error[type]
  var c := Named({2});
}

// So do those that leave out the type arguments of their own datatype.
datatype Box<T> = Box(content: T) {
  static function None(): seq<T> { [] }
  function With(s: seq<T> := None()): seq<T> { s } // refused as above
}

method Implicit(b: Box<int>)
{
  var s := b.With();
}
