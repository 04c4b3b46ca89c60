// Prints terms and declarations as SMT-LIB.
#include "logic/smtlib.h"

#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <variant>

namespace daphnia::logic {

namespace {

constexpr std::array kReserved{"_",      "!",      "as",     "let",   "exists",  "forall", "match", "par",   "true",
                               "false",  "not",    "and",    "or",    "xor",     "=>",     "=",     "ite",   "distinct",
                               "select", "store",  "+",      "-",     "*",       "div",    "mod",   "<=",    "<",
                               ">=",     ">",      "/",      "abs",   "to_real", "to_int", "bvadd", "bvsub", "bvneg",
                               "bvmul",  "bvudiv", "bvurem", "bvule", "bvult",   "bvand",  "bvor",  "bvxor", "bvnot",
                               "bvshl",  "bvlshr", "bv2nat", "int2bv"};

bool is_simple(std::string_view name) {
    constexpr std::string_view others = "~!@$%^&*_-+=<>.?/";
    auto plain = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               others.find(c) != std::string_view::npos;
    };
    return !name.empty() && !(name.front() >= '0' && name.front() <= '9') &&
           std::all_of(name.begin(), name.end(), plain) &&
           std::find(kReserved.begin(), kReserved.end(), name) == kReserved.end();
}

struct Words {
    std::string_view integer, real, bits;
};
constexpr Words kWords[] = {
#define TERM(name, role, word) {word, word, word},
#define NUMERIC(name, role, integer, real, bits) {integer, real, bits},
#include "logic/term_kinds.def"
#undef TERM
#undef NUMERIC
};

std::string spelling(Term term) {
    if (term->kind == TermKind::Resize) {
        const std::uint32_t from = term->children.front()->sort->width;
        return from < term->sort->width ? fmt::format("(_ zero_extend {})", term->sort->width - from)
                                        : fmt::format("(_ extract {} 0)", term->sort->width - 1);
    }
    const Words& words = kWords[static_cast<std::size_t>(term->kind)];
    const SortKind sort = term->children.empty() ? term->sort->kind : term->children.front()->sort->kind;
    const std::string_view word = sort == SortKind::Bits   ? words.bits
                                  : sort == SortKind::Real ? words.real
                                                           : words.integer;
    DAPHNIA_CHECK(!word.empty(), "this kind of term has no word");
    return term->kind == TermKind::ToBits ? fmt::format("(_ {} {})", word, term->sort->width) : std::string(word);
}

// A term is worth a name when it is met twice and larger than this.
constexpr std::size_t kNamedFrom = 12;

class Printer {
  public:
    explicit Printer(const Names& names) : names_(names) {}

    // One scope: the root, or the body of one quantifier. Terms below inner quantifiers belong to these.
    void print_scope(Term root) {
        std::vector<std::vector<Term>> levels = shared_terms(root);
        std::vector<Term> named;
        std::size_t open = 0;
        for (const std::vector<Term>& level : levels) {
            out_ += "(let (";
            std::vector<std::pair<Term, std::string>> added;
            for (Term term : level) {
                added.emplace_back(term, fmt::format("${}", ++last_name_));
                out_ += fmt::format("{}({} ", added.size() == 1 ? "" : " ", added.back().second);
                print_tree(term);
                out_ += ")";
            }
            out_ += ") ";
            ++open;
            for (auto& [term, name] : added) {
                lets_.emplace(term, std::move(name));
                named.push_back(term);
            }
        }
        print_tree(root);
        out_.append(open, ')');
        for (Term term : named) {
            lets_.erase(term);
        }
    }

    std::string take() { return std::move(out_); }

  private:
    static bool is_leaf(Term term) { return term->children.empty(); }

