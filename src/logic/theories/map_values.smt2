; The values of a map as a set. Each axiom is preceded by its reason.
(declare-sort K 0)
(declare-sort V 0)
(declare-sort Set 0)
(declare-sort Values 0)
(declare-sort Map 0)
(declare-fun set.contains (Set K) Bool)
(declare-fun map.keys (Map) Set)
(declare-fun map.value (Map K) V)
(declare-fun values.contains (Values V) Bool)
(declare-fun map.values (Map) Values)
; auxiliary: a key that has the value
(declare-fun map.key (Map V) K)

; The value for a key is among the values.
(assert (! (forall ((m Map) (x K))
  (! (=> (set.contains (map.keys m) x) (values.contains (map.values m) (map.value m x)))
     :pattern ((map.values m) (map.value m x))
     :pattern ((map.values m) (set.contains (map.keys m) x)))) :named map.values.of_keys))
; Each of the values is that for some key.
(assert (! (forall ((m Map) (v V))
  (! (=> (values.contains (map.values m) v)
         (and (set.contains (map.keys m) (map.key m v)) (= (map.value m (map.key m v)) v)))
     :pattern ((values.contains (map.values m) v)))) :named map.values.have_keys))

; ---- From here on of finite ones only.
(declare-fun set.size (Set) Int)
(declare-fun values.size (Values) Int)

; There are not more values than keys.
(assert (! (forall ((m Map))
  (! (<= (values.size (map.values m)) (set.size (map.keys m)))
     :pattern ((values.size (map.values m)))
     :pattern ((map.values m) (set.size (map.keys m))))) :named map.values.size))
