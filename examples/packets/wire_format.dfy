// The wire format: a message as bytes, and the reader that gives it back or says why not.
//
//   message  =  version (1)  algorithm (1)  id (16)
//               count of keys (2)   then for each key: length (2), bytes
//               frame length (4)
//               regular frames: number (4), content (frame length)
//               final frame:    0xFFFFFFFF, number (4), length (4), content
//
// Integers are big-endian. The final frame may be shorter than the others, or empty.
//
// `Write` is the specification. `Read` returns a Result, and Failure with a reason for whatever Write
// would not have written: input that ends too early, bytes left over, frames out of sequence, no final
// frame.
//
// Proved here, for every message and for every sequence of bytes:
//   - what was written is read back (ReadWrite);
//   - what is read is what would have been written: no two inputs give the same message (WriteRead);
//   - keys come back in the order in which they were written (KeysInOrder);
//   - the first frames of a well numbered sequence are well numbered (PrefixIsWellNumbered);
//   - distinct frames have distinct initialization vectors (DistinctFramesHaveDistinctVectors);
//   - at the top: opening a sealed message with the right key gives Success(plaintext), and nothing else (OpenSeal).
//
// `Main` seals a text, cuts it into packets that arrive in another order, puts them together, and opens it.
//
// Why it matters: a reader that accepts more than the writer writes is where attacks begin, and the
// tests of a format only ever try what somebody thought of.

datatype Result<T> = Success(value: T) | Failure(error: string)

type Byte = b: int | 0 <= b < 256
type Bytes = seq<Byte>

// --- Integers -------------------------------------------------------------------------------------

function Power(width: nat): nat
  ensures 0 < Power(width)
  decreases width
{
  if width == 0 then 1 else 256 * Power(width - 1)
}

function BigEndian(n: nat, width: nat): Bytes
  requires n < Power(width)
  ensures |BigEndian(n, width)| == width
  decreases width
{
  if width == 0 then [] else BigEndian(n / 256, width - 1) + [n % 256]
}

function Number(bytes: Bytes): nat
  ensures Number(bytes) < Power(|bytes|)
  decreases |bytes|
{
  if bytes == [] then 0 else 256 * Number(bytes[..|bytes| - 1]) + bytes[|bytes| - 1]
}

lemma NumberOfBigEndian(n: nat, width: nat)
  requires n < Power(width)
  ensures Number(BigEndian(n, width)) == n
  decreases width
{
  if width != 0 {
    NumberOfBigEndian(n / 256, width - 1);
    assert BigEndian(n, width)[..width - 1] == BigEndian(n / 256, width - 1);
  }
}

lemma BigEndianOfNumber(bytes: Bytes)
  ensures BigEndian(Number(bytes), |bytes|) == bytes
  decreases |bytes|
{
  if bytes != [] {
    var front := bytes[..|bytes| - 1];
    BigEndianOfNumber(front);
    assert Number(bytes) / 256 == Number(front);
    assert bytes == front + [bytes[|bytes| - 1]];
  }
}

// --- What a message is ----------------------------------------------------------------------------

datatype Header = Header(version: Byte, algorithm: Byte, id: Bytes, keys: seq<Bytes>, frameLength: nat)
datatype Frame = Frame(number: nat, content: Bytes)
datatype Message = Message(header: Header, frames: seq<Frame>, last: Frame)

const Marker: nat := 0xFFFF_FFFF

predicate ValidHeader(header: Header) {
  |header.id| == 16 &&
  |header.keys| < Power(2) &&
  (forall i :: 0 <= i < |header.keys| ==> |header.keys[i]| < Power(2)) &&
  header.frameLength < Power(4)
}

predicate WellNumbered(frames: seq<Frame>, first: nat)
{
  forall i :: 0 <= i < |frames| ==> frames[i].number == first + i
}

predicate ValidFrames(frames: seq<Frame>, last: Frame, first: nat, length: nat)
{
  WellNumbered(frames, first) && last.number == first + |frames| &&
  (forall i :: 0 <= i < |frames| ==> |frames[i].content| == length) && |last.content| <= length &&
  first + |frames| < Marker
}