    // The terms of this scope that get a name, by level: those of one level use only lower levels.
    std::vector<std::vector<Term>> shared_terms(Term root) const {
        struct Facts {
            std::size_t uses = 0;
            std::size_t size = 1;
            std::size_t level = 0; // of the first name that its text may use, plus one
        };
        std::unordered_map<Term, Facts> facts;
        std::vector<Term> order; // children before parents
        std::vector<std::pair<Term, bool>> stack{{root, false}};
        while (!stack.empty()) {
            auto [term, entered] = stack.back();
            stack.pop_back();
            if (entered) {
                order.push_back(term);
                continue;
            }
            if (++facts[term].uses > 1 || is_leaf(term) || lets_.contains(term)) {
                continue;
            }
            stack.emplace_back(term, true);
            if (term->quantifier == nullptr) {
                for (auto child = term->children.rbegin(); child != term->children.rend(); ++child) {
                    stack.emplace_back(*child, false);
                }
            }
        }
        auto is_named = [](const Facts& fact) { return fact.uses > 1 && fact.size >= kNamedFrom; };
        std::vector<std::vector<Term>> levels;
        for (Term term : order) {
            Facts& own = facts[term];
            if (term->quantifier != nullptr) {
                own.size = kNamedFrom;
            } else {
                for (Term child : term->children) {
                    const Facts& below = facts[child];
                    own.size += is_named(below) ? 1 : below.size;
                    own.level = std::max(own.level, below.level + (is_named(below) ? 1 : 0));
                }
            }
            if (is_named(own) && term != root) {
                levels.resize(std::max(levels.size(), own.level + 1));
                levels[own.level].push_back(term);
            }
        }
        return levels;
    }

    // The term with the names in force; `root` itself is spelled out.
    void print_tree(Term root) {
        std::vector<std::variant<Term, std::string_view>> work{root};
        bool first = true;
        while (!work.empty()) {
            auto item = work.back();
            work.pop_back();
            if (auto* text = std::get_if<std::string_view>(&item)) {
                out_ += *text;
                continue;
            }
            Term term = std::get<Term>(item);
            auto let = lets_.find(term);
            if (!first && let != lets_.end()) {
                out_ += let->second;
            } else if (term->quantifier != nullptr) {
                print_quantifier(term);
            } else if (is_leaf(term)) {
                out_ += leaf(term);
            } else {
                out_ += '(';
                out_ += term->kind == TermKind::Apply ? symbol(term->function->name) : spelling(term);
                work.emplace_back(")");
                for (auto child = term->children.rbegin(); child != term->children.rend(); ++child) {
                    work.emplace_back(*child);
                    work.emplace_back(" ");
                }
            }
            first = false;
        }
    }

    std::string leaf(Term term) const {
        switch (term->kind) {
        case TermKind::Integer:
        case TermKind::Real: {
            const std::string digits =
                support::Integer(abs(term->value)).get_str() + (term->kind == TermKind::Real ? ".0" : "");
            return sgn(term->value) < 0 ? fmt::format("(- {})", digits) : digits;
        }
        case TermKind::Bits:
            return fmt::format("(_ bv{} {})", term->value.get_str(), term->sort->width);
        case TermKind::Variable: {
            auto other = names_.variables.find(term);
            return symbol(other == names_.variables.end() ? term->name : other->second);
        }
        case TermKind::Apply:
            return symbol(term->function->name);
        default:
            return spelling(term);
        }
    }

    void print_quantifier(Term term) {
        const Quantifier& quantifier = *term->quantifier;
        out_ += fmt::format("({} (", spelling(term));
        for (Term variable : quantifier.variables) {
            out_ += fmt::format("{}({} {})", variable == quantifier.variables.front() ? "" : " ", leaf(variable),
                                print(variable->sort));
        }
        out_ += ") ";
        bool annotated = !quantifier.triggers.empty() || quantifier.weight != 0 || !quantifier.name.empty();
        out_ += annotated ? "(! " : "";
        print_scope(term->children.front());
        if (annotated) {
            print_attributes(quantifier);
        }
        out_ += ")";
    }

    void print_attributes(const Quantifier& quantifier) {
        std::unordered_map<Term, std::string> lets;
        std::swap(lets, lets_); // no names in triggers: not every solver looks behind them
        for (const Trigger& trigger : quantifier.triggers) {
            out_ += " :pattern (";
            for (std::size_t i = 0; i < trigger.size(); ++i) {
                out_ += i == 0 ? "" : " ";
                print_tree(trigger[i]);
            }
            out_ += ")";
        }
        std::swap(lets, lets_);
        out_ += quantifier.weight == 0 ? "" : fmt::format(" :weight {}", quantifier.weight);
        out_ +=
            quantifier.name.empty() ? "" : fmt::format(" :qid {}", symbol(names_.before_quantifiers + quantifier.name));
        out_ += ")";
    }

    const Names& names_;
    std::unordered_map<Term, std::string> lets_;
    std::size_t last_name_ = 0;
    std::string out_;
};

} // namespace

std::string symbol(std::string_view name) {
    return is_simple(name) ? std::string(name) : fmt::format("|{}|", name);
}

