; Products and quotients of two unknown reals, as int_products.smt2. Each axiom is preceded by its reason.
(declare-fun real.mul (Real Real) Real)
(declare-fun real.div (Real Real) Real)

; A product is what the solver's arithmetic says.
(assert (! (forall ((x Real) (y Real))
  (! (= (real.mul x y) (* x y)) :pattern ((real.mul x y)))) :named real.mul.meaning))
; A quotient is what the solver's arithmetic says.
(assert (! (forall ((x Real) (y Real))
  (! (= (real.div x y) (/ x y)) :pattern ((real.div x y)))) :named real.div.meaning))
