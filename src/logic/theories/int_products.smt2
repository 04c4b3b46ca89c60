; Products, quotients and remainders of two unknowns. Each has a name, so that triggers can hold it; a literal factor or
; divisor needs none. Each axiom is preceded by its reason. Laws of products are kept in reserve: the solver's own
; arithmetic finds most proofs sooner without them.
(declare-fun int.mul (Int Int) Int)
(declare-fun int.div (Int Int) Int)
(declare-fun int.mod (Int Int) Int)

; A product is what the solver's arithmetic says.
(assert (! (forall ((x Int) (y Int))
  (! (= (int.mul x y) (* x y)) :pattern ((int.mul x y)))) :named int.mul.meaning))
; A quotient is what the solver's arithmetic says.
(assert (! (forall ((x Int) (y Int))
  (! (= (int.div x y) (div x y)) :pattern ((int.div x y)))) :named int.div.meaning))
; A remainder is what the solver's arithmetic says.
(assert (! (forall ((x Int) (y Int))
  (! (= (int.mod x y) (mod x y)) :pattern ((int.mod x y)))) :named int.mod.meaning))

; Factors of one sign give a product of that sign, no smaller than either when both are positive.
(assert (! (forall ((x Int) (y Int))
  (! (and (=> (and (<= 0 x) (<= 0 y)) (<= 0 (int.mul x y)))
          (=> (and (< 0 x) (< 0 y)) (and (<= x (int.mul x y)) (<= y (int.mul x y))))
          (=> (and (<= x 0) (<= 0 y)) (<= (int.mul x y) 0))
          (=> (and (<= 0 x) (<= y 0)) (<= (int.mul x y) 0)))
     :pattern ((int.mul x y)))) :named int.mul.sign :reserve))
; A larger factor gives a larger product, by the other factor at least.
(assert (! (forall ((x Int) (y Int) (z Int))
  (! (=> (and (< x y) (<= 0 z)) (<= (+ (int.mul x z) z) (int.mul y z)))
     :pattern ((int.mul x z) (int.mul y z)))) :named int.mul.grows :reserve))
; Likewise for the right factor.
(assert (! (forall ((x Int) (y Int) (z Int))
  (! (=> (and (< x y) (<= 0 z)) (<= (+ (int.mul z x) z) (int.mul z y)))
     :pattern ((int.mul z x) (int.mul z y)))) :named int.mul.grows_right :reserve))
; Likewise where it stands on both sides.
(assert (! (forall ((x Int) (y Int) (z Int))
  (! (and (=> (and (< x y) (<= 0 z)) (<= (+ (int.mul x z) z) (int.mul z y)))
          (=> (and (< y x) (<= 0 z)) (<= (+ (int.mul z y) z) (int.mul x z))))
     :pattern ((int.mul x z) (int.mul z y)))) :named int.mul.grows_across :reserve))

; The quotient of a number that is not negative lies between 0 and that number.
(assert (! (forall ((x Int) (y Int))
  (! (=> (and (<= 0 x) (< 0 y)) (and (<= 0 (int.div x y)) (<= (int.div x y) x)))
     :pattern ((int.div x y)))) :named int.div.bounds))
; A larger number gives no smaller quotient.
(assert (! (forall ((x Int) (z Int) (y Int))
  (! (=> (and (< 0 y) (<= x z)) (<= (int.div x y) (int.div z y)))
     :pattern ((int.div x y) (int.div z y)))) :named int.div.grows))
; A remainder lies between 0 and the divisor, and is the number itself when that does.
(assert (! (forall ((x Int) (y Int))
  (! (=> (< 0 y) (and (<= 0 (int.mod x y)) (< (int.mod x y) y) (=> (and (<= 0 x) (< x y)) (= (int.mod x y) x))))
     :pattern ((int.mod x y)))) :named int.mod.bounds))
; Quotient and remainder are unique.
(assert (! (forall ((x Int) (y Int) (k Int))
  (! (=> (and (<= (int.mul k y) x) (< x (+ (int.mul k y) y)))
         (and (= (int.mod x y) (- x (int.mul k y))) (= (int.div x y) k)))
     :pattern ((int.mod x y) (int.mul k y))
     :pattern ((int.div x y) (int.mul k y)))) :named int.mod.unique))
; Numbers that differ by a multiple of the divisor have the same remainder.
(assert (! (forall ((x Int) (z Int) (y Int) (k Int))
  (! (=> (and (not (= y 0)) (= x (+ z (int.mul k y))))
         (and (= (int.mod x y) (int.mod z y)) (= (int.div x y) (+ k (int.div z y)))))
     :pattern ((int.mod x y) (int.mod z y) (int.mul k y)))) :named int.mod.shift))
