// A history: what has been written down stays written down.
//
// Events are reported late, and each is entered where its time belongs, in the midst of what is there. So
// the log at the end is not the log at the beginning with something behind it. Still it only grows:
// nothing is lost, nothing changes places. `old` says so of one field and one method. Whoever wants to say
// it of many methods, gives it a name: a two-state predicate is a predicate about then and now. What
// follows from it are two-state lemmas.
//
// "Then" is where the method began, as for `old`; or at a label: `log.Extends@Opened()`.
//
// Proved here: Enter keeps the log in order, and extends it. What extends an extension extends the first
// log. Whatever has been entered once is found in every later log.
//
// Why it matters: logs, ledgers and archives are trusted because nobody can take anything back. This is no
// property of a state, however long one looks at it, but of two.

datatype Event = Event(time: nat, what: string)

// All events of s are in t, in the same order; t may have others between them.
predicate Within(s: seq<Event>, t: seq<Event>)
  decreases |t|
{
  s == [] || (t != [] && if s[0] == t[0] then Within(s[1..], t[1..]) else Within(s, t[1..]))
}

lemma WithinItself(s: seq<Event>)
  ensures Within(s, s)
  decreases |s|
{
  if s != [] {
    WithinItself(s[1..]);
  }
}

lemma WithinWithoutFirst(s: seq<Event>, t: seq<Event>)
  requires s != [] && Within(s, t)
  ensures Within(s[1..], t)
  decreases |t|
{
  if s[0] != t[0] {
    WithinWithoutFirst(s, t[1..]);
  } else if s[1..] != [] && s[1] != t[0] {
    assert Within(s[1..], t[1..]);
  } else if s[1..] != [] {
    WithinWithoutFirst(s[1..], t[1..]);
  }
}

lemma WithinTransitive(s: seq<Event>, t: seq<Event>, u: seq<Event>)
  requires Within(s, t) && Within(t, u)
  ensures Within(s, u)
  decreases |u|
{
  if s == [] {
  } else if t[0] != u[0] {
    WithinTransitive(s, t, u[1..]);
    if s[0] == u[0] {
      WithinWithoutFirst(s, u[1..]);
    }
  } else if s[0] == t[0] {
    WithinTransitive(s[1..], t[1..], u[1..]);
  } else {
    WithinTransitive(s, t[1..], u[1..]);
  }
}

lemma WithinWithOneMore(s: seq<Event>, i: nat, event: Event)
  requires i <= |s|
  ensures Within(s, s[..i] + [event] + s[i..])
  decreases i
{
  var t := s[..i] + [event] + s[i..];
  if i == 0 {
    assert t[1..] == s;
    WithinItself(s);
    if s != [] && s[0] == event {
      WithinWithoutFirst(s, s);
    }
  } else {
    assert t[1..] == s[1..][..i - 1] + [event] + s[1..][i - 1..];
    WithinWithOneMore(s[1..], i - 1, event);
  }
}

lemma WithinKeeps(s: seq<Event>, t: seq<Event>, event: Event)
  requires Within(s, t) && event in s
  ensures event in t
  decreases |t|
{
  if s[0] != t[0] {
    WithinKeeps(s, t[1..], event);
  } else if event != s[0] {
    WithinKeeps(s[1..], t[1..], event);
  }
}

class Log {
  var events: seq<Event>

  predicate Valid()
    reads this
  {
    forall i, j :: 0 <= i < j < |events| ==> events[i].time <= events[j].time
  }

  constructor ()
    ensures Valid() && events == []
  {
    events := [];
  }

  // Then and now.
  twostate predicate Extends()
    reads this
  {
    Within(old(events), events)
  }

  twostate lemma Same()
    requires unchanged(this)
    ensures Extends()
  {
    WithinItself(events);
  }

  // A lemma about two states knows no third one: what was between is passed as a value.
  twostate lemma ByWayOf(between: seq<Event>)
    requires Within(old(events), between) && Within(between, events)
    ensures Extends()
  {
    WithinTransitive(old(events), between, events);
  }

  twostate lemma Keeps(event: Event)
    requires Extends() && event in old(events)
    ensures event in events
  {
    WithinKeeps(old(events), events, event);
  }

  method Enter(event: Event)
    requires Valid()
    modifies this
    ensures Valid() && Extends()
    ensures event in events
  {
    var i := |events|;
    while 0 < i && event.time < events[i - 1].time
      invariant 0 <= i <= |events|
      invariant forall j :: i <= j < |events| ==> event.time < events[j].time
    {
      i := i - 1;
    }
    WithinWithOneMore(events, i, event);
    events := events[..i] + [event] + events[i..];
  }

  // Each round extends what the rounds before have made of the log.
  method EnterAll(reports: seq<Event>)
    requires Valid()
    modifies this
    ensures Valid() && Extends()
    ensures forall event :: event in reports ==> event in events
  {
    Same();
    for n := 0 to |reports|
      invariant Valid() && Extends()
      invariant forall i :: 0 <= i < n ==> reports[i] in events
    {
      label Round:
      Enter(reports[n]);
      ByWayOf(old@Round(events));
      forall i | 0 <= i < n
        ensures reports[i] in events
      {
        Keeps@Round(reports[i]);
      }
    }
  }
}

// Somebody looks at the log, and others go on writing: what has been seen is still true afterwards.
method Watch(log: Log, reports: seq<seq<Event>>, alarm: Event)
  requires log.Valid()
  modifies log
  ensures log.Valid() && log.Extends()
  ensures alarm in log.events
{
  log.Enter(alarm);
  label Seen:
  log.Same@Seen();
  for n := 0 to |reports|
    invariant log.Valid() && log.Extends@Seen()
  {
    label Round:
    log.EnterAll(reports[n]);
    log.ByWayOf@Seen(old@Round(log.events));
  }
  log.Keeps@Seen(alarm);
  log.ByWayOf(old@Seen(log.events));
}

method Main()
{
  var log := new Log();
  log.EnterAll([Event(3, "sent"), Event(8, "confirmed")]);
  label Before:                      // when Main began the log did not exist: so there has to be a label
  Watch(log, [[Event(9, "closed"), Event(1, "opened")], [], [Event(5, "received")]], Event(6, "lost?"));
  assert Event(6, "lost?") in log.events;
  log.Keeps@Before(Event(3, "sent"));
  assert Event(3, "sent") in log.events;
  for i := 0 to |log.events| {
    print log.events[i].time, " ", log.events[i].what, "\n";
  }
}
