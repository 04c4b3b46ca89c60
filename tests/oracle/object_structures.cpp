// Units about what is built of objects: lists with what they hold in a ghost field, sets and sequences of objects that
// may be shared, traits with several classes, arrays of objects, and frames around all of them.
#include "objects.h"

#include <array>

namespace daphnia::oracle {

namespace {

// $c $d $t: a class, another one, a trait; $f $g $l $m $u: names; $n: a small number; $e: int over x and k; $v: int
// over x; $b: bool over x
constexpr std::array kUnits{
    R"(class $c {
  var head: int
  var tail: $c?
  ghost var model: seq<int>
  ghost var repr: set<object>

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr
  {
    this in repr &&
    (tail == null ==> model == [head]) &&
    (tail != null ==>
      tail in repr && tail.repr <= repr && this !in tail.repr && tail.Valid() && model == [head] + tail.model)
  }

  constructor (x: int)
    ensures Valid() && fresh(repr) && model == [$v]
  {
    head, tail := $v, null;
    model := [head];
    repr := {this};
  }

  constructor Before(x: int, rest: $c)
    requires rest.Valid()
    ensures Valid() && fresh(repr - rest.repr) && model == [x] + rest.model
  {
    head, tail := x, rest;
    model := [x] + rest.model;
    repr := {this} + rest.repr;
  }

  function Length(): nat
    requires Valid()
    reads this, repr
    ensures Length() == |model|
  {
    if tail == null then 1 else 1 + tail.Length()
  }

  method SetHead(x: int)
    requires Valid()
    modifies this
    ensures Valid() && repr == old(repr) && model == old(model)[0 := $v]
  {
    head := $v;
    model := model[0 := head];
  }

  method Last() returns (r: int)
    requires Valid()
    ensures r == model[|model| - 1]
    decreases repr
  {
    if tail == null {
      r := head;
    } else {
      r := tail.Last();
    }
  }
}

method $m(a: $c, b: $c, x: int) returns (z: $c, r: int)
  requires a.Valid() && b.Valid()
  requires a.repr !! b.repr
  modifies b.repr
  ensures a.Valid() && a.model == old(a.model)
  ensures z.Valid() && z.model == [x] + a.model
  ensures r == old(|a.model| + |b.model|) + $n
{
  r := a.Length() + b.Length() + $n;
  b.SetHead(x);
  assert b.Length() == old(b.Length());
  z := new $c.Before(x, a);
  assert b.Valid() && b.model[0] == $v;
  var last := z.Last();
  assert last == a.model[|a.model| - 1];
}
)",
    R"(class $c {
  var n: int
  var other: int
  constructor (x: int)
    ensures n == $v && other == $n
  {
    n, other := $v, $n;
  }
}

