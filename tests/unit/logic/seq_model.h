// Sequences of small numbers as plain vectors: a model in which the axioms of the theory must hold. Whatever the theory
// leaves open is chosen oddly here, so that an axiom that claims too much is found out.
#pragma once

#include "logic/term.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace daphnia::logic {

using Elements = std::vector<long>;

// A total function from integers: what was written, and something definite elsewhere.
struct Row {
    std::map<long, long> written;
    long seed = 0;

    long at(long index) const {
        auto found = written.find(index);
        return found != written.end() ? found->second : ((index * 7 + seed) % 3 + 3) % 3;
    }
};

inline bool operator==(const Row&, const Row&) {
    throw std::logic_error("no axiom compares rows");
}

using Value = std::variant<bool, long, Elements, Row>;
using Binding = std::map<Term, Value>;

class SeqModel {
  public:
    explicit SeqModel(long oddity) : oddity_(oddity) {}

    Value evaluate(Term term, const Binding& binding) const {
        std::vector<Value> a;
        if (term->kind == TermKind::Variable) {
            return binding.at(term);
        }
        for (Term child : term->children) {
            a.push_back(evaluate(child, binding));
        }
        auto number = [&](std::size_t i) { return std::get<long>(a[i]); };
        auto truth = [&](std::size_t i) { return std::get<bool>(a[i]); };
        switch (term->kind) {
        case TermKind::True:
            return true;
        case TermKind::False:
            return false;
        case TermKind::Integer:
            return term->value.get_si();
        case TermKind::Apply:
            return apply(term->function->name.substr(0, term->function->name.find('<')), a);
        case TermKind::Not:
            return !truth(0);
        case TermKind::And:
            return std::find(a.begin(), a.end(), Value(false)) == a.end();
        case TermKind::Or:
            return std::find(a.begin(), a.end(), Value(true)) != a.end();
        case TermKind::Implies:
            return !truth(0) || truth(1);
        case TermKind::Equal:
            return a[0] == a[1];
        case TermKind::Ite:
            return truth(0) ? a[1] : a[2];
        case TermKind::Add:
            return number(0) + number(1);
        case TermKind::Subtract:
            return number(0) - number(1);
        case TermKind::Negate:
            return -number(0);
        case TermKind::LessEqual:
            return number(0) <= number(1);
        case TermKind::Less:
            return number(0) < number(1);
        case TermKind::Select:
            return std::get<Row>(a[0]).at(number(1));
        case TermKind::Store: {
            Row row = std::get<Row>(a[0]);
            row.written[number(1)] = number(2);
            return row;
        }
        default:
            throw std::logic_error("no theory uses this kind of term");
        }
    }

  private:
    long odd_number(const Elements& s, long n) const {
        return std::accumulate(s.begin(), s.end(), static_cast<long>(s.size()) * 5 + n * 3 + oddity_);
    }
    Elements odd_elements(const Elements& s, long n) const {
        Elements result(static_cast<std::size_t>(std::abs(odd_number(s, n)) % 4), std::abs(n + oddity_) % 3);
        return result;
    }

    Value apply(const std::string& name, const std::vector<Value>& a) const {
        auto seq = [&](std::size_t i) { return std::get<Elements>(a[i]); };
        auto number = [&](std::size_t i) { return std::get<long>(a[i]); };
        if (name == "seq.empty") {
            return Elements{};
        }
        if (name == "seq.slice") {
            Elements result;
            for (long i = number(1); i < number(2); ++i) {
                result.push_back(std::get<Row>(a[0]).at(i));
            }
            return number(1) <= number(2) ? result : odd_elements({std::get<Row>(a[0]).at(0)}, number(1));
        }
        Elements s = seq(0);
        auto size = static_cast<long>(s.size());
        if (name == "seq.length") {
            return size;
        }
        if (name == "seq.at") {
            return 0 <= number(1) && number(1) < size ? s[static_cast<std::size_t>(number(1))]
                                                      : odd_number(s, number(1));
        }
        if (name == "seq.build") {
            s.push_back(number(1));
            return s;
        }
        if (name == "seq.front" || name == "seq.last") {
            long last = s.empty() ? oddity_ : s.back();
            s = s.empty() ? odd_elements(s, 1) : Elements(s.begin(), s.end() - 1);
            return name == "seq.last" ? Value(last) : Value(s);
        }
        if (name == "seq.append") {
            Elements t = seq(1);
            s.insert(s.end(), t.begin(), t.end());
            return s;
        }
        if (name == "seq.update") {
            if (0 > number(1) || number(1) >= size) {
                return odd_elements(s, number(1) + number(2));
            }
            s[static_cast<std::size_t>(number(1))] = number(2);
            return s;
        }
        if (name == "seq.take" || name == "seq.drop") {
            if (0 > number(1) || number(1) > size) {
                return odd_elements(s, number(1));
            }
            auto cut = s.begin() + number(1);
            return name == "seq.take" ? Elements(s.begin(), cut) : Elements(cut, s.end());
        }
        if (name == "seq.contains" || name == "seq.index") {
            auto found = std::find(s.begin(), s.end(), number(1));
            bool contains = found != s.end();
            return name == "seq.contains" ? Value(contains) : Value(contains ? found - s.begin() : odd_number(s, 0));
        }
        return compare(name, s, seq(1));
    }

    Value compare(const std::string& name, const Elements& s, const Elements& t) const {
        std::size_t same = 0;
        while (same < s.size() && same < t.size() && s[same] == t[same]) {
            ++same;
        }
        if (name == "seq.equal") {
            return s == t;
        }
        if (name == "seq.prefix") {
            return same == s.size();
        }
        if (name == "seq.difference" || name == "seq.mismatch") {
            return same < std::min(s.size(), t.size()) ? static_cast<long>(same) : odd_number(s, oddity_);
        }
        throw std::logic_error("the model does not know " + name);
    }

    long oddity_;
};

} // namespace daphnia::logic
