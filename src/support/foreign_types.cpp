// One table; see the header.
#include "support/foreign_types.h"

#include <algorithm>
#include <array>
#include <utility>

namespace daphnia::support {

namespace {

using Row = std::pair<std::string_view, std::string_view>;

constexpr std::array kTypes = {
    Row{"float", "real"},        Row{"double", "real"},       Row{"Float", "real"},       Row{"Double", "real"},
    Row{"float32", "real"},      Row{"float64", "real"},      Row{"f32", "real"},         Row{"f64", "real"},
    Row{"decimal", "real"},      Row{"rational", "real"},     Row{"Rational", "real"},    Row{"number", "real"},
    Row{"boolean", "bool"},      Row{"Boolean", "bool"},      Row{"Bool", "bool"},        Row{"_Bool", "bool"},
    Row{"str", "string"},        Row{"Str", "string"},        Row{"String", "string"},    Row{"text", "string"},
    Row{"character", "char"},    Row{"Character", "char"},    Row{"Char", "char"},        Row{"rune", "char"},
    Row{"Int", "int"},           Row{"Nat", "nat"},           Row{"Real", "real"},        Row{"integer", "int"},
    Row{"Integer", "int"},       Row{"long", "int"},          Row{"Long", "int"},         Row{"short", "int"},
    Row{"Short", "int"},         Row{"BigInteger", "int"},    Row{"bigint", "int"},       Row{"int32", "int"},
    Row{"int64", "int"},         Row{"i32", "int"},           Row{"i64", "int"},          Row{"isize", "int"},
    Row{"signed", "int"},        Row{"int8", "int"},          Row{"int16", "int"},        Row{"uint", "nat"},
    Row{"unsigned", "nat"},      Row{"natural", "nat"},       Row{"Natural", "nat"},      Row{"uint32", "nat"},
    Row{"uint64", "nat"},        Row{"u32", "nat"},           Row{"u64", "nat"},          Row{"usize", "nat"},
    Row{"size_t", "nat"},        Row{"uint8", "nat"},         Row{"byte", "nat"},         Row{"list", "seq"},
    Row{"List", "seq"},          Row{"vector", "seq"},        Row{"Vector", "seq"},       Row{"ArrayList", "seq"},
    Row{"LinkedList", "seq"},    Row{"sequence", "seq"},      Row{"Sequence", "seq"},     Row{"Vec", "seq"},
    Row{"deque", "seq"},         Row{"Set", "set"},           Row{"HashSet", "set"},      Row{"TreeSet", "set"},
    Row{"unordered_set", "set"}, Row{"frozenset", "set"},     Row{"Map", "map"},          Row{"HashMap", "map"},
    Row{"TreeMap", "map"},       Row{"dict", "map"},          Row{"Dict", "map"},         Row{"Dictionary", "map"},
    Row{"unordered_map", "map"}, Row{"Array", "array"},       Row{"bag", "multiset"},     Row{"Bag", "multiset"},
    Row{"Multiset", "multiset"}, Row{"MultiSet", "multiset"}, Row{"Counter", "multiset"},
};

} // namespace

std::string_view type_called(std::string_view word) {
    const auto row = std::find_if(kTypes.begin(), kTypes.end(), [&](const Row& each) { return each.first == word; });
    return row == kTypes.end() ? std::string_view() : row->second;
}

} // namespace daphnia::support
