; The multiset of the elements of a sequence. Each axiom is preceded by its reason.
(declare-sort T 0)
(declare-sort Seq 0)
(declare-sort Multiset 0)
(declare-fun seq.length (Seq) Int)
(declare-fun seq.at (Seq Int) T)
(declare-fun seq.empty () Seq)
(declare-fun seq.build (Seq T) Seq)
(declare-fun seq.append (Seq Seq) Seq)
(declare-fun seq.update (Seq Int T) Seq)
(declare-fun seq.take (Seq Int) Seq)
(declare-fun seq.drop (Seq Int) Seq)
(declare-fun seq.contains (Seq T) Bool)
(declare-fun multiset.count (Multiset T) Int)
(declare-fun multiset.empty () Multiset)
(declare-fun multiset.insert (Multiset T) Multiset)
(declare-fun multiset.union (Multiset Multiset) Multiset)
(declare-fun multiset.difference (Multiset Multiset) Multiset)
(declare-fun multiset.size (Multiset) Int)
(declare-fun multiset.of_seq (Seq) Multiset)

; It is as large as the sequence is long.
(assert (! (forall ((s Seq))
  (! (= (multiset.size (multiset.of_seq s)) (seq.length s))
     :pattern ((multiset.size (multiset.of_seq s)))
     :pattern ((multiset.of_seq s) (seq.length s)))) :named multiset.of_seq.size))
; Nothing is in that of the empty sequence.
(assert (! (= (multiset.of_seq seq.empty) multiset.empty) :named multiset.of_seq.empty))
; An element more in the sequence is one more in the multiset.
(assert (! (forall ((s Seq) (v T))
  (! (= (multiset.of_seq (seq.build s v)) (multiset.insert (multiset.of_seq s) v))
     :pattern ((multiset.of_seq (seq.build s v))))) :named multiset.of_seq.build))
; That of two sequences in a row is the union.
(assert (! (forall ((s Seq) (t Seq))
  (! (= (multiset.of_seq (seq.append s t)) (multiset.union (multiset.of_seq s) (multiset.of_seq t)))
     :pattern ((multiset.of_seq (seq.append s t))))) :named multiset.of_seq.append))
; Writing takes the old element out and puts the new one in.
(assert (! (forall ((s Seq) (i Int) (v T))
  (! (=> (and (<= 0 i) (< i (seq.length s)))
         (= (multiset.of_seq (seq.update s i v))
            (multiset.insert
              (multiset.difference (multiset.of_seq s) (multiset.insert multiset.empty (seq.at s i))) v)))
     :pattern ((multiset.of_seq (seq.update s i v))))) :named multiset.of_seq.update))
; The first elements and the others together are all.
(assert (! (forall ((s Seq) (n Int))
  (! (=> (and (<= 0 n) (<= n (seq.length s)))
         (= (multiset.of_seq s)
            (multiset.union (multiset.of_seq (seq.take s n)) (multiset.of_seq (seq.drop s n)))))
     :pattern ((multiset.of_seq (seq.take s n)))
     :pattern ((multiset.of_seq (seq.drop s n))))) :named multiset.of_seq.cut))
; The same elements are in both.
(assert (! (forall ((s Seq) (x T))
  (! (= (< 0 (multiset.count (multiset.of_seq s) x)) (seq.contains s x))
     :pattern ((multiset.count (multiset.of_seq s) x))
     :pattern ((seq.contains s x) (multiset.of_seq s)))) :named multiset.of_seq.count))
; An element at some place is there.
(assert (! (forall ((s Seq) (i Int))
  (! (=> (and (<= 0 i) (< i (seq.length s))) (< 0 (multiset.count (multiset.of_seq s) (seq.at s i))))
     :pattern ((multiset.of_seq s) (seq.at s i)))) :named multiset.of_seq.at))
