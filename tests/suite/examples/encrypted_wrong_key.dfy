// The mistake: the sender starts with the first key, the receiver with the second. Every frame is
// decrypted with a key, and with the wrong one.

ghost function Encrypt(key: int, plain: seq<int>): seq<int>

ghost function Decrypt(key: int, secret: seq<int>): seq<int>

lemma {:axiom} DecryptEncrypt(key: int, plain: seq<int>)
  ensures Decrypt(key, Encrypt(key, plain)) == plain

method {:axiom} DecryptFrame(key: int, secret: seq<int>) returns (plain: seq<int>)
  ensures plain == Decrypt(key, secret)

method DecryptFrames(first: int, secret: seq<seq<int>>, ghost frames: seq<seq<int>>)
  returns (plain: seq<seq<int>>)
  requires |secret| == |frames|
  requires forall i :: 0 <= i < |frames| ==> secret[i] == Encrypt(first + i, frames[i])
  ensures |plain| == |frames|
  ensures forall i :: 0 <= i < |frames| ==> plain[i] == frames[i]
{
  plain := [];
  var key := first;
  while |plain| < |secret|
    invariant |plain| <= |secret|
    invariant key == first + |plain|
    invariant forall i :: 0 <= i < |plain| ==> plain[i] == frames[i]  // unproved[invariant-maintained]
  {
    key := key + 1;
    DecryptEncrypt(key, frames[|plain|]);
    var one := DecryptFrame(key, secret[|plain|]);
    plain := plain + [one];
  }
}