std::string print(Sort sort) {
    if (sort->kind == SortKind::Bits) {
        return fmt::format("(_ BitVec {})", sort->width);
    }
    return sort->kind == SortKind::Array ? fmt::format("(Array {} {})", print(sort->domain), print(sort->range))
                                         : symbol(sort->name);
}

std::string print(Term term, const Names& names) {
    Printer printer(names);
    printer.print_scope(term);
    return printer.take();
}

namespace {

// What terms mention. A variable may be bound in one place and free in another.
class Mentions {
  public:
    // Gives the variables that are free in these terms. Recursive over the nesting of quantifiers only.
    std::unordered_set<Term> walk(std::vector<Term> stack) {
        std::unordered_set<Term> free;
        std::unordered_set<Term> seen;
        while (!stack.empty()) {
            const Term term = stack.back();
            stack.pop_back();
            if (!seen.insert(term).second) {
                continue;
            }
            add_sort(term->sort);
            if (term->kind == TermKind::Variable) {
                free.insert(term);
            } else if (term->quantifier != nullptr) {
                const std::unordered_set<Term>& inside = inside_of(term);
                free.insert(inside.begin(), inside.end());
            } else {
                if (term->function != nullptr && functions.insert(term->function).second) {
                    std::for_each(term->function->arguments.begin(), term->function->arguments.end(),
                                  [&](Sort sort) { add_sort(sort); });
                }
                stack.insert(stack.end(), term->children.begin(), term->children.end());
            }
        }
        return free;
    }

    std::unordered_set<Sort> sorts;
    std::unordered_set<Function> functions;

  private:
    // The variables that are free in a quantifier, each of which is walked once.
    const std::unordered_set<Term>& inside_of(Term quantified) {
        const auto known = inside_.find(quantified);
        if (known != inside_.end()) {
            return known->second;
        }
        const Quantifier& quantifier = *quantified->quantifier;
        std::vector<Term> parts(quantified->children.begin(), quantified->children.end());
        for (const Trigger& trigger : quantifier.triggers) {
            parts.insert(parts.end(), trigger.begin(), trigger.end());
        }
        std::unordered_set<Term> free = walk(std::move(parts));
        for (const Term variable : quantifier.variables) {
            add_sort(variable->sort);
            free.erase(variable);
        }
        return inside_.emplace(quantified, std::move(free)).first->second;
    }

    void add_sort(Sort sort) {
        std::vector<Sort> stack{sort};
        while (!stack.empty()) {
            const Sort top = stack.back();
            stack.pop_back();
            if (top->kind == SortKind::Named) {
                sorts.insert(top);
            } else if (top->kind == SortKind::Array) {
                stack.push_back(top->domain);
                stack.push_back(top->range);
            }
        }
    }

    std::unordered_map<Term, std::unordered_set<Term>> inside_;
};

} // namespace

Declarations declarations(const std::vector<Term>& terms) {
    Mentions mentions;
    const std::unordered_set<Term> variables = mentions.walk(terms);
    Declarations result{{mentions.sorts.begin(), mentions.sorts.end()},
                        {mentions.functions.begin(), mentions.functions.end()},
                        {variables.begin(), variables.end()}};
    const auto by_id = [](const auto* a, const auto* b) { return a->id < b->id; };
    std::sort(result.sorts.begin(), result.sorts.end(), by_id);
    std::sort(result.functions.begin(), result.functions.end(), by_id);
    std::sort(result.variables.begin(), result.variables.end(), by_id);
    return result;
}

std::string print(const Declarations& declarations, const Names& names) {
    std::string out;
    for (Sort sort : declarations.sorts) {
        out += fmt::format("(declare-sort {} 0)\n", symbol(sort->name));
    }
    for (Function function : declarations.functions) {
        out += fmt::format("(declare-fun {} (", symbol(function->name));
        for (std::size_t i = 0; i < function->arguments.size(); ++i) {
            out += (i == 0 ? "" : " ") + print(function->arguments[i]);
        }
        out += fmt::format(") {})\n", print(function->result));
    }
    for (Term variable : declarations.variables) {
        auto other = names.variables.find(variable);
        out +=
            fmt::format("(declare-const {} {})\n",
                        symbol(other == names.variables.end() ? variable->name : other->second), print(variable->sort));
    }
    return out;
}

} // namespace daphnia::logic