method $m(s: set<$c>, e: $c, x: int)
  modifies s`n
  ensures forall o :: o in s ==> o.n == $v
  ensures e !in s ==> unchanged(e)
  ensures e.other == old(e.other)
{
  var rest := s;
  while rest != {}
    invariant rest <= s
    invariant forall o :: o in s - rest ==> o.n == $v
    invariant e !in s ==> e.n == old(e.n)
    decreases rest
  {
    var o :| o in rest;
    o.n := $v;
    rest := rest - {o};
  }
}

method $u(a: $c, b: $c, x: int)
  modifies a, b
  ensures a != b ==> b.n == old(b.n)
  ensures b.other == old(b.other) + $n
  ensures a.other == (if a == b then old(b.other) + $n else old(a.other))
{
  label L:
  $m({a}, b, x);
  assert unchanged@L(b`other);
  b.other := b.other + $n;
  assert a != b ==> unchanged@L(a`other);
  assert $n > 0 ==> !unchanged@L(b);
  var c := new $c(x);
  $m({a, c}, b, x);
  assert c.n == a.n == $v && c.other == $n;
}
)",
    R"(class $c {
  var n: int
  constructor (x: int)
    ensures n == x
  {
    n := x;
  }
}

function $f(s: seq<$c>): int
  reads s
{
  if s == [] then 0 else s[0].n + $f(s[1..])
}

lemma $l(s: seq<$c>, t: seq<$c>)
  ensures $f(s + t) == $f(s) + $f(t)
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[1..] == s[1..] + t;
  }
}

method $m(s: seq<$c>, e: $c, x: int) returns (r: int)
  modifies e
  ensures e !in s ==> $f(s) == old($f(s))
  ensures e.n == $v
  ensures r == $f(s)
  ensures |s| == 2 && s[0] == s[1] == e ==> r == e.n + e.n
{
  e.n := $v;
  r := 0;
  for i := 0 to |s|
    invariant r == $f(s[..i])
  {
    $l(s[..i], [s[i]]);
    assert s[..i + 1] == s[..i] + [s[i]];
    r := r + s[i].n;
  }
  assert s[..|s|] == s;
}

method $u(s: seq<$c>, x: int)
  requires forall i, j :: 0 <= i < j < |s| ==> s[i] != s[j]
  modifies s
  ensures forall i :: 0 <= i < |s| ==> s[i].n == old(s[i].n) + $n
{
  for i := 0 to |s|
    invariant forall j :: 0 <= j < i ==> s[j].n == old(s[j].n) + $n
    invariant forall j :: i <= j < |s| ==> s[j].n == old(s[j].n)
  {
    s[i].n := s[i].n + $n;
  }
}
)",
    R"(trait $t {
  ghost var repr: set<object>
  ghost var sum: int

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr

  function Get(): int
    requires Valid()
    reads this, repr
    ensures Get() == sum

  method Add(x: int)
    requires Valid()
    modifies repr
    ensures Valid() && fresh(repr - old(repr))
    ensures sum == old(sum) + ($v)
}

class $d {
  var n: int
  constructor ()
    ensures n == 0
  {
    n := 0;
  }
}

class $c extends $t {
  var one: $d
  var rest: int

  constructor ()
    ensures Valid() && fresh(repr) && sum == $n
  {
    one := new $d();
    rest := $n;
    new;
    repr := {this, one};
    sum := $n;
  }

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr
  {
    this in repr && one in repr && sum == one.n + rest
  }

  function Get(): int
    requires Valid()
    reads this, repr
    ensures Get() == sum
  {
    one.n + rest
  }

  method Add(x: int)
    requires Valid()
    modifies repr
    ensures Valid() && fresh(repr - old(repr))
    ensures sum == old(sum) + ($v)
    ensures $b ==> one.n == old(one.n)
  {
    if $b {
      rest := rest + ($v);
    } else {
      var fresh' := new $d();
      fresh'.n := one.n + ($v);
      one := fresh';
      repr := repr + {one};
    }
    sum := one.n + rest;
  }
}

class $cPlain extends $t {
  var n: int
  constructor (x: int)
    ensures Valid() && fresh(repr) && sum == x
  {
    n, repr, sum := x, {this}, x;
  }

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr
  {
    repr == {this} && n == sum
  }

  function Get(): int
    requires Valid()
    reads this, repr
    ensures Get() == sum
  {
    n
  }

  method Add(x: int)
    requires Valid()
    modifies repr
    ensures Valid() && fresh(repr - old(repr)) && repr == old(repr)
    ensures sum == old(sum) + ($v)
  {
    n := n + ($v);
    sum := n;
  }
}

method $m(a: $t, b: $t, x: int) returns (r: int)
  requires a.Valid() && b.Valid() && a.repr !! b.repr
  modifies a.repr
  ensures a.Valid() && b.Valid() && a.repr !! b.repr
  ensures a.sum == old(a.sum) + 2 * ($v)
  ensures b.Get() == old(b.Get()) && r == a.Get() - b.Get()
{
  a.Add(x);
  a.Add(x);
  r := a.Get() - b.Get();
}

method $u(x: int) returns (r: int)
  ensures r == $n + 2 * ($v) - x
{
  var a := new $c();
  var b: $t := new $cPlain(x);
  assert b.Get() == x && b is $cPlain && !(b is $c);
  r := $m(a, b, x);
  assert a.Get() == a.one.n + a.rest;
  assert (b as $cPlain).n == x;
}
)",
    R"(class $c {
  var next: $c?
  var n: int
  constructor (x: int)
    ensures next == null && n == x
  {
    next, n := null, x;
  }
}

method $m(x: int, k: int) returns (a: $c, b: $c)
  ensures fresh(a) && fresh(b) && a != b
  ensures a.next == b && b.next == a
  ensures a.n == $v && b.n == $e
{
  a := new $c($v);
  b := new $c($e);
  a.next, b.next := b, a;
}

method $u(start: $c, steps: nat) returns (last: $c, gone: nat)
  ensures gone <= steps
  ensures gone < steps ==> last.next == null
  ensures start.next == start ==> last == start
  ensures start.next != null && start.next.next == start ==> last == start || last == start.next
  ensures start.next != null && start.next.next == null && steps > 1 ==> last == start.next
{
  last := start;
  gone := 0;
  while gone < steps && last.next != null
    invariant gone <= steps
    invariant start.next == start ==> last == start
    invariant start.next != null && start.next.next == start ==> last == start || last == start.next
    invariant start.next != null && start.next.next == null ==> last == if gone == 0 then start else start.next
  {
    last := last.next;
    gone := gone + 1;
  }
}

method $l(x: int, k: int)
{
  var a, b := $m(x, k);
  var last, gone := $u(a, $n);
  assert last == a || last == b;
  assert gone == $n;
  b.next := null;
  last, gone := $u(a, $n + 2);
  assert last.next == null;
  assert a.n == $v && a.next.n == $e;
}
)",
    R"(class $c {
  var n: int
  ghost var log: seq<int>
  constructor (x: int)
    ensures n == x && log == []
  {
    n, log := x, [];
  }
  method Put(x: int)
    modifies this
    ensures n == $v && log == old(log) + [old(n)]
  {
    log := log + [n];
    n := $v;
  }
}

method $m(a: array<$c>, i: nat, j: nat, x: int) returns (r: int)
  requires i < a.Length && j < a.Length
  modifies a, a[i]
  ensures a[i] == old(a[j]) && a[j] == old(a[i])
  ensures old(a[i]).n == $v
  ensures old(a[j]).log == old(a[j].log) || old(a[i]) == old(a[j])
  ensures r == (if old(a[i]) == old(a[j]) then $v else old(a[j].n))
  ensures forall q :: 0 <= q < a.Length && q != i && q != j ==> a[q] == old(a[q])
{
  a[i].Put(x);
  r := a[j].n;
  a[i], a[j] := a[j], a[i];
  assert a[j].log != [];
}

method $u(x: int) returns (a: array<$c>, s: set<$c>)
  ensures fresh(a) && a.Length == $n + 2
  ensures s == set i | 0 <= i < a.Length :: a[i]
  ensures forall o :: o in s ==> fresh(o) && o.n == $v
{
  var one := new $c($v);
  a := new $c[$n + 2](_ => one);
  a[1] := new $c($v);
  s := {one, a[1]};
  assert a[0] == one;
  var m := map[a[0] := 1, a[1] := 2, one := 3];
  assert m[a[0]] == 3 && |m| == 2;
}
)",
    R"(class $c {
  var n: int
  var flag: bool
  var next: $c?
  constructor (x: int)
    ensures n == x && flag == ($b) && next == null
  {
    n, flag, next := x, $b, null;
  }
}

function $f(o: $c, x: int): int
  reads o`n
{
  o.n + ($v)
}

predicate $g(o: $c?, s: set<$c>)
  reads s
{
  o != null && o in s && (o.flag || exists p :: p in s && p.n > o.n)
}

method $m(a: $c, b: $c?, s: set<$c>, x: int)
  modifies a`flag, a`next, b`n
  ensures a != b ==> $f(a, x) == old($f(a, x))
  ensures b != null ==> b.n == $v
  ensures a.next == b && a.flag == !old(a.flag)
  ensures a !in s && b !in s ==> $g(b, s) == old($g(b, s))
  ensures forall o :: o in s && o != a ==> unchanged(o`flag, o`next)
{
  a.flag := !a.flag;
  a.next := b;
  if a.next != null {
    a.next.n := $v;
  }
}

method $u(a: $c, x: int) returns (b: $c)
  modifies a
  ensures fresh(b) && b.n == $v
  ensures b.flag == ($b)
  ensures a.flag == !old(a.flag) && a.n == old(a.n)
  ensures $g(b, {a, b}) || !b.flag
{
  b := new $c(x);
  assert !old(allocated(b));
  $m(a, b, {}, x);
  assert a.next == b && a != b;
}
)",
    R"(class $c<T> {
  var content: T
  var next: $c?<T>
  constructor (content: T)
    ensures this.content == content && next == null
  {
    this.content, next := content, null;
  }
  method Replace(t: T) returns (before: T)
    modifies this`content
    ensures content == t && before == old(content)
  {
    before := content;
    content := t;
  }
}

