// A small mistake at a random place of a program text, of those that leave it well typed.
#include "workshop.h"

#include <array>
#include <cctype>

namespace daphnia::oracle {

namespace {

struct Edit {
    std::size_t begin;
    std::size_t length;
    std::string text;
};

struct Exchange {
    std::string_view from;
    std::string_view to;
};

constexpr std::array kExchanges{
    Exchange{" < ", " <= "},
    Exchange{" <= ", " < "},
    Exchange{" == ", " != "},
    Exchange{" != ", " == "},
    Exchange{" > ", " >= "},
    Exchange{" >= ", " > "},
    Exchange{" - ", " + "},
    Exchange{" / ", " % "},
    Exchange{" ==> ", " <==> "},
    Exchange{"forall ", "exists "},
    Exchange{"exists ", "forall "},
    Exchange{"old(", "("},
    Exchange{" in ", " !in "},
    Exchange{" + 1", ""},
    Exchange{" - 1", ""},
    Exchange{"true", "false"},
    Exchange{"[i]", "[i + 1]"},
    Exchange{"[i]", "[j]"},
    Exchange{".next", ".peer"},
    Exchange{".peer", ".next"},
    Exchange{".next.", "."},
    Exchange{"`n", ""},
    Exchange{"`n", "`flag"},
    Exchange{"fresh(", "!fresh("},
    Exchange{" := null", " := this"},
    Exchange{"unchanged", "!unchanged"},
};

// Quantifiers that are statements, and the braces and colons of other constructs, stay.
bool allowed(const std::string& text, std::size_t place, const Exchange& exchange) {
    if (exchange.from == "forall " || exchange.from == "exists ") {
        const std::size_t end = text.find('\n', place);
        return text.substr(place, end - place).find("::") != std::string::npos;
    }
    if (exchange.from == "true" || exchange.from == "old(" || exchange.from == "exists ") {
        return place == 0 || std::isalnum(static_cast<unsigned char>(text[place - 1])) == 0;
    }
    if (exchange.to == "[j]") {
        return text.find(" j ") != std::string::npos && text.find("j := ") != std::string::npos;
    }
    return true;
}

void add_exchanges(const std::string& text, std::vector<Edit>& edits) {
    for (const Exchange& exchange : kExchanges) {
        for (std::size_t place = text.find(exchange.from); place != std::string::npos;
             place = text.find(exchange.from, place + 1)) {
            if (allowed(text, place, exchange)) {
                edits.push_back({place, exchange.from.size(), std::string(exchange.to)});
            }
        }
    }
}

void add_literals(const std::string& text, std::vector<Edit>& edits, Random& random) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const auto is = [&](std::size_t place, auto test) {
            return test(static_cast<unsigned char>(text[place])) != 0;
        };
        const char before = text[i - 1];
        const bool alone = !is(i - 1, isalnum) && before != '.' && before != '\'' && before != '"' && before != '_' &&
                           !is(i + 1, isalnum) && text[i + 1] != '"';
        if (is(i, isdigit) && alone) {
            const int digit = text[i] - '0';
            const bool down = digit > 1 && random.chance(40);
            edits.push_back({i, 1, std::to_string(down ? digit - 1 : digit + 1)});
        }
    }
}

// Clauses and assignments that can be left out; the lines of their own.
void add_losses(const std::string& text, std::vector<Edit>& edits) {
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find('\n', begin);
        end = end == std::string::npos ? text.size() : end + 1;
        const std::string line = text.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(' ');
        const auto starts = [&](std::string_view word) {
            return first != std::string::npos && line.compare(first, word.size(), word) == 0;
        };
        const bool assignment = first != std::string::npos && std::islower(static_cast<unsigned char>(line[first])) &&
                                line.find(" := ") != std::string::npos && line.ends_with(";\n") && !starts("var ") &&
                                !starts("ghost ") && !starts("for ") && !starts("const ");
        if (starts("invariant ") || starts("requires ") || starts("modifies ") || starts("assert ") || assignment ||
            starts("decreases ") || starts("reads ")) {
            if (line.find('{') == std::string::npos) {
                edits.push_back({begin, end - begin, ""});
            }
        }
        begin = end;
    }
}

} // namespace

std::string perturbed(const std::string& unit, Random& random) {
    std::vector<Edit> edits;
    add_exchanges(unit, edits);
    add_literals(unit, edits, random);
    add_losses(unit, edits);
    if (edits.empty()) {
        return unit;
    }
    const Edit& edit = random.one_of(edits);
    std::string result = unit;
    return result.replace(edit.begin, edit.length, edit.text);
}

} // namespace daphnia::oracle
