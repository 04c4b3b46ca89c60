; Finite multisets over the sort T. An instance for the sort Int names its symbols multiset.count<Int> and so on.
; Each axiom is preceded by its reason.
(declare-sort T 0)
(declare-sort Multiset 0)
; how often an element is in it
(declare-fun multiset.count (Multiset T) Int)
(declare-fun multiset.empty () Multiset)
; insert(m, v) has v once more
(declare-fun multiset.insert (Multiset T) Multiset)
(declare-fun multiset.union (Multiset Multiset) Multiset)
(declare-fun multiset.intersection (Multiset Multiset) Multiset)
(declare-fun multiset.difference (Multiset Multiset) Multiset)
; update(m, v, n) has v n times; nothing is said for a negative n
(declare-fun multiset.update (Multiset T Int) Multiset)
; every comparison of multisets in a program becomes equal, which alone compares elements
(declare-fun multiset.equal (Multiset Multiset) Bool)
(declare-fun multiset.subset (Multiset Multiset) Bool)
(declare-fun multiset.disjoint (Multiset Multiset) Bool)
(declare-fun multiset.size (Multiset) Int)
; T.same(x, y): how elements are compared where that is to be proved
; auxiliary: where two multisets differ; what a has more often than b; what is in both; some element
(declare-fun multiset.distinction (Multiset Multiset) T)
(declare-fun multiset.missing (Multiset Multiset) T)
(declare-fun multiset.common (Multiset Multiset) T)
(declare-fun multiset.some (Multiset) T)

; No element is in a multiset a negative number of times.
(assert (! (forall ((m Multiset) (x T))
  (! (<= 0 (multiset.count m x))
     :pattern ((multiset.count m x)))) :named multiset.count.positive))
; Nothing is in the empty multiset.
(assert (! (forall ((x T))
  (! (= (multiset.count multiset.empty x) 0)
     :pattern ((multiset.count multiset.empty x)))) :named multiset.count.empty))
; What is inserted is there once more.
(assert (! (forall ((m Multiset) (v T))
  (! (= (multiset.count (multiset.insert m v) v) (+ 1 (multiset.count m v)))
     :pattern ((multiset.insert m v)))) :named multiset.insert.inserted))
; Inserting changes how often that element is there, and no other.
(assert (! (forall ((m Multiset) (v T) (x T))
  (! (= (multiset.count (multiset.insert m v) x)
        (ite (T.same v x) (+ 1 (multiset.count m x)) (multiset.count m x)))
     :pattern ((multiset.count (multiset.insert m v) x))
     :pattern ((multiset.count m x) (multiset.insert m v)))) :named multiset.count.insert))
; A union has each element as often as both together.
(assert (! (forall ((a Multiset) (b Multiset) (x T))
  (! (= (multiset.count (multiset.union a b) x) (+ (multiset.count a x) (multiset.count b x)))
     :pattern ((multiset.count (multiset.union a b) x))
     :pattern ((multiset.count a x) (multiset.union a b))
     :pattern ((multiset.count b x) (multiset.union a b)))) :named multiset.count.union))
; An intersection has each element as often as both have it.
(assert (! (forall ((a Multiset) (b Multiset) (x T))
  (! (= (multiset.count (multiset.intersection a b) x)
        (ite (<= (multiset.count a x) (multiset.count b x)) (multiset.count a x) (multiset.count b x)))
     :pattern ((multiset.count (multiset.intersection a b) x)))) :named multiset.count.intersection))
; A difference has each element as often as the first has it more often than the second.
(assert (! (forall ((a Multiset) (b Multiset) (x T))
  (! (= (multiset.count (multiset.difference a b) x)
        (ite (<= (multiset.count a x) (multiset.count b x)) 0 (- (multiset.count a x) (multiset.count b x))))
     :pattern ((multiset.count (multiset.difference a b) x))
     :pattern ((multiset.count b x) (multiset.difference a b))
     :pattern ((multiset.count a x) (multiset.difference a b)))) :named multiset.count.difference))
; An update says how often the element is there, and changes no other.
(assert (! (forall ((m Multiset) (v T) (n Int) (x T))
  (! (=> (<= 0 n) (= (multiset.count (multiset.update m v n) x) (ite (T.same v x) n (multiset.count m x))))
     :pattern ((multiset.count (multiset.update m v n) x))
     :pattern ((multiset.count m x) (multiset.update m v n)))) :named multiset.count.update))