method $l<T>(a: $c<T>, b: $c<T>)
  modifies a, b
  ensures a.content == old(b.content) && b.content == old(a.content)
  ensures a.next == if a == b then old(a.next) else b
  ensures a != b ==> b.next == old(b.next)
{
  var t := a.Replace(b.content);
  if a == b {
    a.content := t;
    assert a.content == old(b.content);
  } else {
    t := b.Replace(t);
    assert t == a.content;
    a.next := b;
  }
}

method $m(a: $c<int>, b: $c<bool>, c: $c<int>, x: int) returns (r: int)
  modifies a, b
  ensures b.content == ($b)
  ensures a.content == $v
  ensures r == (if a == c then $v else old(c.content))
{
  a.content := $v;
  b.content := $b;
  r := c.content;
}

method $u(x: int) returns (r: int, o: object)
  ensures r == $v && fresh(o)
{
  var a := new $c($v);
  var b := new $c(x);
  $l(a, b);
  $l(a, a);
  r := b.content;
  assert a.content == x;
  o := a;
  assert o is $c<int> && o != b;
  var p: object? := a.next;
  assert p == b;
}
)",
    R"(trait $t {
  var n: int
  const limit: nat
  method Step(x: int) returns (more: bool)
    modifies this
    ensures n >= old(n)
    ensures more ==> n > old(n)
  method Run(x: int) returns (more: bool)
    modifies this
    ensures n >= old(n)
  {
    more := Step(x);
    if more {
      more := Step(x + 1);
      assert n > old(n);
    }
  }
}

