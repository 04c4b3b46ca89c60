#include "cache/model.h"

#include <algorithm>
#include <iterator>
#include <new>
#include <string_view>
#include <vector>

namespace daphnia::cache {

namespace {

using logic::Term;

// FNV-1a over numbers and texts, with the bits of each spread.
class Mixer {
  public:
    void add(std::uint64_t number) {
        state_ = (state_ ^ number) * 0x9E3779B97F4A7C15U;
        state_ ^= state_ >> 29U;
    }
    void add_text(std::string_view text) {
        add(text.size());
        for (const char c : text) {
            state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        }
    }
    std::uint64_t result() const { return state_; }

  private:
    std::uint64_t state_ = 0xCBF29CE484222325U;
};

} // namespace

KnownModel::KnownModel(ModelValues values, bool is_kept, Source source, Keeper keep)
    : values_(std::move(values)), is_kept_(is_kept), source_(std::move(source)), keep_(std::move(keep)) {}

KnownModel::~KnownModel() {
    try {
        if (!is_kept_) {
            keep_(values_);
        }
    } catch (const std::bad_alloc&) { // then it is not kept
    }
}

std::optional<bool> KnownModel::boolean(Term term) {
    const std::string found = value('b', term, [term](solver::CandidateModel& model) {
        const std::optional<bool> truth = model.boolean(term);
        return std::string(!truth ? "" : *truth ? "true" : "false");
    });
    return found.empty() ? std::nullopt : std::optional(found == "true");
}

std::optional<support::Integer> KnownModel::integer(Term term) {
    const std::string found = value('i', term, [term](solver::CandidateModel& model) {
        const auto number = model.integer(term);
        return number ? number->get_str() : std::string();
    });
    support::Integer result;
    return found.empty() || result.set_str(found, 10) != 0 ? std::nullopt : std::optional(result);
}

std::optional<support::Rational> KnownModel::real(Term term) {
    const std::string found = value('r', term, [term](solver::CandidateModel& model) {
        const auto number = model.real(term);
        return number ? number->get_str() : std::string();
    });
    support::Rational result;
    if (found.empty() || result.set_str(found, 10) != 0 || result.get_den() == 0) {
        return std::nullopt;
    }
    result.canonicalize();
    return result;
}

std::string KnownModel::text(Term term) {
    return value('t', term, [term](solver::CandidateModel& model) { return model.text(term); });
}

std::string KnownModel::value(char kind, Term term, const Ask& ask) {
    const Question question{kind, number(term)};
    const auto known = values_.find(question);
    if (known != values_.end()) {
        return known->second;
    }
    if (!real_) {
        real_ = source_ ? source_() : nullptr;
    }
    if (*real_ == nullptr) {
        return {};
    }
    is_kept_ = false;
    return values_.emplace(question, ask(**real_)).first->second;
}

// Iterative, each term once.
std::uint64_t KnownModel::number(Term root) {
    std::vector<Term> stack{root};
    while (!stack.empty()) {
        const Term term = stack.back();
        const std::size_t waiting = stack.size();
        if (!numbers_.contains(term)) {
            std::copy_if(term->children.begin(), term->children.end(), std::back_inserter(stack),
                         [&](Term child) { return !numbers_.contains(child); });
        }
        if (stack.size() > waiting) {
            continue;
        }
        stack.pop_back();
        if (numbers_.contains(term)) {
            continue;
        }
        Mixer mixer;
        mixer.add(static_cast<std::uint64_t>(term->kind));
        mixer.add(term->sort->width);
        mixer.add_text(term->name);
        mixer.add_text(term->function == nullptr ? std::string_view() : term->function->name);
        mixer.add_text(term->value.get_str());
        for (const Term child : term->children) {
            mixer.add(numbers_.at(child));
        }
        numbers_.emplace(term, mixer.result());
    }
    return numbers_.at(root);
}

} // namespace daphnia::cache
