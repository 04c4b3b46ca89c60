// Run-length encoding: "aaabcc" is three times a, once b, twice c.
//
// Proved here: decoding what was encoded gives the text back; an encoding never has two neighbours with the
// same letter, nor an empty run; and of all codes of a text with this property there is only one, so that
// encoding what was decoded gives the code back as well.
//
// Why it matters: the round trip alone is easy (a code of runs of length one has it). That both ways lead
// back says that encoder and decoder are inverse to each other, the property that a wire format needs.

datatype Run = Run(letter: char, count: nat)

function Repeat(letter: char, count: nat): string
  ensures |Repeat(letter, count)| == count
  decreases count
{
  if count == 0 then "" else [letter] + Repeat(letter, count - 1)
}

function Decode(code: seq<Run>): string
  decreases |code|
{
  if code == [] then "" else Repeat(code[0].letter, code[0].count) + Decode(code[1..])
}

predicate Tight(code: seq<Run>) {
  (forall i :: 0 <= i < |code| ==> 0 < code[i].count) &&
  (forall i :: 0 < i < |code| ==> code[i - 1].letter != code[i].letter)
}

function Encode(text: string): seq<Run>
  decreases |text|
{
  if text == "" then [] else Put(text[0], Encode(text[1..]))
}

// The code of a text with one more letter in front.
function Put(letter: char, code: seq<Run>): seq<Run> {
  if code != [] && code[0].letter == letter then
    [Run(letter, code[0].count + 1)] + code[1..]
  else
    [Run(letter, 1)] + code
}

lemma DecodePut(letter: char, code: seq<Run>)
  ensures Decode(Put(letter, code)) == [letter] + Decode(code)
{
  if code != [] && code[0].letter == letter {
    assert Put(letter, code)[1..] == code[1..];
    assert Repeat(letter, code[0].count + 1) == [letter] + Repeat(letter, code[0].count);
  } else {
    assert Put(letter, code)[1..] == code;
    assert Repeat(letter, 1) == [letter] + Repeat(letter, 0);
  }
}

lemma PutIsTight(letter: char, code: seq<Run>)
  requires Tight(code)
  ensures Tight(Put(letter, code))
{
  var longer := Put(letter, code);
  if code != [] && code[0].letter == letter {
    assert forall i :: 1 <= i < |longer| ==> longer[i] == code[i];
  } else {
    assert forall i :: 1 <= i < |longer| ==> longer[i] == code[i - 1];
  }
}

lemma DecodeEncode(text: string)
  ensures Decode(Encode(text)) == text && Tight(Encode(text))
  decreases |text|
{
  if text != "" {
    DecodeEncode(text[1..]);
    DecodePut(text[0], Encode(text[1..]));
    PutIsTight(text[0], Encode(text[1..]));
  }
}

// A tight code without the first letter of its text.
function Drop(code: seq<Run>): seq<Run>
  requires code != [] && 0 < code[0].count
{
  if code[0].count == 1 then code[1..] else [Run(code[0].letter, code[0].count - 1)] + code[1..]
}

lemma PutDrop(code: seq<Run>)
  requires code != [] && Tight(code)
  ensures Tight(Drop(code)) && Put(code[0].letter, Drop(code)) == code
{
  var first, less := code[0], Drop(code);
  assert [first] + code[1..] == code;
  if first.count == 1 {
    assert forall i :: 0 <= i < |less| ==> less[i] == code[i + 1];
  } else {
    assert forall i :: 1 <= i < |less| ==> less[i] == code[i];
    assert less[1..] == code[1..];
  }
}

lemma DecodeDrop(code: seq<Run>)
  requires code != [] && 0 < code[0].count
  ensures Decode(code) == [code[0].letter] + Decode(Drop(code))
{
  var letter, count := code[0].letter, code[0].count;
  assert Repeat(letter, count) == [letter] + Repeat(letter, count - 1);
  if count == 1 {
    assert Repeat(letter, 0) == [];
  } else {
    assert Drop(code)[1..] == code[1..];
  }
}

lemma EncodeDecode(code: seq<Run>)
  requires Tight(code)
  ensures Encode(Decode(code)) == code
  decreases |Decode(code)|
{
  if code != [] {
    PutDrop(code);
    DecodeDrop(code);
    EncodeDecode(Drop(code));
    assert Decode(code)[1..] == Decode(Drop(code));
  }
}

method Main()
{
  var text := "aaabccdddd";
  var code := Encode(text);
  DecodeEncode(text);
  print code, "\n", Decode(code), "\n";
}