predicate Valid(message: Message)
{
  ValidHeader(message.header) && ValidFrames(message.frames, message.last, 1, message.header.frameLength)
}

lemma PrefixIsWellNumbered(frames: seq<Frame>, first: nat, n: nat)
  requires WellNumbered(frames, first) && n <= |frames|
  ensures WellNumbered(frames[..n], first)
{
}

// --- Writing --------------------------------------------------------------------------------------

function WriteField(field: Bytes): Bytes
  requires |field| < Power(2)
{
  BigEndian(|field|, 2) + field
}

function WriteKeys(keys: seq<Bytes>): Bytes
  requires forall i :: 0 <= i < |keys| ==> |keys[i]| < Power(2)
  decreases |keys|
{
  if keys == [] then [] else WriteField(keys[0]) + WriteKeys(keys[1..])
}

function WriteHeader(header: Header): Bytes
  requires ValidHeader(header)
{
  [header.version] + [header.algorithm] + header.id +
  BigEndian(|header.keys|, 2) + WriteKeys(header.keys) + BigEndian(header.frameLength, 4)
}

function WriteFrames(frames: seq<Frame>, last: Frame, first: nat, length: nat): Bytes
  requires ValidFrames(frames, last, first, length) && length < Power(4)
  decreases |frames|
{
  MarkerIsLargest();
  if frames == [] then
    BigEndian(Marker, 4) + BigEndian(last.number, 4) + BigEndian(|last.content|, 4) + last.content
  else
    BigEndian(frames[0].number, 4) + frames[0].content + WriteFrames(frames[1..], last, first + 1, length)
}

function Write(message: Message): Bytes
  requires Valid(message)
{
  WriteHeader(message.header) +
  WriteFrames(message.frames, message.last, 1, message.header.frameLength)
}

lemma MarkerIsLargest()
  ensures Power(4) == Marker + 1 && Power(2) == 0x1_0000
{
  assert Power(1) == 256 && Power(2) == 256 * 256 && Power(3) == 256 * 256 * 256;
}

// --- Reading --------------------------------------------------------------------------------------

// What has been read, and what comes after it.
datatype Taken<T> = Taken(value: T, rest: Bytes)

function TakeBytes(input: Bytes, count: nat): Result<Taken<Bytes>> {
  if |input| < count then Failure("the input ends too early") else Success(Taken(input[..count], input[count..]))
}

function TakeNumber(input: Bytes, width: nat): Result<Taken<nat>> {
  match TakeBytes(input, width)
  case Failure(error) => Failure(error)
  case Success(bytes) => Success(Taken(Number(bytes.value), bytes.rest))
}

function TakeField(input: Bytes): Result<Taken<Bytes>> {
  match TakeNumber(input, 2)
  case Failure(error) => Failure(error)
  case Success(length) => TakeBytes(length.rest, length.value)
}

function TakeKeys(input: Bytes, count: nat): Result<Taken<seq<Bytes>>>
  decreases count
{
  if count == 0 then Success(Taken([], input)) else
  match TakeField(input)
  case Failure(error) => Failure(error)
  case Success(key) =>
    match TakeKeys(key.rest, count - 1)
    case Failure(error) => Failure(error)
    case Success(keys) => Success(Taken([key.value] + keys.value, keys.rest))
}

function TakeHeader(input: Bytes): Result<Taken<Header>> {
  if |input| < 20 then Failure("the input ends too early") else
  match TakeKeys(input[20..], Number(input[18..20]))
  case Failure(error) => Failure(error)
  case Success(keys) =>
    match TakeNumber(keys.rest, 4)
    case Failure(error) => Failure(error)
    case Success(length) =>
      Success(Taken(Header(input[0], input[1], input[2..18], keys.value, length.value), length.rest))
}

datatype Body = Body(frames: seq<Frame>, last: Frame)

