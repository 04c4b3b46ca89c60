; Sequences over the sort T. An instance for the sort Int names its symbols seq.length<Int> and so on.
; at, update, take, drop and slice mean something only inside the ranges that the axioms name; outside nothing is said.
; Each axiom is preceded by its reason. The weights on reading through append, take and drop bound the length of
; chains of instances (append, take and drop of one another can rewrite each other without end).
(declare-sort T 0)
(declare-sort Seq 0)
(declare-fun seq.length (Seq) Int)
(declare-fun seq.at (Seq Int) T)
(declare-fun seq.empty () Seq)
; build(s, v) is s followed by v
(declare-fun seq.build (Seq T) Seq)
(declare-fun seq.append (Seq Seq) Seq)
; update(s, i, v) is s with v at i
(declare-fun seq.update (Seq Int T) Seq)
; take(s, n) is the first n elements, drop(s, n) the others
(declare-fun seq.take (Seq Int) Seq)
(declare-fun seq.drop (Seq Int) Seq)
(declare-fun seq.contains (Seq T) Bool)
; every comparison of sequences in a program becomes equal, which alone compares elements
(declare-fun seq.equal (Seq Seq) Bool)
; prefix(s, t): t starts with s
(declare-fun seq.prefix (Seq Seq) Bool)
; slice(row, lo, hi) is row[lo], .., row[hi - 1]
(declare-fun seq.slice ((Array Int T) Int Int) Seq)
; T.same(x, y): how elements are compared where that is to be proved: =, and equal of their own where they are sequences
; auxiliary: what was built; where an element is; where two sequences differ
(declare-fun seq.front (Seq) Seq)
(declare-fun seq.last (Seq) T)
(declare-fun seq.index (Seq T) Int)
(declare-fun seq.difference (Seq Seq) Int)
(declare-fun seq.mismatch (Seq Seq) Int)

; A length is never negative, and only the empty sequence has length 0.
(assert (! (forall ((s Seq))
  (! (and (<= 0 (seq.length s)) (=> (= (seq.length s) 0) (= s seq.empty)))
     :pattern ((seq.length s)))) :named seq.length.positive))
; The empty sequence has length 0.
(assert (! (= (seq.length seq.empty) 0) :named seq.empty.length))

; Building makes a sequence longer by one, and ends it with the new element.
(assert (! (forall ((s Seq) (v T))
  (! (and (= (seq.length (seq.build s v)) (+ 1 (seq.length s))) (= (seq.at (seq.build s v) (seq.length s)) v))
     :pattern ((seq.build s v)))) :named seq.build.last))
; Building keeps the elements before.
(assert (! (forall ((s Seq) (v T) (i Int))
  (! (=> (and (<= 0 i) (< i (seq.length s))) (= (seq.at (seq.build s v) i) (seq.at s i)))
     :pattern ((seq.at (seq.build s v) i)))) :named seq.build.at))
; What was built tells what it was built from.
(assert (! (forall ((s Seq) (v T))
  (! (and (= (seq.front (seq.build s v)) s) (= (seq.last (seq.build s v)) v))
     :pattern ((seq.build s v)))) :named seq.build.injective))

; The length of two sequences in a row is the sum of their lengths.
(assert (! (forall ((s Seq) (t Seq))
  (! (= (seq.length (seq.append s t)) (+ (seq.length s) (seq.length t)))
     :pattern ((seq.append s t)))) :named seq.append.length))
; An element of two sequences in a row comes from the first, then from the second.
(assert (! (forall ((s Seq) (t Seq) (i Int))
  (! (and (=> (and (<= 0 i) (< i (seq.length s))) (= (seq.at (seq.append s t) i) (seq.at s i)))
          (=> (and (<= (seq.length s) i) (< i (+ (seq.length s) (seq.length t))))
              (= (seq.at (seq.append s t) i) (seq.at t (- i (seq.length s))))))
     :pattern ((seq.at (seq.append s t) i)) :weight 16)) :named seq.append.at))
; Appending nothing, or to nothing, changes nothing.
(assert (! (forall ((s Seq) (t Seq))
  (! (and (=> (= (seq.length s) 0) (= (seq.append s t) t)) (=> (= (seq.length t) 0) (= (seq.append s t) s)))
     :pattern ((seq.append s t)))) :named seq.append.neutral))
; Appending what was built is building on what was appended.
(assert (! (forall ((s Seq) (t Seq) (v T))
  (! (= (seq.append s (seq.build t v)) (seq.build (seq.append s t) v))
     :pattern ((seq.append s (seq.build t v))))) :named seq.append.build))

