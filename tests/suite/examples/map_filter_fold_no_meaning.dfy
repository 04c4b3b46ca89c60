// The mistake: a function is used for elements for which it has no meaning.

function MapPartial<A, B>(f: A --> B, s: seq<A>): seq<B>
  requires forall x :: x in s ==> f.requires(x)
{
  if s == [] then [] else [f(s[0])] + MapPartial(f, s[1..])
}

function Share(total: int, parts: int): int
  requires parts != 0
{
  total / parts
}

method Shares(total: int, parts: seq<int>) returns (shares: seq<int>)
{
  shares := MapPartial(n requires n != 0 => Share(total, n), parts);  // refuted[precondition]
}

method SharesOfAny(total: int, parts: seq<int>) returns (shares: seq<int>)
  requires 0 !in parts
{
  shares := MapPartial(n => Share(total, n), parts);  // error[precondition]: "function precondition"
}

function Map<A, B>(f: A -> B, s: seq<A>): seq<B>
{
  if s == [] then [] else [f(s[0])] + Map(f, s[1..])
}

method SharesByMap(total: int, parts: seq<int>) returns (shares: seq<int>)
  requires 0 !in parts
{
  shares := Map(n requires n != 0 => Share(total, n), parts);  // refuted[subset]: "subset constraints of 'int -> int'"
}
