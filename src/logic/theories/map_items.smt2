; The pairs of a key and its value in a map, as a set. Each axiom is preceded by its reason.
(declare-sort K 0)
(declare-sort V 0)
(declare-sort Pair 0)
(declare-sort Set 0)
(declare-sort Items 0)
(declare-sort Map 0)
(declare-fun pair (K V) Pair)
(declare-fun first (Pair) K)
(declare-fun second (Pair) V)
(declare-fun set.contains (Set K) Bool)
(declare-fun map.keys (Map) Set)
(declare-fun map.value (Map K) V)
(declare-fun items.contains (Items Pair) Bool)
(declare-fun map.items (Map) Items)

; The pair of a key and its value is an item.
(assert (! (forall ((m Map) (x K))
  (! (=> (set.contains (map.keys m) x) (items.contains (map.items m) (pair x (map.value m x))))
     :pattern ((map.items m) (map.value m x))
     :pattern ((map.items m) (set.contains (map.keys m) x)))) :named map.items.of_keys))
; An item consists of a key and its value.
(assert (! (forall ((m Map) (p Pair))
  (! (= (items.contains (map.items m) p)
        (and (set.contains (map.keys m) (first p)) (= (map.value m (first p)) (second p))))
     :pattern ((items.contains (map.items m) p)))) :named map.items.contains))

; ---- From here on of finite ones only.
(declare-fun set.size (Set) Int)
(declare-fun items.size (Items) Int)

; There are as many items as keys.
(assert (! (forall ((m Map))
  (! (= (items.size (map.items m)) (set.size (map.keys m)))
     :pattern ((items.size (map.items m)))
     :pattern ((map.items m) (set.size (map.keys m))))) :named map.items.size))