; An update keeps the length and puts the element there.
(assert (! (forall ((s Seq) (i Int) (v T))
  (! (=> (and (<= 0 i) (< i (seq.length s)))
         (and (= (seq.length (seq.update s i v)) (seq.length s)) (= (seq.at (seq.update s i v) i) v)))
     :pattern ((seq.update s i v)))) :named seq.update.written))
; An update keeps the other elements.
(assert (! (forall ((s Seq) (i Int) (v T) (j Int))
  (! (=> (and (<= 0 i) (< i (seq.length s)) (<= 0 j) (< j (seq.length s)))
         (= (seq.at (seq.update s i v) j) (ite (= i j) v (seq.at s j))))
     :pattern ((seq.at (seq.update s i v) j)))) :named seq.update.at))

; Taking n elements leaves n; taking none leaves the empty sequence, taking all the whole.
(assert (! (forall ((s Seq) (n Int))
  (! (and (=> (and (<= 0 n) (<= n (seq.length s))) (= (seq.length (seq.take s n)) n))
          (=> (= n 0) (= (seq.take s n) seq.empty))
          (=> (= n (seq.length s)) (= (seq.take s n) s)))
     :pattern ((seq.take s n)))) :named seq.take.length))
; The elements that were taken are those of the whole.
(assert (! (forall ((s Seq) (n Int) (j Int))
  (! (=> (and (<= 0 j) (< j n) (<= n (seq.length s))) (= (seq.at (seq.take s n) j) (seq.at s j)))
     :pattern ((seq.at (seq.take s n) j)) :pattern ((seq.at s j) (seq.take s n)) :weight 16)) :named seq.take.at))
; Taking one element more is building with that element.
(assert (! (forall ((s Seq) (n Int) (m Int))
  (! (=> (and (= m (+ n 1)) (<= 0 n) (< n (seq.length s)))
         (= (seq.take s m) (seq.build (seq.take s n) (seq.at s n))))
     :pattern ((seq.take s n) (seq.take s m)))) :named seq.take.next))
; Dropping n elements leaves the others; dropping none leaves the whole.
(assert (! (forall ((s Seq) (n Int))
  (! (and (=> (and (<= 0 n) (<= n (seq.length s))) (= (seq.length (seq.drop s n)) (- (seq.length s) n)))
          (=> (= n 0) (= (seq.drop s n) s)))
     :pattern ((seq.drop s n)))) :named seq.drop.length))
; An element after a drop is one of the whole, n places on.
(assert (! (forall ((s Seq) (n Int) (j Int))
  (! (=> (and (<= 0 n) (<= 0 j) (< j (- (seq.length s) n))) (= (seq.at (seq.drop s n) j) (seq.at s (+ j n))))
     :pattern ((seq.at (seq.drop s n) j)) :weight 16)) :named seq.drop.at))
; An element of the whole that was not dropped is found n places before.
(assert (! (forall ((s Seq) (n Int) (k Int))
  (! (=> (and (<= 0 n) (<= n k) (< k (seq.length s))) (= (seq.at (seq.drop s n) (- k n)) (seq.at s k)))
     :pattern ((seq.at s k) (seq.drop s n)) :weight 16)) :named seq.drop.from))

; Taking from two sequences in a row takes from the first; taking as many as the first has gives the first. How many
; come from the second is left to the elements, as an index n - length(s) would bring a new one with each instance.
(assert (! (forall ((s Seq) (t Seq) (n Int))
  (! (and (=> (and (<= 0 n) (<= n (seq.length s))) (= (seq.take (seq.append s t) n) (seq.take s n)))
          (=> (= n (seq.length s)) (= (seq.take (seq.append s t) n) s)))
     :pattern ((seq.take (seq.append s t) n)) :weight 16)) :named seq.take.append))
; Dropping from two sequences in a row drops from the first; dropping as many as the first has leaves the second.
(assert (! (forall ((s Seq) (t Seq) (n Int))
  (! (and (=> (and (<= 0 n) (<= n (seq.length s))) (= (seq.drop (seq.append s t) n) (seq.append (seq.drop s n) t)))
          (=> (= n (seq.length s)) (= (seq.drop (seq.append s t) n) t)))
     :pattern ((seq.drop (seq.append s t) n)) :weight 16)) :named seq.drop.append))