; Multisets that are equal are the same.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (=> (multiset.equal a b) (= a b))
     :pattern ((multiset.equal a b)))) :named multiset.equal.same))
; Multisets are equal when they agree on the element in which they would differ.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (=> (= (multiset.count a (multiset.distinction a b)) (multiset.count b (multiset.distinction a b)))
         (multiset.equal a b))
     :pattern ((multiset.equal a b)))) :named multiset.equal.elements))
; A part has nothing more often than the whole.
(assert (! (forall ((a Multiset) (b Multiset) (x T))
  (! (=> (multiset.subset a b) (<= (multiset.count a x) (multiset.count b x)))
     :pattern ((multiset.subset a b) (multiset.count a x))
     :pattern ((multiset.subset a b) (multiset.count b x)))) :named multiset.subset.count))
; It is a part when it has not more often what it would have more often.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (=> (<= (multiset.count a (multiset.missing a b)) (multiset.count b (multiset.missing a b))) (multiset.subset a b))
     :pattern ((multiset.subset a b)))) :named multiset.subset.elements))
; Disjoint multisets have no element in common.
(assert (! (forall ((a Multiset) (b Multiset) (x T))
  (! (=> (multiset.disjoint a b) (or (= (multiset.count a x) 0) (= (multiset.count b x) 0)))
     :pattern ((multiset.disjoint a b) (multiset.count a x))
     :pattern ((multiset.disjoint a b) (multiset.count b x)))) :named multiset.disjoint.count))
; They are disjoint when the element that they would have in common is not in both.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (=> (or (= (multiset.count a (multiset.common a b)) 0) (= (multiset.count b (multiset.common a b)) 0))
         (multiset.disjoint a b))
     :pattern ((multiset.disjoint a b)))) :named multiset.disjoint.elements))

; A size is never negative, only the empty multiset has size 0, and any other has some element.
(assert (! (forall ((m Multiset))
  (! (and (<= 0 (multiset.size m)) (= (= (multiset.size m) 0) (= m multiset.empty))
          (or (= m multiset.empty) (< 0 (multiset.count m (multiset.some m)))))
     :pattern ((multiset.size m)))) :named multiset.size.positive))
; The empty multiset has size 0.
(assert (! (= (multiset.size multiset.empty) 0) :named multiset.empty.size))
; No element is there more often than there are elements.
(assert (! (forall ((m Multiset) (x T))
  (! (<= (multiset.count m x) (multiset.size m))
     :pattern ((multiset.count m x) (multiset.size m)))) :named multiset.count.size))
; Inserting makes a multiset larger by one.
(assert (! (forall ((m Multiset) (v T))
  (! (= (multiset.size (multiset.insert m v)) (+ 1 (multiset.size m)))
     :pattern ((multiset.size (multiset.insert m v))))) :named multiset.insert.size))
; A union is as large as both together.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (= (multiset.size (multiset.union a b)) (+ (multiset.size a) (multiset.size b)))
     :pattern ((multiset.size (multiset.union a b))))) :named multiset.union.size))
; A difference lacks what is in both.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (= (multiset.size (multiset.difference a b)) (- (multiset.size a) (multiset.size (multiset.intersection a b))))
     :pattern ((multiset.size (multiset.difference a b))))) :named multiset.difference.size))
; Of which order an intersection is does not matter.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (= (multiset.size (multiset.intersection a b)) (multiset.size (multiset.intersection b a)))
     :pattern ((multiset.size (multiset.intersection a b))))) :named multiset.intersection.size))
; An update replaces all occurrences of the element by the new number of them.
(assert (! (forall ((m Multiset) (v T) (n Int))
  (! (=> (<= 0 n)
         (= (multiset.size (multiset.update m v n)) (+ (- (multiset.size m) (multiset.count m v)) n)))
     :pattern ((multiset.size (multiset.update m v n))))) :named multiset.update.size))
; A part is not larger, and the same when it is as large.
(assert (! (forall ((a Multiset) (b Multiset))
  (! (=> (multiset.subset a b)
         (and (<= (multiset.size a) (multiset.size b)) (=> (= (multiset.size a) (multiset.size b)) (= a b))))
     :pattern ((multiset.subset a b) (multiset.size a))
     :pattern ((multiset.subset a b) (multiset.size b)))) :named multiset.subset.size))
