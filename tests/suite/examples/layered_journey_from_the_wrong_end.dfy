// The mistake: the journey begins at the relay with the first key, the innermost one.

ghost function Encrypt(key: int, plain: seq<int>): seq<int>

ghost function Decrypt(key: int, secret: seq<int>): seq<int>

lemma {:axiom} DecryptEncrypt(key: int, plain: seq<int>)
  ensures Decrypt(key, Encrypt(key, plain)) == plain

ghost function Wrap(keys: seq<int>, plain: seq<int>): seq<int>
  decreases |keys|
{
  if keys == [] then plain
  else Encrypt(keys[|keys| - 1], Wrap(keys[..|keys| - 1], plain))
}

method {:axiom} Relay(key: int, secret: seq<int>) returns (inner: seq<int>)
  ensures inner == Decrypt(key, secret)

method Travel(keys: seq<int>, secret: seq<int>, ghost plain: seq<int>) returns (arrived: seq<int>)
  requires secret == Wrap(keys, plain)
  ensures arrived == plain
{
  arrived := secret;
  assert keys[0..] == keys;
  var n := 0;
  while n < |keys|
    invariant 0 <= n <= |keys|
    invariant arrived == Wrap(keys[n..], plain)  // unproved[invariant-maintained]
  {
    arrived := Relay(keys[n], arrived);
    n := n + 1;
  }
}
