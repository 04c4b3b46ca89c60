; The multiset of the elements of a set. Each axiom is preceded by its reason.
(declare-sort T 0)
(declare-sort Set 0)
(declare-sort Multiset 0)
(declare-fun set.contains (Set T) Bool)
(declare-fun set.size (Set) Int)
(declare-fun multiset.count (Multiset T) Int)
(declare-fun multiset.size (Multiset) Int)
(declare-fun multiset.of_set (Set) Multiset)

; Each element of the set is there once, and nothing else.
(assert (! (forall ((s Set) (x T))
  (! (= (multiset.count (multiset.of_set s) x) (ite (set.contains s x) 1 0))
     :pattern ((multiset.count (multiset.of_set s) x))
     :pattern ((set.contains s x) (multiset.of_set s)))) :named multiset.of_set.count))
; It is as large as the set.
(assert (! (forall ((s Set))
  (! (= (multiset.size (multiset.of_set s)) (set.size s))
     :pattern ((multiset.size (multiset.of_set s))))) :named multiset.of_set.size))
