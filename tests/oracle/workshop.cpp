#include "workshop.h"

#include "support/error.h"

#include <algorithm>
#include <cctype>

namespace daphnia::oracle {

namespace {

constexpr std::size_t kLongest = 400; // characters of a symbol

bool in_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '\'';
}

} // namespace

std::string to_string(Type type) {
    switch (type) {
    case Type::Bool:
        return "bool";
    case Type::Int:
        return "int";
    case Type::Nat:
        return "nat";
    case Type::Char:
        return "char";
    case Type::String:
        return "string";
    case Type::IntSeq:
        return "seq<int>";
    case Type::Nested:
        return "seq<seq<int>>";
    case Type::Pair:
        return "(int, bool)";
    case Type::IntArray:
        return "array<int>";
    }
    DAPHNIA_CHECK(false, "a type of the generator");
}

std::string fill(std::string_view pattern, Fillings fillings) {
    std::string result;
    for (std::size_t i = 0; i < pattern.size();) {
        if (pattern[i] != '$') {
            result += pattern[i++];
            continue;
        }
        std::size_t end = ++i;
        while (end < pattern.size() && std::islower(static_cast<unsigned char>(pattern[end])) != 0) {
            ++end;
        }
        const std::string_view name = pattern.substr(i, end - i);
        const auto* found =
            std::find_if(fillings.begin(), fillings.end(), [&](const auto& filling) { return filling.first == name; });
        DAPHNIA_CHECK(found != fillings.end(), "a pattern with a name that is not filled: " + std::string(name));
        result += found->second;
        i = end;
    }
    return result;
}

std::string instance(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '@' && i + 1 < pattern.size() && std::isdigit(static_cast<unsigned char>(pattern[i + 1]))) {
            const auto index = static_cast<std::size_t>(pattern[++i] - '0');
            const std::string& argument = arguments.at(index);
            const bool name = std::all_of(argument.begin(), argument.end(), in_name);
            result += name ? argument : "(" + argument + ")";
        } else {
            result += pattern[i];
        }
    }
    return result;
}

std::string indented(const std::string& text) {
    std::string result;
    bool at_start = true;
    for (const char c : text) {
        if (at_start && c != '\n') {
            result += "  ";
        }
        result += c;
        at_start = c == '\n';
    }
    return result;
}

std::string Workshop::fresh(std::string_view stem) {
    return std::string(stem) + std::to_string(next_name_++);
}

std::optional<std::string> symbolic(const std::string& text, const Scope& scope) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const bool quoted = c == '"' || (c == '\'' && (i == 0 || !in_name(text[i - 1])));
        std::size_t end = i + 1;
        if (quoted) {
            end = text.find(c, i + 1) + 1; // the generator writes no quotes inside
        } else if (in_name(c)) {
            while (end < text.size() && in_name(text[end])) {
                ++end;
            }
        }
        const std::string token = text.substr(i, end - i);
        const auto variable = std::find_if(scope.rbegin(), scope.rend(),
                                           [&](const Variable& candidate) { return candidate.name == token; });
        i = end;
        if (variable == scope.rend()) {
            result += token;
            continue;
        }
        const bool array = variable->type == Type::IntArray;
        const bool length = text.compare(i, 7, ".Length") == 0;
        const bool elements = i < text.size() && text[i] == '[';
        if (array && (variable->parameter ? !elements : !elements && !length)) {
            result += token; // the array itself, which stays the same
            continue;
        }
        if (!variable->symbol) {
            return std::nullopt;
        }
        result += array && length ? "|" + *variable->symbol + "|" : *variable->symbol;
        i += array && length ? 7 : 0;
    }
    return result.size() <= kLongest ? std::optional(result) : std::nullopt;
}

} // namespace daphnia::oracle
