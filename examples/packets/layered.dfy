// Several keys, one after the other: what is put on last must be taken off first.
//
// A frame that travels through relays is encrypted once for each relay, like the layers of an onion.
// Encryption is abstract here, as in encrypted.dfy: two functions without a body and one law.
//
// Proved here: a frame wrapped with the keys from the first to the last, and unwrapped with the same
// keys from the LAST to the FIRST, is the original frame; for any number of keys. Relays that take
// off one layer each do the same together.
//
// Why it matters: unwrapping in the same order as wrapping "works" in every test with one key, and
// in every test whose keys are all equal.

ghost function Encrypt(key: int, plain: seq<int>): seq<int>

ghost function Decrypt(key: int, secret: seq<int>): seq<int>

lemma {:axiom} DecryptEncrypt(key: int, plain: seq<int>)
  ensures Decrypt(key, Encrypt(key, plain)) == plain

// keys[0] is applied first: it is the innermost layer.
ghost function Wrap(keys: seq<int>, plain: seq<int>): seq<int>
  decreases |keys|
{
  if keys == [] then plain else Wrap(keys[1..], Encrypt(keys[0], plain))
}

// keys[0] is removed last.
ghost function Unwrap(keys: seq<int>, secret: seq<int>): seq<int>
  decreases |keys|
{
  if keys == [] then secret else Decrypt(keys[0], Unwrap(keys[1..], secret))
}

lemma UnwrapWrap(keys: seq<int>, plain: seq<int>)
  ensures Unwrap(keys, Wrap(keys, plain)) == plain
  decreases |keys|
{
  if keys != [] {
    var inner := Encrypt(keys[0], plain);
    calc {
      Unwrap(keys, Wrap(keys, plain));
    ==
      Decrypt(keys[0], Unwrap(keys[1..], Wrap(keys[1..], inner)));
    ==  { UnwrapWrap(keys[1..], inner); }
      Decrypt(keys[0], inner);
    ==  { DecryptEncrypt(keys[0], plain); }
      plain;
    }
  }
}

// Seen from outside: the outermost layer is that of the last key.
lemma WrapLast(keys: seq<int>, last: int, plain: seq<int>)
  ensures Wrap(keys + [last], plain) == Encrypt(last, Wrap(keys, plain))
  decreases |keys|
{
  if keys == [] {
    assert (keys + [last])[1..] == [];
    assert Wrap(keys + [last], plain) == Wrap([], Encrypt(last, plain));
  } else {
    assert (keys + [last])[0] == keys[0];
    assert (keys + [last])[1..] == keys[1..] + [last];
    WrapLast(keys[1..], last, Encrypt(keys[0], plain));
  }
}

// One relay takes off one layer.
method {:axiom} Relay(key: int, secret: seq<int>) returns (inner: seq<int>)
  ensures inner == Decrypt(key, secret)

// The relays in the order of the journey: the holder of the last key comes first.
method Travel(keys: seq<int>, secret: seq<int>, ghost plain: seq<int>) returns (arrived: seq<int>)
  requires secret == Wrap(keys, plain)
  ensures arrived == plain
{
  arrived := secret;
  assert keys[..|keys|] == keys;
  var left := |keys|;
  while 0 < left
    invariant 0 <= left <= |keys|
    invariant arrived == Wrap(keys[..left], plain)
  {
    assert keys[..left] == keys[..left - 1] + [keys[left - 1]];
    WrapLast(keys[..left - 1], keys[left - 1], plain);
    DecryptEncrypt(keys[left - 1], Wrap(keys[..left - 1], plain));
    arrived := Relay(keys[left - 1], arrived);
    left := left - 1;
  }
  assert keys[..0] == [];
}
