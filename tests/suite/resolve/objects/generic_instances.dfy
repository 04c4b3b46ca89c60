// run: resolve
// Whether a Box<T> is a Box<int> is for the caller to say, and what is known of writes to one of them must not depend
// on it.
class Box<T> {
  var content: T
  constructor (x: T)
  {
    content := x;
  }
}

method GenericCells<T>(a: Box<T>, b: Box<int>) // error[unsupported]: "generic methods with several instances of a class that may turn out to be the same are not supported yet"
  modifies a
{
}

method OneInstance<T>(a: Box<T>, b: Box<T>)
  modifies a
{
  a.content := b.content;
}
