#include "cache/key.h"

#include "cache/generation.h"
#include "support/digest.h"
#include "support/error.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace daphnia::cache {

namespace {

using logic::Term;

// Numbers of a fixed size and texts behind their lengths, so that no two sequences of them are the same bytes.
class Bytes {
  public:
    template <typename Number>
    void put(Number number) {
        static_assert(std::is_integral_v<Number>);
        const auto value = static_cast<std::make_unsigned_t<Number>>(number);
        for (unsigned shift = 0; shift < 8 * sizeof value; shift += 8) {
            bytes_ += static_cast<char>((value >> shift) & 0xFFU);
        }
    }
    void put_text(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

// Numbers in the order in which things are met, found by the ids that their store has given them. Two things with one
// id would be taken for each other, and one query for another: a query over two stores has no key.
class Numbers {
  public:
    template <typename Node>
    std::uint32_t find(const Node* node) const {
        if (node->id >= known_.size() || known_[node->id].node == nullptr) {
            return kUnknown;
        }
        DAPHNIA_CHECK(known_[node->id].node == node, "a query of terms of several stores");
        return known_[node->id].number;
    }
    template <typename Node>
    void add(const Node* node) {
        if (node->id >= known_.size()) {
            known_.resize(std::max<std::size_t>(node->id + std::size_t{1}, 2 * known_.size()));
        }
        known_[node->id] = {node, next_++};
    }

  private:
    struct Known {
        const void* node = nullptr;
        std::uint32_t number = 0;
    };
    std::vector<Known> known_; // by id
    std::uint32_t next_ = 0;
};

// What is met for the first time is written with all that there is to say about it.
class Writer {
  public:
    void put_count(std::size_t count) { out_.put(static_cast<std::uint32_t>(count)); }

    // Terms are as deep as a method is long, so there is no recursion over them.
    void put_root(Term root) {
        std::vector<Term> stack{root};
        while (!stack.empty()) {
            const Term term = stack.back();
            const std::size_t waiting = stack.size();
            if (terms_.find(term) == kUnknown) {
                for_each_part(term, [&](Term part) {
                    if (terms_.find(part) == kUnknown) {
                        stack.push_back(part);
                    }
                });
            }
            if (stack.size() == waiting) {
                stack.pop_back();
                if (terms_.find(term) == kUnknown) {
                    define(term);
                    terms_.add(term);
                }
            }
        }
        out_.put('r');
        put_reference(root);
    }

    std::string take() { return out_.take(); }

  private:
    template <typename Visit>
    static void for_each_part(Term term, Visit visit) {
        std::for_each(term->children.rbegin(), term->children.rend(), visit);
        if (term->quantifier != nullptr) {
            const logic::Quantifier& quantifier = *term->quantifier;
            std::for_each(quantifier.variables.begin(), quantifier.variables.end(), visit);
            for (const logic::Trigger& trigger : quantifier.triggers) {
                std::for_each(trigger.begin(), trigger.end(), visit);
            }
        }
    }

    void put_reference(Term term) { out_.put(terms_.find(term)); }

    void put_references(const std::vector<Term>& terms) {
        put_count(terms.size());
        for (const Term term : terms) {
            put_reference(term);
        }
    }

    // Its parts have numbers.
    void define(Term term) {
        const std::uint32_t sort = number(term->sort);
        const std::uint32_t function = term->function == nullptr ? kUnknown : number(term->function);
        out_.put('t');
        out_.put(static_cast<std::uint8_t>(term->kind));
        out_.put(sort);
        put_references(term->children);
        switch (term->kind) {
        case logic::TermKind::Apply:
            out_.put(function);
            break;
        case logic::TermKind::Variable:
            out_.put_text(term->name);
            break;
        case logic::TermKind::Integer:
        case logic::TermKind::Real:
        case logic::TermKind::Bits:
            out_.put_text(term->value.get_str());
            break;
        default:
            break;
        }
        if (term->quantifier != nullptr) {
            const logic::Quantifier& quantifier = *term->quantifier;
            out_.put_text(quantifier.name);
            put_references(quantifier.variables);
            put_count(quantifier.triggers.size());
            for (const logic::Trigger& trigger : quantifier.triggers) {
                put_references(trigger);
            }
            out_.put(quantifier.weight);
        }
    }

    std::uint32_t number(logic::Sort sort) {
        if (sorts_.find(sort) == kUnknown) {
            const bool array = sort->kind == logic::SortKind::Array;
            const std::uint32_t domain = array ? number(sort->domain) : kUnknown;
            const std::uint32_t range = array ? number(sort->range) : kUnknown;
            out_.put('s');
            out_.put(static_cast<std::uint8_t>(sort->kind));
            out_.put_text(sort->name);
            out_.put(domain);
            out_.put(range);
            out_.put(sort->width);
            sorts_.add(sort);
        }
        return sorts_.find(sort);
    }

    std::uint32_t number(logic::Function function) {
        if (functions_.find(function) == kUnknown) {
            std::vector<std::uint32_t> arguments;
            for (const logic::Sort argument : function->arguments) {
                arguments.push_back(number(argument));
            }
            const std::uint32_t result = number(function->result);
            out_.put('f');
            out_.put_text(function->name);
            put_count(arguments.size());
            for (const std::uint32_t argument : arguments) {
                out_.put(argument);
            }
            out_.put(result);
            functions_.add(function);
        }
        return functions_.find(function);
    }

    Bytes out_;
    Numbers terms_, sorts_, functions_;
};

} // namespace

std::string query_bytes(const solver::Query& query) {
    Writer out;
    out.put_count(query.axioms.size());
    for (const logic::Axiom* axiom : query.axioms) {
        out.put_root(axiom->formula);
    }
    out.put_count(query.hypotheses.size());
    for (const Term hypothesis : query.hypotheses) {
        out.put_root(hypothesis);
    }
    out.put_root(query.goal);
    return out.take();
}

// Those that are for whoever asks are there as well: what is between a prover and its attempts is its own affair.
std::string attempt_bytes(const solver::Attempt& attempt) {
    Bytes out;
    out.put(static_cast<std::uint8_t>(attempt.role));
    out.put(static_cast<std::uint8_t>(attempt.manner));
    out.put(attempt.seed);
    out.put(static_cast<std::uint8_t>(attempt.effort));
    out.put(static_cast<std::uint8_t>(attempt.products));
    out.put(attempt.parts);
    out.put(attempt.most.resources);
    out.put(attempt.most.milliseconds);
    out.put(attempt.most.memory_mb);
    out.put(attempt.enough);
    return out.take();
}

Keys::Keys(const solver::Query& query, const solver::Prover& prover, const solver::Attempt& attempt) {
    Bytes head;
    head.put_text(generation());
    head.put_text(prover.name());
    head.put_text(prover.parameters(attempt));
    head.put_text(attempt_bytes(attempt));
    support::Sha256 digest;
    digest.add(head.take());
    digest.add(query_bytes(query));
    common_ = std::move(digest).hex();
    within_ = support::sha256_hex(common_ + " within");
}

std::string Keys::exact(std::uint64_t resources) const {
    return support::sha256_hex(common_ + " " + std::to_string(resources));
}

} // namespace daphnia::cache