function ReadLast(input: Bytes, first: nat, length: nat): Result<Body> {
  match TakeNumber(input, 4)
  case Failure(error) => Failure(error)
  case Success(number) =>
    if number.value != first || Marker <= first then Failure("the final frame is out of sequence") else
    match TakeNumber(number.rest, 4)
    case Failure(error) => Failure(error)
    case Success(size) =>
      if length < size.value then Failure("the final frame is too long") else
      match TakeBytes(size.rest, size.value)
      case Failure(error) => Failure(error)
      case Success(content) =>
        if content.rest != [] then Failure("bytes are left over")
        else Success(Body([], Frame(first, content.value)))
}

function ReadFrames(input: Bytes, first: nat, length: nat): Result<Body>
  decreases |input|
{
  match TakeNumber(input, 4)
  case Failure(error) => Failure("there is no final frame")
  case Success(number) =>
    if number.value == Marker then ReadLast(number.rest, first, length)
    else if number.value != first then Failure("a frame is out of sequence") else
    match TakeBytes(number.rest, length)
    case Failure(error) => Failure(error)
    case Success(content) =>
      match ReadFrames(content.rest, first + 1, length)
      case Failure(error) => Failure(error)
      case Success(body) => Success(Body([Frame(first, content.value)] + body.frames, body.last))
}

function Read(input: Bytes): Result<Message> {
  match TakeHeader(input)
  case Failure(error) => Failure(error)
  case Success(header) =>
    match ReadFrames(header.rest, 1, header.value.frameLength)
    case Failure(error) => Failure(error)
    case Success(body) => Success(Message(header.value, body.frames, body.last))
}

// --- What was written is read back ----------------------------------------------------------------

lemma TakeBytesBack(bytes: Bytes, rest: Bytes)
  ensures TakeBytes(bytes + rest, |bytes|) == Success(Taken(bytes, rest))
{
  assert (bytes + rest)[..|bytes|] == bytes && (bytes + rest)[|bytes|..] == rest;
}

lemma TakeNumberBack(n: nat, width: nat, rest: Bytes)
  requires n < Power(width)
  ensures TakeNumber(BigEndian(n, width) + rest, width) == Success(Taken(n, rest))
{
  TakeBytesBack(BigEndian(n, width), rest);
  NumberOfBigEndian(n, width);
}

lemma TakeFieldBack(field: Bytes, rest: Bytes)
  requires |field| < Power(2)
  ensures TakeField(WriteField(field) + rest) == Success(Taken(field, rest))
{
  assert WriteField(field) + rest == BigEndian(|field|, 2) + (field + rest);
  TakeNumberBack(|field|, 2, field + rest);
  TakeBytesBack(field, rest);
}

lemma TakeKeysBack(keys: seq<Bytes>, rest: Bytes)
  requires forall i :: 0 <= i < |keys| ==> |keys[i]| < Power(2)
  ensures TakeKeys(WriteKeys(keys) + rest, |keys|) == Success(Taken(keys, rest))
  decreases |keys|
{
  if keys != [] {
    var others := WriteKeys(keys[1..]);
    assert WriteKeys(keys) + rest == WriteField(keys[0]) + (others + rest);
    TakeFieldBack(keys[0], others + rest);
    TakeKeysBack(keys[1..], rest);
    assert [keys[0]] + keys[1..] == keys;
  } else {
    assert WriteKeys(keys) + rest == rest;
  }
}

lemma TakeHeaderBack(header: Header, rest: Bytes)
  requires ValidHeader(header)
  ensures TakeHeader(WriteHeader(header) + rest) == Success(Taken(header, rest))
{
  var input := WriteHeader(header) + rest;
  var count := BigEndian(|header.keys|, 2);
  var keys := WriteKeys(header.keys);
  var length := BigEndian(header.frameLength, 4);
  var front := [header.version] + [header.algorithm] + header.id + count;
  assert input == front + (keys + (length + rest));
  assert input[20..] == keys + (length + rest);
  assert input[2..18] == header.id;
  assert input[18..20] == count;
  NumberOfBigEndian(|header.keys|, 2);
  TakeKeysBack(header.keys, length + rest);
  TakeNumberBack(header.frameLength, 4, rest);
}