class $c extends $t {
  constructor (l: nat)
    ensures n == 0 && limit == l
  {
    n, limit := 0, l;
  }
  method Step(x: int) returns (more: bool)
    modifies this`n
    ensures n >= old(n)
    ensures more <==> n == old(n) + 1
    ensures !more ==> n == old(n) && (old(n) >= limit || !($b))
  {
    more := n < limit && ($b);
    if more {
      n := n + 1;
    }
  }
}

class $d extends $t {
  var inner: $c
  constructor (c: $c)
    ensures inner == c && n == 0 && limit == $n
  {
    n, inner, limit := 0, c, $n;
  }
  method Step(x: int) returns (more: bool)
    modifies this
    ensures n >= old(n) + 1
    ensures more
  {
    n := n + $n + 1;
    more := true;
    if inner.n > n {
      inner := new $c(limit);
    }
  }
}

method $m(o: $t, c: $c, x: int) returns (r: int)
  modifies o
  ensures r >= 0
  ensures o != c ==> c.n == old(c.n)
  ensures o.n == old(o.n) + r
{
  var start := o.n;
  var more := o.Run(x);
  if more && o is $d {
    more := (o as $d).Step(x);
    assert o.n > old(o.n);
  }
  r := o.n - start;
}

method $u(x: int) returns (d: $d)
  ensures fresh(d) && fresh(d.inner) && d.n > $n
  ensures d.inner.limit == $n
{
  var c := new $c($n);
  d := new $d(c);
  var more := d.Step(x);
  d.inner := c;
  var o: $t := d;
  assert o.limit == c.limit;
  d.n := d.n + $n;
}
)",
    R"(class $c {
  var n: int
  var peer: $c
  constructor (x: int)
    ensures n == $v && peer == this
  {
    n, peer := $v, this;
  }
}

method $m(s: seq<$c>, x: int)
  requires forall i, j :: 0 <= i < j < |s| ==> s[i].peer != s[j].peer
  modifies set i | 0 <= i < |s| :: s[i].peer
  ensures forall i :: 0 <= i < |s| ==> old(s[i].peer).n == ($v) + i
  ensures forall o :: o in s ==> o.peer == old(o.peer)
{
  forall i | 0 <= i < |s| {
    s[i].peer.n := ($v) + i;
  }
}

method $u(s: set<$c>, e: $c, x: int) returns (b: $c)
  modifies s
  ensures forall o :: o in s ==> o.peer == b && o.n == old(o.peer.n) + $n
  ensures fresh(b) && b.peer == b && b.n == $v
  ensures e !in s ==> e.n == old(e.n)
  ensures forall o: $c :: old(allocated(o)) && o !in s ==> unchanged(o)
{
  b := new $c(x);
  forall o | o in s {
    o.n := o.peer.n + $n;
  }
  forall o | o in s {
    o.peer := b;
  }
}
)",
    R"(class $d {
  var all: set<$c>
  var count: nat
  constructor ()
    ensures Valid() && count == 0
  {
    all, count := {}, 0;
  }
  predicate Valid()
    reads this
  {
    count == |all|
  }
}

class $c {
  const home: $d
  var n: int
  constructor (x: int, home: $d)
    requires home.Valid()
    modifies home
    ensures home.Valid() && this.home == home && n == $v
    ensures home.all == old(home.all) + {this} && home.count == old(home.count) + 1
  {
    this.home := home;
    n := x;
    new;
    home.all := home.all + {this};
    home.count := home.count + 1;
    n := $v;
  }
  method Leave()
    requires home.Valid() && this in home.all
    modifies home
    ensures home.Valid() && home.all == old(home.all) - {this}
  {
    home.all := home.all - {this};
    home.count := home.count - 1;
  }
}

method $m(d: $d, x: int) returns (a: $c, b: $c)
  requires d.Valid()
  modifies d
  ensures d.Valid() && fresh(a) && fresh(b) && a.home == b.home == d
  ensures d.all == old(d.all) + {b} && d.count == old(d.count) + 1
  ensures forall o :: o in d.all && o != b ==> unchanged(o)
{
  a := new $c(x, d);
  b := new $c(a.n + $n, d);
  assert d.count == old(d.count) + 2;
  a.Leave();
  assert a !in d.all && b in d.all;
}
)",
    R"(class $c {
  var n: int
  var flag: bool
  constructor (x: int)
    ensures n == x && flag
  {
    n, flag := x, true;
  }
}

twostate predicate $g(s: set<$c>)
  reads s
{
  forall o :: o in s ==> old(o.n) <= o.n && (o.flag ==> old(o.flag))
}

twostate lemma $l(s: set<$c>, o: $c)
  requires $g(s) && o in s && o.flag
  ensures old(o.flag) && o.n >= old(o.n)
  ensures unchanged(s - {o}) && o.n == old(o.n) ==> forall p :: p in s ==> p.n == old(p.n)
{
}

method $m(s: set<$c>, a: $c, x: int)
  requires a in s
  modifies s
  ensures $g(s)
  ensures old(a.flag) ==> a.n == old(a.n) + $n + 1 || !a.flag
{
  label L:
  a.n := a.n + $n;
  assert $g@L(s);
  label K:
  a.n := a.n + 1;
  assert old@K(a.n) == old@L(a.n) + $n;
  if a.flag {
    $l@L(s, a);
  }
  if a.n > ($v) {
    var flag := a.flag;
    modify a`flag;
    a.flag := a.flag && flag;
    assert a.n == old(a.n) + $n + 1;
  }
}
)",
    R"(class $c {
  var n: int
  constructor (x: int)
    ensures n == x
  {
    n := x;
  }
}

