// Encryption, one key for each frame: the receiver gets the plaintext back.
//
// No cipher is implemented here. Encryption is two functions without a body, of which only one law
// is known: decrypting with the same key undoes encrypting. Everything below holds for every cipher
// that obeys this law, and whoever picks a cipher owes a proof (or a good reason) for the law and for
// nothing else. The attribute {:axiom} says "assumed, not proved".
//
// Proved here, for every message, frame size, cipher and list of keys:
//   - frame i decrypted with key i is the frame that was cut, so that joining gives the message;
//   - keys that are derived from a first one (first, first + 1, ...) serve both ends alike;
//   - a loop that encrypts frame by frame, and one that decrypts, do just that.
//
// Why it matters: the classical mistake is one key too early or too late. Nothing crashes then, the
// data is rubbish. With the law about equal keys only, such a program cannot be proved.

ghost function Encrypt(key: int, plain: seq<int>): seq<int>

ghost function Decrypt(key: int, secret: seq<int>): seq<int>

lemma {:axiom} DecryptEncrypt(key: int, plain: seq<int>)
  ensures Decrypt(key, Encrypt(key, plain)) == plain

// The cipher as executable code: what a library would supply.
method {:axiom} EncryptFrame(key: int, plain: seq<int>) returns (secret: seq<int>)
  ensures secret == Encrypt(key, plain)

method {:axiom} DecryptFrame(key: int, secret: seq<int>) returns (plain: seq<int>)
  ensures plain == Decrypt(key, secret)

function Join(frames: seq<seq<int>>): seq<int>
  decreases |frames|
{
  if frames == [] then [] else frames[0] + Join(frames[1..])
}

ghost function EncryptAll(keys: seq<int>, frames: seq<seq<int>>): seq<seq<int>>
  requires |keys| == |frames|
  decreases |frames|
{
  if frames == [] then [] else [Encrypt(keys[0], frames[0])] + EncryptAll(keys[1..], frames[1..])
}

ghost function DecryptAll(keys: seq<int>, frames: seq<seq<int>>): seq<seq<int>>
  requires |keys| == |frames|
  decreases |frames|
{
  if frames == [] then [] else [Decrypt(keys[0], frames[0])] + DecryptAll(keys[1..], frames[1..])
}

lemma EncryptAllFacts(keys: seq<int>, frames: seq<seq<int>>)
  requires |keys| == |frames|
  ensures |EncryptAll(keys, frames)| == |frames|
  ensures forall i :: 0 <= i < |frames| ==> EncryptAll(keys, frames)[i] == Encrypt(keys[i], frames[i])
  decreases |frames|
{
  if frames != [] {
    EncryptAllFacts(keys[1..], frames[1..]);
    var all := EncryptAll(keys, frames);
    forall i | 0 <= i < |frames|
      ensures all[i] == Encrypt(keys[i], frames[i])
    {
      if 0 < i {
        assert all[i] == EncryptAll(keys[1..], frames[1..])[i - 1];
        assert keys[i] == keys[1..][i - 1] && frames[i] == frames[1..][i - 1];
      }
    }
  }
}

lemma DecryptAllEncryptAll(keys: seq<int>, frames: seq<seq<int>>)
  requires |keys| == |frames|
  ensures |EncryptAll(keys, frames)| == |frames|
  ensures DecryptAll(keys, EncryptAll(keys, frames)) == frames
  decreases |frames|
{
  if frames != [] {
    var rest := EncryptAll(keys[1..], frames[1..]);
    DecryptAllEncryptAll(keys[1..], frames[1..]);
    var secret := EncryptAll(keys, frames);
    assert secret == [Encrypt(keys[0], frames[0])] + rest;
    assert secret[1..] == rest;
    calc {
      DecryptAll(keys, secret);
    ==
      [Decrypt(keys[0], secret[0])] + DecryptAll(keys[1..], secret[1..]);
    ==
      [Decrypt(keys[0], Encrypt(keys[0], frames[0]))] + frames[1..];
    ==  { DecryptEncrypt(keys[0], frames[0]); }
      [frames[0]] + frames[1..];
    ==
      frames;
    }
  }
}

// Key i of a schedule is first + i: both ends compute it, only `first` must be agreed upon.
function KeySchedule(first: int, count: nat): seq<int>
{
  seq(count, i => first + i)
}

method EncryptFrames(first: int, frames: seq<seq<int>>) returns (secret: seq<seq<int>>)
  ensures |secret| == |frames|
  ensures forall i :: 0 <= i < |frames| ==> secret[i] == Encrypt(first + i, frames[i])
  ensures secret == EncryptAll(KeySchedule(first, |frames|), frames)
{
  secret := [];
  for n := 0 to |frames|
    invariant |secret| == n
    invariant forall i :: 0 <= i < n ==> secret[i] == Encrypt(first + i, frames[i])
  {
    var one := EncryptFrame(first + n, frames[n]);
    secret := secret + [one];
  }
  EncryptAllFacts(KeySchedule(first, |frames|), frames);
  assert secret == EncryptAll(KeySchedule(first, |frames|), frames);
}

method DecryptFrames(first: int, secret: seq<seq<int>>) returns (frames: seq<seq<int>>)
  ensures |frames| == |secret|
  ensures forall i :: 0 <= i < |secret| ==> frames[i] == Decrypt(first + i, secret[i])
{
  frames := [];
  for n := 0 to |secret|
    invariant |frames| == n
    invariant forall i :: 0 <= i < n ==> frames[i] == Decrypt(first + i, secret[i])
  {
    var one := DecryptFrame(first + n, secret[n]);
    frames := frames + [one];
  }
}

// The theorem in the words of the definitions ...
lemma PlaintextComesBack(first: int, frames: seq<seq<int>>)
  ensures |EncryptAll(KeySchedule(first, |frames|), frames)| == |frames|
  ensures Join(DecryptAll(KeySchedule(first, |frames|),
                          EncryptAll(KeySchedule(first, |frames|), frames))) == Join(frames)
{
  DecryptAllEncryptAll(KeySchedule(first, |frames|), frames);
}

// ... and in the words of a program.
method SendAndReceive(first: int, frames: seq<seq<int>>) returns (received: seq<seq<int>>)
  ensures Join(received) == Join(frames)
{
  var secret := EncryptFrames(first, frames);
  received := DecryptFrames(first, secret);
  forall i | 0 <= i < |frames|
    ensures received[i] == frames[i]
  {
    assert received[i] == Decrypt(first + i, Encrypt(first + i, frames[i]));
    DecryptEncrypt(first + i, frames[i]);
  }
  assert received == frames;
}