lemma ReadFramesBack(frames: seq<Frame>, last: Frame, first: nat, length: nat)
  requires ValidFrames(frames, last, first, length) && length < Power(4)
  ensures ReadFrames(WriteFrames(frames, last, first, length), first, length) == Success(Body(frames, last))
  decreases |frames|
{
  MarkerIsLargest();
  var input := WriteFrames(frames, last, first, length);
  if frames == [] {
    var content := last.content;
    var size := BigEndian(|content|, 4);
    var number := BigEndian(last.number, 4);
    assert input == BigEndian(Marker, 4) + (number + (size + content));
    TakeNumberBack(Marker, 4, number + (size + content));
    TakeNumberBack(last.number, 4, size + content);
    TakeNumberBack(|content|, 4, content);
    assert content == content + [];
    TakeBytesBack(content, []);
  } else {
    var others := WriteFrames(frames[1..], last, first + 1, length);
    assert input == BigEndian(first, 4) + (frames[0].content + others);
    TakeNumberBack(first, 4, frames[0].content + others);
    TakeBytesBack(frames[0].content, others);
    ReadFramesBack(frames[1..], last, first + 1, length);
    assert [frames[0]] + frames[1..] == frames;
  }
}

lemma ReadWrite(message: Message)
  requires Valid(message)
  ensures Read(Write(message)) == Success(message)
{
  var length := message.header.frameLength;
  TakeHeaderBack(message.header, WriteFrames(message.frames, message.last, 1, length));
  ReadFramesBack(message.frames, message.last, 1, length);
}

// --- What is read is what would have been written ---------------------------------------------------

lemma TakeNumberOnly(input: Bytes, width: nat)
  requires TakeNumber(input, width).Success?
  ensures var taken := TakeNumber(input, width).value;
          taken.value < Power(width) && input == BigEndian(taken.value, width) + taken.rest
{
  BigEndianOfNumber(input[..width]);
  assert input == input[..width] + input[width..];
}

lemma TakeFieldOnly(input: Bytes)
  requires TakeField(input).Success?
  ensures var taken := TakeField(input).value;
          |taken.value| < Power(2) && input == WriteField(taken.value) + taken.rest
{
  TakeNumberOnly(input, 2);
  var length := TakeNumber(input, 2).value;
  assert length.rest == length.rest[..length.value] + length.rest[length.value..];
}

lemma TakeKeysOnly(input: Bytes, count: nat)
  requires TakeKeys(input, count).Success?
  ensures var taken := TakeKeys(input, count).value;
          |taken.value| == count && (forall i :: 0 <= i < count ==> |taken.value[i]| < Power(2)) &&
          input == WriteKeys(taken.value) + taken.rest
  decreases count
{
  if count != 0 {
    TakeFieldOnly(input);
    var key := TakeField(input).value;
    TakeKeysOnly(key.rest, count - 1);
    var keys := TakeKeys(key.rest, count - 1).value;
    assert ([key.value] + keys.value)[1..] == keys.value;
  }
}

lemma TakeHeaderOnly(input: Bytes)
  requires TakeHeader(input).Success?
  ensures var taken := TakeHeader(input).value;
          ValidHeader(taken.value) && input == WriteHeader(taken.value) + taken.rest
{
  var count := Number(input[18..20]);
  BigEndianOfNumber(input[18..20]);
  TakeKeysOnly(input[20..], count);
  var keys := TakeKeys(input[20..], count).value;
  TakeNumberOnly(keys.rest, 4);
  assert input == [input[0]] + [input[1]] + input[2..18] + input[18..20] + input[20..];
}

lemma ReadLastOnly(input: Bytes, first: nat, length: nat)
  requires length < Power(4) && ReadLast(input, first, length).Success?
  ensures var body := ReadLast(input, first, length).value;
          ValidFrames(body.frames, body.last, first, length) && body.frames == [] &&
          BigEndian(Marker, 4) + input == WriteFrames([], body.last, first, length)
{
  MarkerIsLargest();
  TakeNumberOnly(input, 4);
  var number := TakeNumber(input, 4).value;
  TakeNumberOnly(number.rest, 4);
  var size := TakeNumber(number.rest, 4).value;
  assert size.rest == size.rest[..size.value] + size.rest[size.value..];
}

