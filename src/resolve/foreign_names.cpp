// Tables of names; see the header.
#include "resolve/foreign_names.h"

#include "support/foreign_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace daphnia::resolve {

namespace {

struct Row {
    const char* names; // with a blank between and around them
    const char* hint;
};

constexpr std::array kValues = {
    Row{" True TRUE ", "write 'true'"},
    Row{" False FALSE ", "write 'false'"},
    Row{" None NULL nil nullptr undefined Null NaN ",
        "there is no such value: a datatype says that something may be missing"},
    Row{" len length size strlen sizeof count card ",
        "the length of a sequence, set or map s is '|s|', that of an array a is 'a.Length'"},
    Row{" println printf puts echo putStrLn printLn print_string console cout fmt writeln WriteLine write Console ",
        "write 'print e;' (a line ends where it prints \"\\n\")"},
    Row{" result Result RESULT __result res_ ",
        "a result has a name, from the head: 'returns (r: int)' of a method, ': (r: int)' of a function"},
    Row{" self me ", "write 'this'"},
    Row{" not ", "'not' is written '!'"},
    Row{" and ", "'and' is written '&&'"},
    Row{" or ", "'or' is written '||'"},
    Row{" range ", "a range is written '0 <= i < n', a loop over it 'for i := 0 to n'"},
    Row{" pass nop skip ", "an empty block is '{ }'"},
    Row{" abs min max pow sqrt sum fabs ", "it is not built in: declare a function"},
    Row{" Math math std System Integer Arrays Collections Objects java numpy np Prelude String ",
        "there is no library: declare what is needed"},
    Row{" int float double str bool ", "write 'e as int'"},
    Row{" list ", "a sequence is written '[1, 2]', a part of an array 'a[..]'"},
    Row{" dict ", "a map is written 'map[k := v]'"},
    Row{" isinstance instanceof typeof ", "write 'x is T'"},
    Row{" throw raise error panic abort ", "there are no exceptions: return a value that says what went wrong"},
    Row{" fst ", "write 'p.0'"},
    Row{" snd ", "write 'p.1'"},
    Row{" assertTrue assertEquals ", "write 'expect e;', or 'assert e;' for what is to be proved"},
    Row{" sorted reversed map filter foldr foldl reduce zip enumerate any all ",
        "it is not built in: declare a function, or write a loop"},
};

// In the hints {0} is what stands before the dot.
constexpr std::array kArrayMembers = {
    Row{" length size len Size Count count LENGTH getLength num ", "write '{0}.Length'"},
};

constexpr std::array kSequenceMembers = {
    Row{" length Length size len Size Count count ", "write '|{0}|'"},
    Row{" append add push push_back Append Add Push addLast snoc cons ", "write '{0} + [x]'"},
    Row{" concat Concat extend addAll AddRange ", "write '{0} + t'"},
    Row{" contains Contains includes has elem member ", "write 'x in {0}'"},
    Row{" get at charAt elementAt nth ", "write '{0}[i]'"},
    Row{" set put ", "write '{0}[i := x]'"},
    Row{" substring slice subList Substring substr sub Slice ", "write '{0}[i..j]'"},
    Row{" take Take prefix ", "write '{0}[..n]'"},
    Row{" drop Drop suffix skip Skip ", "write '{0}[n..]'"},
    Row{" first head First Head front ", "write '{0}[0]'"},
    Row{" last Last back ", "write '{0}[|{0}| - 1]'"},
    Row{" tail rest Tail ", "write '{0}[1..]'"},
    Row{" isEmpty empty IsEmpty ", "write '|{0}| == 0'"},
};

constexpr std::array kSetMembers = {
    Row{" length Length size len Size Count count card cardinality ", "write '|{0}|'"},
    Row{" add Add insert Insert push append ", "write '{0} + {{x}}'"},
    Row{" remove Remove discard erase delete ", "write '{0} - {{x}}'"},
    Row{" contains Contains has includes member ", "write 'x in {0}'"},
    Row{" union Union addAll ", "write '{0} + t'"},
    Row{" intersect intersection Intersect retainAll inter ", "write '{0} * t'"},
    Row{" difference diff minus removeAll Except ", "write '{0} - t'"},
    Row{" isSubsetOf subset issubset isSubset subsetOf ", "write '{0} <= t'"},
    Row{" containsAll issuperset ", "write 't <= {0}'"},
    Row{" isEmpty empty IsEmpty ", "write '|{0}| == 0'"},
};

constexpr std::array kMapMembers = {
    Row{" length Length size len Size Count count ", "write '|{0}|'"},
    Row{" keys keySet dom domain keyset Domain ", "write '{0}.Keys'"},
    Row{" values rng ran Range range ", "write '{0}.Values'"},
    Row{" items entries entrySet ", "write '{0}.Items'"},
    Row{" get at Get lookup getOrDefault ", "write '{0}[k]'"},
    Row{" put set insert add Add Put ", "write '{0}[k := v]'"},
    Row{" contains containsKey ContainsKey has has_key member ", "write 'k in {0}'"},
    Row{" remove Remove delete erase ", "write '{0} - {{k}}'"},
    Row{" isEmpty empty IsEmpty ", "write '|{0}| == 0'"},
};

constexpr std::array kRealMembers = {
    Row{" floor Trunc trunc toInt intValue ", "write '{0}.Floor'"},
};

constexpr std::array kAllMembers = {
    Row{" equals Equals equal ", "write '{0} == x'"},
    Row{" toString ToString ", "'print' writes values of every type"},
};

std::string find(std::span<const Row> rows, std::string_view name) {
    const std::string wanted = fmt::format(" {} ", name);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) {
        return std::string_view(each.names).find(wanted) != std::string_view::npos;
    });
    return row == rows.end() ? "" : row->hint;
}

std::span<const Row> members_of(PreKind type) {
    switch (type) {
    case PreKind::Array:
    case PreKind::NullableArray:
        return kArrayMembers;
    case PreKind::Seq:
        return kSequenceMembers;
    case PreKind::Set:
    case PreKind::Iset:
    case PreKind::Multiset:
        return kSetMembers;
    case PreKind::Map:
    case PreKind::Imap:
        return kMapMembers;
    case PreKind::Real:
        return kRealMembers;
    default:
        return {};
    }
}

} // namespace

std::string foreign_value(std::string_view name) {
    if (name.size() > 2 && name.front() == '\'' && name.back() == '\'') {
        return fmt::format("a string stands in double quotes: \"{}\"", name.substr(1, name.size() - 2));
    }
    return find(kValues, name);
}

std::string foreign_member(PreKind type, const std::string& object, std::string_view name) {
    constexpr std::size_t kLongestObject = 40;
    std::string hint = find(members_of(type), name);
    if (hint.empty()) {
        hint = find(kAllMembers, name);
    }
    return hint.empty() ? "" : fmt::format(fmt::runtime(hint), object.size() > kLongestObject ? "…" : object);
}

std::string foreign_type(std::string_view name) {
    if (name == "void" || name == "Void" || name == "unit" || name == "Unit") {
        return "what gives nothing back is a method without 'returns'";
    }
    const std::string_view called = support::type_called(name);
    return called.empty() ? "" : fmt::format("write '{}'", called);
}

std::string foreign_module(std::string_view name) {
    constexpr const char* kLibraries =
        " java javax System std Std math Math numpy sys os random collections typing scala Prelude Data Control List "
        "Wrappers Seq ";
    return std::string_view(kLibraries).find(fmt::format(" {} ", name)) == std::string_view::npos
               ? ""
               : "there is no library: an import names a module of the program";
}

} // namespace daphnia::resolve
