// A match without cases: there is nothing to match.
datatype Side = Left | Right

function Never(s: Side): int
  requires s.Left? && s.Right?
{
  match s {}
}

function Perhaps(s: Side, n: nat): seq<Side>
  requires n > 0 ==> s.Left?
{
  if n > 0 && s.Right? then match s {} else [s]
}

function Forgotten(s: Side): int {
  match s {}  // error[match-case]
}

lemma Nothing(s: Side)
  requires s.Left? ==> s.Right?
{
  if s.Left? {
    match s {}
  }
}

lemma Something(s: Side)
  requires s.Left?
{
  match s {}  // error[match-case]
}
