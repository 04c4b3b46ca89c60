; Sets over the sort T. An instance for the sort Int names its symbols set.contains<Int> and so on; for possibly infinite
; sets iset.contains<Int> and so on. Each axiom is preceded by its reason.
(declare-sort T 0)
(declare-sort Set 0)
(declare-fun set.contains (Set T) Bool)
(declare-fun set.empty () Set)
; insert(s, v) is s with v in it
(declare-fun set.insert (Set T) Set)
(declare-fun set.union (Set Set) Set)
(declare-fun set.intersection (Set Set) Set)
(declare-fun set.difference (Set Set) Set)
; every comparison of sets in a program becomes equal, which alone compares elements
(declare-fun set.equal (Set Set) Bool)
; subset(a, b): all elements of a are in b
(declare-fun set.subset (Set Set) Bool)
(declare-fun set.disjoint (Set Set) Bool)
; T.same(x, y): how elements are compared where that is to be proved
; auxiliary: where two sets differ; what is in a but not in b; what is in both
(declare-fun set.distinction (Set Set) T)
(declare-fun set.missing (Set Set) T)
(declare-fun set.common (Set Set) T)

; Nothing is in the empty set.
(assert (! (forall ((x T))
  (! (not (set.contains set.empty x))
     :pattern ((set.contains set.empty x)))) :named set.contains.empty))
; What is inserted is in the set.
(assert (! (forall ((s Set) (v T))
  (! (set.contains (set.insert s v) v)
     :pattern ((set.insert s v)))) :named set.insert.inserted))
; In a set after an insertion is what was inserted or was in it.
(assert (! (forall ((s Set) (v T) (x T))
  (! (= (set.contains (set.insert s v) x) (or (T.same v x) (set.contains s x)))
     :pattern ((set.contains (set.insert s v) x))
     :pattern ((set.contains s x) (set.insert s v)))) :named set.contains.insert))
; In a union is what is in one of the sets.
(assert (! (forall ((a Set) (b Set) (x T))
  (! (= (set.contains (set.union a b) x) (or (set.contains a x) (set.contains b x)))
     :pattern ((set.contains (set.union a b) x))
     :pattern ((set.contains a x) (set.union a b))
     :pattern ((set.contains b x) (set.union a b)))) :named set.contains.union))
; In an intersection is what is in both sets.
(assert (! (forall ((a Set) (b Set) (x T))
  (! (= (set.contains (set.intersection a b) x) (and (set.contains a x) (set.contains b x)))
     :pattern ((set.contains (set.intersection a b) x))
     :pattern ((set.contains a x) (set.intersection a b))
     :pattern ((set.contains b x) (set.intersection a b)))) :named set.contains.intersection))
; In a difference is what is in the first set and not in the second.
(assert (! (forall ((a Set) (b Set) (x T))
  (! (= (set.contains (set.difference a b) x) (and (set.contains a x) (not (set.contains b x))))
     :pattern ((set.contains (set.difference a b) x))
     :pattern ((set.contains a x) (set.difference a b))
     :pattern ((set.contains b x) (set.difference a b)))) :named set.contains.difference))

; Uniting with a set once more changes nothing.
(assert (! (forall ((a Set) (b Set))
  (! (and (= (set.union (set.union a b) b) (set.union a b)) (= (set.union a (set.union a b)) (set.union a b)))
     :pattern ((set.union (set.union a b) b))
     :pattern ((set.union a (set.union a b))))) :named set.union.again))
; Intersecting with a set once more changes nothing.
(assert (! (forall ((a Set) (b Set))
  (! (and (= (set.intersection (set.intersection a b) b) (set.intersection a b))
          (= (set.intersection a (set.intersection a b)) (set.intersection a b)))
     :pattern ((set.intersection (set.intersection a b) b))
     :pattern ((set.intersection a (set.intersection a b))))) :named set.intersection.again))

; Sets that are equal are the same.
(assert (! (forall ((a Set) (b Set))
  (! (=> (set.equal a b) (= a b))
     :pattern ((set.equal a b)))) :named set.equal.same))