; Taking from what was built forgets the last element, unless all is taken.
(assert (! (forall ((s Seq) (v T) (n Int))
  (! (=> (and (<= 0 n) (<= n (seq.length s))) (= (seq.take (seq.build s v) n) (seq.take s n)))
     :pattern ((seq.take (seq.build s v) n)) :weight 16)) :named seq.take.build))
; Dropping from what was built keeps the last element.
(assert (! (forall ((s Seq) (v T) (n Int))
  (! (=> (and (<= 0 n) (<= n (seq.length s))) (= (seq.drop (seq.build s v) n) (seq.build (seq.drop s n) v)))
     :pattern ((seq.drop (seq.build s v) n)) :weight 16)) :named seq.drop.build))
; Taking twice is taking the fewer.
(assert (! (forall ((s Seq) (m Int) (n Int))
  (! (=> (and (<= 0 n) (<= n m) (<= m (seq.length s))) (= (seq.take (seq.take s m) n) (seq.take s n)))
     :pattern ((seq.take (seq.take s m) n)) :weight 16)) :named seq.take.take))
; Dropping twice is dropping as many as both together.
(assert (! (forall ((s Seq) (m Int) (n Int))
  (! (=> (and (<= 0 m) (<= 0 n) (<= (+ m n) (seq.length s))) (= (seq.drop (seq.drop s m) n) (seq.drop s (+ m n))))
     :pattern ((seq.drop (seq.drop s m) n)) :weight 16)) :named seq.drop.drop))
; An update is taken along when it lies among what is taken, and forgotten otherwise.
(assert (! (forall ((s Seq) (i Int) (v T) (n Int))
  (! (=> (and (<= 0 i) (< i (seq.length s)) (<= 0 n) (<= n (seq.length s)))
         (= (seq.take (seq.update s i v) n) (ite (< i n) (seq.update (seq.take s n) i v) (seq.take s n))))
     :pattern ((seq.take (seq.update s i v) n)) :weight 16)) :named seq.take.update))
; An update is dropped when it lies among what is dropped, and kept otherwise.
(assert (! (forall ((s Seq) (i Int) (v T) (n Int))
  (! (=> (and (<= 0 i) (< i (seq.length s)) (<= 0 n) (<= n (seq.length s)))
         (= (seq.drop (seq.update s i v) n) (ite (< i n) (seq.drop s n) (seq.update (seq.drop s n) (- i n) v))))
     :pattern ((seq.drop (seq.update s i v) n)) :weight 16)) :named seq.drop.update))

; What a sequence contains stands at some index.
(assert (! (forall ((s Seq) (x T))
  (! (=> (seq.contains s x)
         (and (<= 0 (seq.index s x)) (< (seq.index s x) (seq.length s)) (= (seq.at s (seq.index s x)) x)))
     :pattern ((seq.contains s x)))) :named seq.contains.index))
; What stands at some index is contained.
(assert (! (forall ((s Seq) (x T) (i Int))
  (! (=> (and (<= 0 i) (< i (seq.length s)) (= (seq.at s i) x)) (seq.contains s x))
     :pattern ((seq.contains s x) (seq.at s i)))) :named seq.contains.at))
; Building adds one element.
(assert (! (forall ((s Seq) (v T) (x T))
  (! (= (seq.contains (seq.build s v) x) (or (= v x) (seq.contains s x)))
     :pattern ((seq.contains (seq.build s v) x)))) :named seq.contains.build))
; Two sequences in a row contain what either contains.
(assert (! (forall ((s Seq) (t Seq) (x T))
  (! (= (seq.contains (seq.append s t) x) (or (seq.contains s x) (seq.contains t x)))
     :pattern ((seq.contains (seq.append s t) x)))) :named seq.contains.append))
; An update adds one element and can lose only the one that stood there.
(assert (! (forall ((s Seq) (i Int) (v T) (x T))
  (! (=> (and (<= 0 i) (< i (seq.length s)))
         (and (=> (seq.contains (seq.update s i v) x) (or (= v x) (seq.contains s x)))
              (=> (or (= v x) (and (seq.contains s x) (not (= (seq.at s i) x)))) (seq.contains (seq.update s i v) x))))
     :pattern ((seq.contains (seq.update s i v) x)))) :named seq.contains.update))
; What is taken was in the whole.
(assert (! (forall ((s Seq) (n Int) (x T))
  (! (=> (and (<= 0 n) (<= n (seq.length s)) (seq.contains (seq.take s n) x)) (seq.contains s x))
     :pattern ((seq.contains (seq.take s n) x)))) :named seq.contains.take))
