// Members of generic datatypes: what they are made of is known from the value, or is written before the name.
datatype List<T> = Nil | Cons(head: T, tail: List<T>) {
  ghost const length: nat := Length()

  function Length(): nat {
    match this
    case Nil => 0
    case Cons(_, rest) => 1 + rest.Length()
  }

  function Append(ys: List<T>): List<T>
    ensures Append(ys).Length() == Length() + ys.Length()
  {
    if Nil? then ys else Cons(head, tail.Append(ys))
  }

  ghost predicate Has(x: T) {
    Cons? && (head == x || tail.Has(x))
  }

  function Zip<U>(us: List<U>): List<(T, U)> {
    if Nil? || us.Nil? then Nil else Cons((head, us.head), tail.Zip(us.tail))
  }

  lemma AppendHas(ys: List<T>, x: T)
    ensures Append(ys).Has(x) <==> Has(x) || ys.Has(x)
  {
    if Cons? {
      tail.AppendHas(ys, x);
    }
  }

  static function Single(x: T): List<T> {
    Cons(x, Nil)
  }

  static function Twice(x: T): List<T> {
    Single(x).Append(Single(x))
  }

  method Last() returns (last: T)
    requires Cons?
    ensures Has(last)
  {
    last := head;
    var rest := tail;
    while rest.Cons?
      invariant Has(last)
      invariant forall x :: rest.Has(x) ==> Has(x)
      decreases rest
    {
      last := rest.head;
      rest := rest.tail;
    }
  }

  static method Make(n: nat, x: T) returns (xs: List<T>)
    ensures xs.Length() == n
  {
    xs := Nil;
    for i := 0 to n
      invariant xs.Length() == i
    {
      xs := Cons(x, xs);
    }
  }
}

datatype Option<+T> = None | Some(value: T) {
  predicate IsFailure() {
    None?
  }
  function Or(other: T): T {
    match this
    case Some(x) => x
    case None => other
  }
}

datatype Result<R, E> = Success(value: R) | Failure(error: E) {
  function Value(): Option<R> {
    if Success? then Some(value) else None
  }
  function Swap(): Result<E, R> {
    match this
    case Success(r) => Failure(r)
    case Failure(e) => Success(e)
  }
  lemma SwapTwice()
    ensures Swap().Swap() == this
  {
  }
}

function Find<K(==), V>(entries: List<(K, V)>, key: K): Option<V> {
  match entries
  case Nil => None
  case Cons((k, v), rest) => if k == key then Some(v) else Find(rest, key)
}

lemma Found<K, V>(entries: List<(K, V)>, key: K)
  ensures Find(entries, key).Some? ==> entries.Has((key, Find(entries, key).value))
{
}

method Main() {
  var xs := List.Single(1).Append(List.Twice(2));
  assert xs.Length() == 3;
  assert xs.length == 3;
  var last := xs.Last();
  var ys := List<bool>.Make(2, true);
  assert ys.Length() == 2;
  print xs, " ", last, " ", ys, " ", xs.Zip(ys), "\n";
  var entries := Cons((1, "one"), Cons((2, "two"), Nil));
  print Find(entries, 2), " ", Find(entries, 3).Or("none"), "\n";
  var r: Result<int, string> := Success(3);
  assert r.Value() == Some(3);
  r.SwapTwice();
  print r.Swap(), " ", r.Swap().Swap().Value().Or(0), "\n";
}
