// run: resolve
// A field of a generic trait is one, whatever it is called by.
trait Holder<T> {
  var held: T
}

class Ints extends Holder<int> { }

method Same<T>(h: Holder<T>, i: Ints) // error[unsupported]: "generic methods with several instances of a class that may turn out to be the same are not supported yet"
  modifies i
{
  i.held := 3;
}