; What is left after a drop was in the whole.
(assert (! (forall ((s Seq) (n Int) (x T))
  (! (=> (and (<= 0 n) (<= n (seq.length s)) (seq.contains (seq.drop s n) x)) (seq.contains s x))
     :pattern ((seq.contains (seq.drop s n) x)))) :named seq.contains.drop))

; Equal sequences are the same.
(assert (! (forall ((a Seq) (b Seq))
  (! (=> (seq.equal a b) (= a b))
     :pattern ((seq.equal a b)))) :named seq.equal.same))
; Sequences of one length that agree where they would differ are equal.
(assert (! (forall ((a Seq) (b Seq))
  (! (=> (and (= (seq.length a) (seq.length b))
              (=> (and (<= 0 (seq.difference a b)) (< (seq.difference a b) (seq.length a)))
                  (T.same (seq.at a (seq.difference a b)) (seq.at b (seq.difference a b)))))
         (seq.equal a b))
     :pattern ((seq.equal a b)))) :named seq.equal.elements))
; A prefix is what one gets by taking as many elements.
(assert (! (forall ((s Seq) (t Seq))
  (! (=> (seq.prefix s t) (and (<= (seq.length s) (seq.length t)) (= s (seq.take t (seq.length s)))))
     :pattern ((seq.prefix s t)))) :named seq.prefix.take))
; A sequence that is no longer and agrees where it would differ is a prefix.
(assert (! (forall ((s Seq) (t Seq))
  (! (=> (and (<= (seq.length s) (seq.length t))
              (=> (and (<= 0 (seq.mismatch s t)) (< (seq.mismatch s t) (seq.length s)))
                  (T.same (seq.at s (seq.mismatch s t)) (seq.at t (seq.mismatch s t)))))
         (seq.prefix s t))
     :pattern ((seq.prefix s t)))) :named seq.prefix.elements))

; A slice is as long as its range.
(assert (! (forall ((row (Array Int T)) (lo Int) (hi Int))
  (! (=> (<= lo hi) (= (seq.length (seq.slice row lo hi)) (- hi lo)))
     :pattern ((seq.slice row lo hi)))) :named seq.slice.length))
; An element of a slice is one of the row.
(assert (! (forall ((row (Array Int T)) (lo Int) (hi Int) (j Int))
  (! (=> (and (<= 0 j) (< j (- hi lo))) (= (seq.at (seq.slice row lo hi) j) (select row (+ lo j))))
     :pattern ((seq.at (seq.slice row lo hi) j)))) :named seq.slice.at))
; An element of the row within the range is in the slice.
(assert (! (forall ((row (Array Int T)) (lo Int) (hi Int) (k Int))
  (! (=> (and (<= lo k) (< k hi)) (= (seq.at (seq.slice row lo hi) (- k lo)) (select row k)))
     :pattern ((seq.slice row lo hi) (select row k)))) :named seq.slice.from))
; Writing into the row updates the slice when it is within the range.
(assert (! (forall ((row (Array Int T)) (lo Int) (hi Int) (i Int) (v T))
  (! (=> (<= lo hi)
         (= (seq.slice (store row i v) lo hi)
            (ite (and (<= lo i) (< i hi)) (seq.update (seq.slice row lo hi) (- i lo) v) (seq.slice row lo hi))))
     :pattern ((seq.slice (store row i v) lo hi)))) :named seq.slice.store))
; A slice with one element more is built with that element.
(assert (! (forall ((row (Array Int T)) (lo Int) (n Int) (m Int))
  (! (=> (and (= m (+ n 1)) (<= lo n)) (= (seq.slice row lo m) (seq.build (seq.slice row lo n) (select row n))))
     :pattern ((seq.slice row lo n) (seq.slice row lo m)))) :named seq.slice.next))
; Taking from a slice is a slice with a smaller end.
(assert (! (forall ((row (Array Int T)) (lo Int) (hi Int) (n Int))
  (! (=> (and (<= 0 n) (<= n (- hi lo))) (= (seq.take (seq.slice row lo hi) n) (seq.slice row lo (+ lo n))))
     :pattern ((seq.take (seq.slice row lo hi) n)) :weight 16)) :named seq.slice.take))
; Dropping from a slice is a slice with a larger beginning.
(assert (! (forall ((row (Array Int T)) (lo Int) (hi Int) (n Int))
  (! (=> (and (<= 0 n) (<= n (- hi lo))) (= (seq.drop (seq.slice row lo hi) n) (seq.slice row (+ lo n) hi)))
     :pattern ((seq.drop (seq.slice row lo hi) n)) :weight 16)) :named seq.slice.drop))