datatype $d = $dLeaf | $dNode(left: $d, value: $c, right: $d)

function $g(t: $d): set<$c>
{
  match t
  case $dLeaf => {}
  case $dNode(l, o, r) => $g(l) + {o} + $g(r)
}

function $f(t: $d): int
  reads $g(t)
{
  match t
  case $dLeaf => $n
  case $dNode(l, o, r) => $f(l) + o.n + $f(r)
}

lemma $l(t: $d)
  requires forall o :: o in $g(t) ==> o.n >= 0
  ensures $f(t) >= $n || $n < 0
{
}

method $m(t: $d, e: $c, x: int) returns (u: $d)
  modifies e
  ensures e !in $g(t) ==> $f(t) == old($f(t))
  ensures e.n == $v
  ensures $g(u) == $g(t) + {e}
  ensures e !in $g(t) ==> $f(u) == old($f(t)) + ($v) + $n
{
  e.n := $v;
  u := $dNode(t, e, $dLeaf);
}

method $u(x: int) returns (t: $d, a: $c)
  ensures fresh($g(t)) && a in $g(t)
  ensures $f(t) == 3 * $n + 2 * a.n
{
  a := new $c(x);
  t := $dNode($dNode($dLeaf, a, $dLeaf), a, $dLeaf);
  a.n := $v;
}
)",
    R"(trait $t {
  var n: int
  function Value(x: int): int
    reads this
    ensures Value(x) >= x || n < 0
}

trait $d extends $t {
  ghost var marks: nat
  method Mark(x: int) returns (before: int)
    modifies this
    ensures marks == old(marks) + 1 && n == old(n)
    ensures before == old(Value(x))
}