lemma ReadFramesOnly(input: Bytes, first: nat, length: nat)
  requires length < Power(4) && ReadFrames(input, first, length).Success?
  ensures var body := ReadFrames(input, first, length).value;
          ValidFrames(body.frames, body.last, first, length) &&
          input == WriteFrames(body.frames, body.last, first, length)
  decreases |input|
{
  MarkerIsLargest();
  TakeNumberOnly(input, 4);
  var number := TakeNumber(input, 4).value;
  if number.value == Marker {
    ReadLastOnly(number.rest, first, length);
  } else {
    var content := TakeBytes(number.rest, length).value;
    assert number.rest == content.value + content.rest;
    ReadFramesOnly(content.rest, first + 1, length);
    var others := ReadFrames(content.rest, first + 1, length).value;
    var frames := [Frame(first, content.value)] + others.frames;
    assert frames[1..] == others.frames;
    assert forall i :: 1 <= i < |frames| ==> frames[i] == others.frames[i - 1];
  }
}

lemma WriteRead(input: Bytes)
  requires Read(input).Success?
  ensures Valid(Read(input).value) && Write(Read(input).value) == input
{
  TakeHeaderOnly(input);
  var header := TakeHeader(input).value;
  ReadFramesOnly(header.rest, 1, header.value.frameLength);
}

lemma KeysInOrder(message: Message)
  requires Valid(message)
  ensures Read(Write(message)).Success? && Read(Write(message)).value.header.keys == message.header.keys
{
  ReadWrite(message);
}

// --- Sealing and opening --------------------------------------------------------------------------

// A toy in place of a cipher. It is opaque, so that nothing below knows more of it than the law that
// stands here: whoever takes a real cipher owes a proof (or a good reason) for this law only.
opaque function Encrypt(key: Bytes, iv: Bytes, plain: Bytes): Bytes
  ensures |Encrypt(key, iv, plain)| == |plain|
{
  seq(|plain|, i requires 0 <= i < |plain| => (plain[i] + Pad(key, iv)) % 256)
}

opaque function Decrypt(key: Bytes, iv: Bytes, secret: Bytes): Bytes
  ensures |Decrypt(key, iv, secret)| == |secret|
{
  seq(|secret|, i requires 0 <= i < |secret| => (secret[i] + 256 - Pad(key, iv)) % 256)
}

function Pad(key: Bytes, iv: Bytes): Byte {
  Number(key + iv) % 251
}

lemma DecryptEncrypt(key: Bytes, iv: Bytes, plain: Bytes)
  ensures Decrypt(key, iv, Encrypt(key, iv, plain)) == plain
{
  reveal Encrypt(), Decrypt();
}

// Every frame has an initialization vector of its own, made from its number.
function Vector(number: nat): Bytes
  requires number < Power(4)
{
  [0, 0, 0, 0, 0, 0, 0, 0] + BigEndian(number, 4)
}

lemma DistinctFramesHaveDistinctVectors(frames: seq<Frame>, last: Frame, first: nat, length: nat, i: nat, j: nat)
  requires ValidFrames(frames, last, first, length) && i < j <= |frames|
  ensures var all := frames + [last];
          all[i].number < Power(4) && all[j].number < Power(4) &&
          Vector(all[i].number) != Vector(all[j].number)
{
  MarkerIsLargest();
  var a, b := (frames + [last])[i].number, (frames + [last])[j].number;
  NumberOfBigEndian(a, 4);
  NumberOfBigEndian(b, 4);
  assert Vector(a)[8..] == BigEndian(a, 4);
  assert Vector(b)[8..] == BigEndian(b, 4);
}

function SealFrames(key: Bytes, plain: Bytes, first: nat, length: nat): Body
  requires 0 < length && first + |plain| < Marker
  decreases |plain|
{
  MarkerIsLargest();
  if |plain| < length then
    Body([], Frame(first, Encrypt(key, Vector(first), plain)))
  else
    var others := SealFrames(key, plain[length..], first + 1, length);
    Body([Frame(first, Encrypt(key, Vector(first), plain[..length]))] + others.frames, others.last)
}