; Sets are equal when they agree on the element in which they would differ.
(assert (! (forall ((a Set) (b Set))
  (! (=> (= (set.contains a (set.distinction a b)) (set.contains b (set.distinction a b))) (set.equal a b))
     :pattern ((set.equal a b)))) :named set.equal.elements))
; An element of a subset is in the set.
(assert (! (forall ((a Set) (b Set) (x T))
  (! (=> (and (set.subset a b) (set.contains a x)) (set.contains b x))
     :pattern ((set.subset a b) (set.contains a x))
     :pattern ((set.subset a b) (set.contains b x)))) :named set.subset.contains))
; A set is a subset when the element that would be missing is in the other.
(assert (! (forall ((a Set) (b Set))
  (! (=> (=> (set.contains a (set.missing a b)) (set.contains b (set.missing a b))) (set.subset a b))
     :pattern ((set.subset a b)))) :named set.subset.elements))
; Disjoint sets have no element in common.
(assert (! (forall ((a Set) (b Set) (x T))
  (! (=> (set.disjoint a b) (not (and (set.contains a x) (set.contains b x))))
     :pattern ((set.disjoint a b) (set.contains a x))
     :pattern ((set.disjoint a b) (set.contains b x)))) :named set.disjoint.contains))
; Sets are disjoint when the element that they would have in common is not in both.
(assert (! (forall ((a Set) (b Set))
  (! (=> (not (and (set.contains a (set.common a b)) (set.contains b (set.common a b)))) (set.disjoint a b))
     :pattern ((set.disjoint a b)))) :named set.disjoint.elements))
; What is left of a union of disjoint sets without one of them is the other.
(assert (! (forall ((a Set) (b Set))
  (! (=> (set.disjoint a b)
         (and (= (set.difference (set.union a b) a) b) (= (set.difference (set.union a b) b) a)))
     :pattern ((set.union a b) (set.disjoint a b)))) :named set.disjoint.union))

; ---- From here on of finite ones only.
(declare-fun set.size (Set) Int)
; auxiliary: some element
(declare-fun set.some (Set) T)

; A size is never negative, only the empty set has size 0, and any other has some element.
(assert (! (forall ((s Set))
  (! (and (<= 0 (set.size s)) (= (= (set.size s) 0) (= s set.empty)) (or (= s set.empty) (set.contains s (set.some s))))
     :pattern ((set.size s)))) :named set.size.positive))
; The empty set has size 0.
(assert (! (= (set.size set.empty) 0) :named set.empty.size))
; Inserting makes a set larger by one when the element is new.
(assert (! (forall ((s Set) (v T))
  (! (= (set.size (set.insert s v)) (ite (set.contains s v) (set.size s) (+ 1 (set.size s))))
     :pattern ((set.size (set.insert s v))))) :named set.insert.size))
; Union and intersection together are as large as both sets, one not smaller and one not larger than each.
(assert (! (forall ((a Set) (b Set))
  (! (and (= (+ (set.size (set.union a b)) (set.size (set.intersection a b))) (+ (set.size a) (set.size b)))
          (<= (set.size (set.intersection a b)) (set.size a))
          (<= (set.size (set.intersection a b)) (set.size b)))
     :pattern ((set.size (set.union a b)))
     :pattern ((set.size (set.intersection a b))))) :named set.union.size))
; A difference lacks what is in both, and the union has what is in one only or in both.
(assert (! (forall ((a Set) (b Set))
  (! (and (= (set.size (set.difference a b)) (- (set.size a) (set.size (set.intersection a b))))
          (= (set.size (set.union a b))
             (+ (set.size (set.difference a b)) (+ (set.size (set.difference b a)) (set.size (set.intersection a b))))))
     :pattern ((set.size (set.difference a b))))) :named set.difference.size))
; A subset is not larger, and the same when it is as large.
(assert (! (forall ((a Set) (b Set))
  (! (=> (set.subset a b) (and (<= (set.size a) (set.size b)) (=> (= (set.size a) (set.size b)) (= a b))))
     :pattern ((set.subset a b) (set.size a))
     :pattern ((set.subset a b) (set.size b)))) :named set.subset.size))