class $c extends $d, $t {
  var step: nat
  constructor (x: nat)
    ensures n == x && step == $n && marks == 0
  {
    n, step, marks := x, $n, 0;
  }
  function Value(x: int): int
    reads this
    ensures Value(x) >= x || n < 0
  {
    if n < 0 then $v else x + n + step
  }
  method Mark(x: int) returns (before: int)
    modifies this`step, this`marks
    ensures marks == old(marks) + 1
    ensures before == old(Value(x)) && step == old(step) + 1
  {
    before := Value(x);
    step := step + 1;
    marks := marks + 1;
  }
}

method $m(o: $t, p: $d, q: $t?, x: int) returns (r: int)
  modifies p
  ensures o != p ==> o.Value(x) == old(o.Value(x))
  ensures p.n == old(p.n) && r == old(p.Value(x))
  ensures o is $c && o == p && o.n >= 0 ==> o.Value(x) == old(o.Value(x)) + 1 || !(p is $c)
  ensures p.marks == old(p.marks) + 1
  ensures q == p ==> q is $d && q != null
{
  if p is $c {
    var c := p as $c;
    r := c.Mark(x);
    assert c.step == old(c.step) + 1;
  } else {
    r := p.Mark(x);
  }
}

method $u(x: int, k: nat) returns (o: $t)
  ensures o is $c && o.Value($n) == 2 * $n + 1 + k
{
  var c := new $c(k);
  var r := $m(c, c, c, $n);
  assert r == 2 * $n + k && c.marks == 1;
  o := c;
}
)",
    R"(class $c {
  var n: int
  var next: $c?
  constructor (x: int, next: $c?)
    ensures n == x && this.next == next
  {
    n, this.next := x, next;
  }
}

ghost predicate $g(o: $c?, s: seq<$c>)
  reads s
  decreases |s|
{
  if s == [] then o == null else o == s[0] && s[0] !in s[1..] && $g(s[0].next, s[1..])
}

method $m(o: $c?, ghost s: seq<$c>, x: int) returns (r: $c?, ghost t: seq<$c>)
  requires $g(o, s)
  modifies s
  ensures |t| == |s| && $g(r, t)
  ensures forall p :: p in s ==> p in t
  ensures forall p :: p in s ==> p.n == old(p.n)
{
  r, t := null, [];
  var rest := o;
  ghost var left := s;
  while rest != null
    invariant $g(rest, left) && $g(r, t)
    invariant |left| + |t| == |s|
    invariant forall p :: p in left ==> p in s && p !in t
    invariant forall p :: p in s ==> p in left || p in t
    invariant forall p :: p in t ==> p in s
    invariant forall p :: p in s ==> p.n == old(p.n)
    decreases |left|
  {
    var next := rest.next;
    rest.next := r;
    r := rest;
    t := [rest] + t;
    rest := next;
    left := left[1..];
  }
}

method $u(x: int) returns (b: $c)
  ensures fresh(b) && b.n == $n && b.next != null && b.next.n == $v
{
  var a := new $c($n, null);
  b := new $c($v, a);
  assert $g(a, [a]) && $g(b, [b, a]);
  ghost var s := [b, a];
  var r, t := $m(b, s, x);
  assert |t| == 2 && t[0] == r && r.next == t[1];
  a.next := b;
  b.next := a;
  assert a.n == $n;
  b := a;
}
)",
};

} // namespace

std::string object_structures(Workshop& workshop) {
    const Scope numbers{{"x", Type::Int, "x"}, {"k", Type::Int, "k"}};
    const Scope one{{"x", Type::Int, "x"}};
    return fill(workshop.random.one_of(kUnits), {{"c", workshop.fresh("Node")},
                                                 {"d", workshop.fresh("Part")},
                                                 {"t", workshop.fresh("Thing")},
                                                 {"f", workshop.fresh("Of")},
                                                 {"g", workshop.fresh("Is")},
                                                 {"l", workshop.fresh("Law")},
                                                 {"m", workshop.fresh("Uses")},
                                                 {"u", workshop.fresh("Makes")},
                                                 {"n", std::to_string(workshop.random.between(0, 3))},
                                                 {"v", expression(workshop, Type::Int, one, 1)},
                                                 {"e", expression(workshop, Type::Int, numbers, 1)},
                                                 {"b", expression(workshop, Type::Bool, one, 1)}});
}

} // namespace daphnia::oracle