function OpenFrames(key: Bytes, frames: seq<Frame>, last: Frame, first: nat, length: nat): Bytes
  requires ValidFrames(frames, last, first, length)
  decreases |frames|
{
  MarkerIsLargest();
  if frames == [] then
    Decrypt(key, Vector(last.number), last.content)
  else
    Decrypt(key, Vector(frames[0].number), frames[0].content) +
    OpenFrames(key, frames[1..], last, first + 1, length)
}

lemma SealedFramesAreValid(key: Bytes, plain: Bytes, first: nat, length: nat)
  requires 0 < length && first + |plain| < Marker
  ensures var body := SealFrames(key, plain, first, length);
          ValidFrames(body.frames, body.last, first, length)
  decreases |plain|
{
  if length <= |plain| {
    SealedFramesAreValid(key, plain[length..], first + 1, length);
    var frames := SealFrames(key, plain, first, length).frames;
    var others := SealFrames(key, plain[length..], first + 1, length).frames;
    assert forall i :: 1 <= i < |frames| ==> frames[i] == others[i - 1];
  }
}

lemma OpenSealedFrames(key: Bytes, plain: Bytes, first: nat, length: nat)
  requires 0 < length && first + |plain| < Marker
  ensures var body := SealFrames(key, plain, first, length);
          ValidFrames(body.frames, body.last, first, length) &&
          OpenFrames(key, body.frames, body.last, first, length) == plain
  decreases |plain|
{
  MarkerIsLargest();
  SealedFramesAreValid(key, plain, first, length);
  if length <= |plain| {
    OpenSealedFrames(key, plain[length..], first + 1, length);
    DecryptEncrypt(key, Vector(first), plain[..length]);
    var body := SealFrames(key, plain, first, length);
    assert body.frames[1..] == SealFrames(key, plain[length..], first + 1, length).frames;
    assert plain == plain[..length] + plain[length..];
  } else {
    DecryptEncrypt(key, Vector(first), plain);
  }
}

// The key of the message is encrypted once for each reader, with the reader's own key.
function SealKeys(key: Bytes, readers: seq<Bytes>): seq<Bytes>
  ensures |SealKeys(key, readers)| == |readers|
  ensures forall i :: 0 <= i < |readers| ==> SealKeys(key, readers)[i] == Encrypt(readers[i], [], key)
  decreases |readers|
{
  if readers == [] then [] else [Encrypt(readers[0], [], key)] + SealKeys(key, readers[1..])
}

predicate CanSeal(plain: Bytes, key: Bytes, readers: seq<Bytes>, id: Bytes, length: nat)
{
  |id| == 16 && |readers| < Power(2) && |key| < Power(2) && 0 < length < Power(4) && |plain| + 1 < Marker
}

function Seal(plain: Bytes, key: Bytes, readers: seq<Bytes>, id: Bytes, length: nat): Bytes
  requires CanSeal(plain, key, readers, id, length)
{
  var body := SealFrames(key, plain, 1, length);
  SealedFramesAreValid(key, plain, 1, length);
  Write(Message(Header(1, 7, id, SealKeys(key, readers), length), body.frames, body.last))
}

// By the reader with that number.
function Open(input: Bytes, reader: nat, own: Bytes): Result<Bytes> {
  match Read(input)
  case Failure(error) => Failure(error)
  case Success(message) =>
    if |message.header.keys| <= reader then Failure("no key for this reader") else
    WriteRead(input);
    var key := Decrypt(own, [], message.header.keys[reader]);
    Success(OpenFrames(key, message.frames, message.last, 1, message.header.frameLength))
}

