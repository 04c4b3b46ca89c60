; Maps from the sort K to the sort V. An instance for the sorts Int and Bool names its symbols map.value<Int,Bool> and so
; on; for possibly infinite maps imap.value<Int,Bool> and so on. The keys of a map are a set of their theory, so that
; what sets say of membership and size holds of keys. Each axiom is preceded by its reason.
(declare-sort K 0)
(declare-sort V 0)
(declare-sort Set 0)
(declare-sort Map 0)
(declare-fun set.contains (Set K) Bool)
(declare-fun set.empty () Set)
(declare-fun set.insert (Set K) Set)
(declare-fun set.union (Set Set) Set)
(declare-fun set.difference (Set Set) Set)
(declare-fun set.equal (Set Set) Bool)
(declare-fun map.keys (Map) Set)
; value(m, k) for a key k of m; nothing is said for others
(declare-fun map.value (Map K) V)
(declare-fun map.empty () Map)
; update(m, k, v) is m with v for k, which may be new
(declare-fun map.update (Map K V) Map)
; merge(a, b) has b's value for keys of both
(declare-fun map.merge (Map Map) Map)
; remove(m, s) is m without the keys in s
(declare-fun map.remove (Map Set) Map)
; every comparison of maps in a program becomes equal, which alone compares values
(declare-fun map.equal (Map Map) Bool)
; K.same(x, y), V.same(x, y): how keys and values are compared where that is to be proved
; auxiliary: a key for which two maps with the same keys differ
(declare-fun map.distinction (Map Map) K)

; Nothing is a key of the empty map.
(assert (! (forall ((x K))
  (! (not (set.contains (map.keys map.empty) x))
     :pattern ((set.contains (map.keys map.empty) x)))) :named map.keys.none))
; The empty map has the empty set of keys.
(assert (! (= (map.keys map.empty) set.empty) :named map.keys.empty))
; An update has the key that is written, and the keys from before.
(assert (! (forall ((m Map) (k K) (v V))
  (! (= (map.keys (map.update m k v)) (set.insert (map.keys m) k))
     :pattern ((map.keys (map.update m k v))))) :named map.keys.update))
; The keys of two merged maps are those of both.
(assert (! (forall ((a Map) (b Map))
  (! (= (map.keys (map.merge a b)) (set.union (map.keys a) (map.keys b)))
     :pattern ((map.keys (map.merge a b))))) :named map.keys.merge))
; What is removed from a map is no key any more.
(assert (! (forall ((m Map) (s Set))
  (! (= (map.keys (map.remove m s)) (set.difference (map.keys m) s))
     :pattern ((map.keys (map.remove m s))))) :named map.keys.remove))

; What is written is there.
(assert (! (forall ((m Map) (k K) (v V))
  (! (= (map.value (map.update m k v) k) v)
     :pattern ((map.update m k v)))) :named map.value.written))
; Reading after a write gives what was written, or what was there before.
(assert (! (forall ((m Map) (k K) (v V) (x K))
  (! (=> (or (K.same k x) (set.contains (map.keys m) x))
         (= (map.value (map.update m k v) x) (ite (K.same k x) v (map.value m x))))
     :pattern ((map.value (map.update m k v) x))
     :pattern ((map.value m x) (map.update m k v)))) :named map.value.update))
; A merged map has the second map's value for its keys.
(assert (! (forall ((a Map) (b Map) (x K))
  (! (=> (set.contains (map.keys b) x) (= (map.value (map.merge a b) x) (map.value b x)))
     :pattern ((map.value (map.merge a b) x))
     :pattern ((map.value b x) (map.merge a b)))) :named map.value.merge.second))
; For the other keys it has the first map's value.
(assert (! (forall ((a Map) (b Map) (x K))
  (! (=> (and (set.contains (map.keys a) x) (not (set.contains (map.keys b) x)))
         (= (map.value (map.merge a b) x) (map.value a x)))
     :pattern ((map.value (map.merge a b) x))
     :pattern ((map.value a x) (map.merge a b)))) :named map.value.merge.first))
; Keys that are not removed keep their values.
(assert (! (forall ((m Map) (s Set) (x K))
  (! (=> (and (set.contains (map.keys m) x) (not (set.contains s x)))
         (= (map.value (map.remove m s) x) (map.value m x)))
     :pattern ((map.value (map.remove m s) x))
     :pattern ((map.value m x) (map.remove m s)))) :named map.value.remove))

; Maps that are equal are the same.
(assert (! (forall ((a Map) (b Map))
  (! (=> (map.equal a b) (= a b))
     :pattern ((map.equal a b)))) :named map.equal.same))
; Maps are equal when they have the same keys, and the same value for the one in which they would differ.
(assert (! (forall ((a Map) (b Map))
  (! (=> (and (set.equal (map.keys a) (map.keys b))
              (=> (set.contains (map.keys a) (map.distinction a b))
                  (V.same (map.value a (map.distinction a b)) (map.value b (map.distinction a b)))))
         (map.equal a b))
     :pattern ((map.equal a b)))) :named map.equal.values))