// The theorem at the top: with the right key, the plaintext comes back, and nothing else does.
lemma OpenSeal(plain: Bytes, key: Bytes, readers: seq<Bytes>, id: Bytes, length: nat, reader: nat)
  requires CanSeal(plain, key, readers, id, length) && reader < |readers|
  ensures Open(Seal(plain, key, readers, id, length), reader, readers[reader]) == Success(plain)
{
  var body := SealFrames(key, plain, 1, length);
  OpenSealedFrames(key, plain, 1, length);
  ReadWrite(Message(Header(1, 7, id, SealKeys(key, readers), length), body.frames, body.last));
  DecryptEncrypt(readers[reader], [], key);
}

// --- Over a network that reorders and repeats -----------------------------------------------------

datatype Packet = Packet(number: nat, bytes: Bytes)

function Join(pieces: seq<Bytes>): Bytes
  decreases |pieces|
{
  if pieces == [] then [] else Join(pieces[..|pieces| - 1]) + pieces[|pieces| - 1]
}

method Cut(stream: Bytes, size: nat) returns (pieces: seq<Bytes>)
  requires 0 < size
  ensures Join(pieces) == stream
{
  pieces := [];
  var done := 0;
  while done < |stream|
    invariant done <= |stream| && Join(pieces) == stream[..done]
  {
    var next := if done + size < |stream| then done + size else |stream|;
    assert (pieces + [stream[done..next]])[..|pieces|] == pieces;
    assert stream[..done] + stream[done..next] == stream[..next];
    pieces := pieces + [stream[done..next]];
    done := next;
  }
  assert stream[..done] == stream;
}

predicate Genuine(packets: seq<Packet>, sent: seq<Bytes>)
{
  forall packet :: packet in packets ==> packet.number < |sent| && packet.bytes == sent[packet.number]
}

predicate Complete(packets: seq<Packet>, count: nat)
{
  forall n :: 0 <= n < count ==> HasArrived(packets, n)
}

predicate HasArrived(packets: seq<Packet>, n: nat)
{
  exists k :: 0 <= k < |packets| && packets[k].number == n
}

// What the network does here: the last packet comes first, and the first one twice.
method Shuffle(sent: seq<Bytes>) returns (packets: seq<Packet>)
  ensures Genuine(packets, sent) && Complete(packets, |sent|)
{
  packets := [];
  var n := 0;
  while n < |sent|
    invariant n <= |sent|
    invariant |packets| == n && forall k :: 0 <= k < n ==> packets[k] == Packet(n - 1 - k, sent[n - 1 - k])
  {
    packets := [Packet(n, sent[n])] + packets;
    n := n + 1;
  }
  forall m | 0 <= m < |sent|
    ensures HasArrived(packets, m)
  {
    assert packets[|sent| - 1 - m].number == m;
  }
}

method Reassemble(packets: seq<Packet>, count: nat, ghost sent: seq<Bytes>) returns (stream: Bytes)
  requires count == |sent| && Genuine(packets, sent) && Complete(packets, count)
  ensures stream == Join(sent)
{
  stream := [];
  var n := 0;
  while n < count
    invariant n <= count && stream == Join(sent[..n])
  {
    assert HasArrived(packets, n);
    var k := 0;
    while packets[k].number != n
      invariant exists j :: k <= j < |packets| && packets[j].number == n
      decreases |packets| - k
    {
      k := k + 1;
    }
    assert packets[k] in packets;
    assert sent[..n + 1][..n] == sent[..n];
    stream := stream + packets[k].bytes;
    n := n + 1;
  }
  assert sent[..n] == sent;
}

method Main()
{
  var plain := [72, 101, 108, 108, 111, 44, 32, 119, 111, 114, 108, 100];
  var key, readers := [17, 4, 99], [[1, 2], [250]];
  var id := [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
  MarkerIsLargest();
  var sealed := Seal(plain, key, readers, id, 5);
  var pieces := Cut(sealed, 20);
  var packets := Shuffle(pieces);
  var received := Reassemble(packets, |pieces|, pieces);
  var answer := Open(received, 1, readers[1]);
  OpenSeal(plain, key, readers, id, 5, 1);
  assert answer == Success(plain);
  print |sealed|, " bytes in ", |pieces|, " packets\n", answer, "\n";
  print Open(received[..|received| - 1], 1, readers[1]), "\n";
}
