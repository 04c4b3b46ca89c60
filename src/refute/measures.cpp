// See the header. Measures are made of what steps can count: numbers, lengths, and their differences and sums; parts of
// values; pairs of such measures. All are evaluated on the recorded steps.
#include "refute/measures.h"

#include <algorithm>
#include <cstdlib>

namespace daphnia::refute {

namespace {

using interpret::Value;
using Number = std::int64_t;

constexpr std::size_t kMostRows = 4000;
constexpr std::size_t kMostNumbers = 9; // that are combined with each other
constexpr Number kLargest = Number{1} << 50;

// A number that the variables give before and after each step.
struct Count {
    std::string text;
    std::vector<Number> before, after;
    bool is_constant = true;
    bool is_length = false;
    bool is_literal = false;
};

enum class Change { Less, Same, Other };

// A measure of one component, by what each step does to it.
struct Component {
    std::string text;
    std::vector<Change> changes;

    bool always(Change change) const {
        return std::all_of(changes.begin(), changes.end(), [&](Change each) { return each == change; });
    }
    bool may_come_first() const {
        return std::find(changes.begin(), changes.end(), Change::Other) == changes.end() && !always(Change::Same);
    }
};

bool is_countable(const typed::Type& type) {
    const typed::TypeKind kind = typed::carrier(type).kind;
    return kind == typed::TypeKind::Int || kind == typed::TypeKind::Nat;
}

bool has_length(const typed::Type& type) {
    switch (typed::carrier(type).kind) {
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
        return true;
    default:
        return false;
    }
}

class Candidates {
  public:
    Candidates(const std::vector<const typed::Variable*>& variables, const std::vector<MeasuredSteps::Row>& rows,
               const Vocabulary& vocabulary)
        : rows_(rows) {
        for (std::size_t i = 0; i < variables.size(); ++i) {
            add(*variables[i], i);
        }
        constexpr std::size_t kMostLiterals = 4;
        for (const std::int64_t literal : vocabulary.integers) {
            if (literal > 1 && literals_.size() < kMostLiterals) {
                literals_.push_back({std::to_string(literal), std::vector<Number>(rows.size(), literal),
                                     std::vector<Number>(rows.size(), literal), true, false, true});
            }
        }
    }

    std::optional<std::string> best() {
        singles();
        differences();
        const std::size_t simple = components_.size();
        sums();
        for (const Component& component : components_) {
            if (component.always(Change::Less)) {
                return component.text;
            }
        }
        for (std::size_t i = 0; i < simple; ++i) {
            for (std::size_t j = 0; j < simple && components_[i].may_come_first(); ++j) {
                if (i != j && decides(components_[i], components_[j])) {
                    return components_[i].text + ", " + components_[j].text;
                }
            }
        }
        return std::nullopt;
    }

  private:
    void add(const typed::Variable& variable, std::size_t place) {
        const typed::Type type = typed::carrier(variable.type);
        if (is_countable(variable.type)) {
            add_count(variable.name, false,
                      [&](const auto& row, bool after) { return (after ? row.after : row.before)[place].as_small(); });
        } else if (has_length(variable.type)) {
            add_count("|" + variable.name + "|", true, [&](const auto& row, bool after) {
                const Value& value = (after ? row.after : row.before)[place];
                return std::optional(static_cast<Number>(value.elements().size()));
            });
        } else if (typed::is_array(type) && !type.nullable) {
            for (std::size_t i = 0; i < typed::dimensions(type); ++i) {
                const std::string dimension = typed::dimensions(type) == 1 ? "" : std::to_string(i);
                add_count(variable.name + ".Length" + dimension, true, [&](const auto& row, bool) {
                    return std::optional(static_cast<Number>(row.lengths[place].at(i)));
                });
            }
        } else if (type.kind == typed::TypeKind::Bool) {
            for (const bool negated : {false, true}) {
                Component component{(negated ? "!" : "") + variable.name, {}};
                for (const auto& row : rows_) {
                    const bool before = row.before[place].as_bool() != negated;
                    const bool after = row.after[place].as_bool() != negated;
                    component.changes.push_back(before == after ? Change::Same : before ? Change::Less : Change::Other);
                }
                of_other_types_.push_back(std::move(component));
            }
        } else if (type.kind == typed::TypeKind::Datatype) {
            Component component{variable.name, {}};
            for (const auto& row : rows_) {
                component.changes.push_back(row.after[place] == row.before[place]            ? Change::Same
                                            : is_inside(row.after[place], row.before[place]) ? Change::Less
                                                                                             : Change::Other);
            }
            of_other_types_.push_back(std::move(component));
        }
    }

    template <typename Read>
    void add_count(std::string text, bool is_length, const Read& read) {
        Count count{std::move(text), {}, {}, true, is_length, false};
        for (const auto& row : rows_) {
            const std::optional<Number> before = read(row, false);
            const std::optional<Number> after = read(row, true);
            if (!before || !after || std::llabs(*before) > kLargest || std::llabs(*after) > kLargest) {
                return;
            }
            count.before.push_back(*before);
            count.after.push_back(*after);
            count.is_constant = count.is_constant && *before == *after && *before == count.before.front();
        }
        if (counts_.size() < kMostNumbers) {
            counts_.push_back(std::move(count));
        }
    }

    // The sum of the counts, the later ones subtracted.
    void add_component(const std::vector<const Count*>& added, const std::vector<const Count*>& subtracted) {
        Component component;
        for (const Count* count : added) {
            component.text += (component.text.empty() ? "" : " + ") + count->text;
        }
        for (const Count* count : subtracted) {
            component.text += " - " + count->text;
        }
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            Number before = 0;
            Number after = 0;
            for (const Count* count : added) {
                before += count->before[row];
                after += count->after[row];
            }
            for (const Count* count : subtracted) {
                before -= count->before[row];
                after -= count->after[row];
            }
            component.changes.push_back(before == after                 ? Change::Same
                                        : after < before && before >= 0 ? Change::Less
                                                                        : Change::Other);
        }
        components_.push_back(std::move(component));
    }

    // What stays the same in each single run may still differ between runs.
    bool varies(const Count& count) const { return count.before != count.after; }

    void singles() {
        for (const Count& count : counts_) {
            if (varies(count)) {
                add_component({&count}, {});
            }
        }
        components_.insert(components_.end(), of_other_types_.begin(), of_other_types_.end());
    }

    // Limits first: lengths, then other variables, then numbers of the program.
    void differences() {
        std::vector<const Count*> limits;
        for (const bool length : {true, false}) {
            for (const Count& count : counts_) {
                if (count.is_length == length) {
                    limits.push_back(&count);
                }
            }
        }
        for (const Count& literal : literals_) {
            limits.push_back(&literal);
        }
        for (const Count* limit : limits) {
            for (const Count& count : counts_) {
                if (&count != limit && varies(count)) {
                    add_component({limit}, {&count});
                }
            }
        }
    }

    void sums() {
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            for (std::size_t j = i + 1; j < counts_.size(); ++j) {
                if (varies(counts_[i]) && varies(counts_[j])) {
                    add_component({&counts_[i], &counts_[j]}, {});
                }
            }
        }
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            for (std::size_t j = i; j < counts_.size(); ++j) {
                for (std::size_t k = 0; k < counts_.size(); ++k) {
                    for (std::size_t l = k + 1; l < counts_.size(); ++l) {
                        const bool apart = k != i && k != j && l != i && l != j;
                        if (apart && varies(counts_[k]) && varies(counts_[l])) {
                            std::vector<const Count*> limits{&counts_[i]};
                            if (i != j) {
                                limits.push_back(&counts_[j]);
                            }
                            add_component(limits, {&counts_[k], &counts_[l]});
                        }
                    }
                }
            }
        }
    }

    // Where the first stays the same, the second gets less.
    static bool decides(const Component& first, const Component& second) {
        for (std::size_t row = 0; row < first.changes.size(); ++row) {
            if (first.changes[row] == Change::Same && second.changes[row] != Change::Less) {
                return false;
            }
        }
        return true;
    }

    const std::vector<MeasuredSteps::Row>& rows_;
    std::vector<Count> counts_, literals_;
    std::vector<Component> of_other_types_;
    std::vector<Component> components_; // the simplest first
};

} // namespace

bool is_inside(const Value& part, const Value& whole) {
    return whole.is_assigned() && whole.has_parts() &&
           std::any_of(whole.parts().begin(), whole.parts().end(),
                       [&](const Value& each) { return each == part || is_inside(part, each); });
}

bool MeasuredSteps::is_full() const {
    return rows_.size() >= kMostRows;
}

void MeasuredSteps::at_step(const interpret::MeasuredStep& step) {
    if (step.owner != owner_) {
        return;
    }
    const bool here = step.range == place_;
    at_place_ += here ? 1 : 0;
    // Of a loop the steps of this loop; of calls those of all places, as one measure has to fit all of them.
    if ((step.loop != nullptr) != of_loop_ || (of_loop_ && !here)) {
        return;
    }
    if (!of_loop_ && step.callee != owner_) {
        of_several_ = true;
        return;
    }
    if (variables_.empty()) {
        for (const interpret::Binding& binding : step.before) {
            variables_.push_back(binding.variable);
        }
    }
    if (is_full()) {
        return;
    }
    Row row;
    for (const typed::Variable* variable : variables_) {
        const auto value_in = [&](const std::vector<interpret::Binding>& bindings) {
            const auto found = std::find_if(bindings.begin(), bindings.end(),
                                            [&](const auto& binding) { return binding.variable == variable; });
            return found == bindings.end() ? Value() : found->value;
        };
        row.before.push_back(value_in(step.before));
        row.after.push_back(value_in(step.after));
        const Value& value = row.before.back();
        const bool array = value.is_assigned() && value.is_reference() && !value.as_reference().is_null() &&
                           typed::is_array(step.heap->type_of(value.as_reference()));
        row.lengths.emplace_back();
        for (std::size_t i = 0; array && i < typed::dimensions(step.heap->type_of(value.as_reference())); ++i) {
            row.lengths.back().push_back(step.heap->length(value.as_reference(), i));
        }
    }
    rows_.push_back(std::move(row));
}

std::optional<std::string> MeasuredSteps::decreasing(const Vocabulary& vocabulary) const {
    if (rows_.empty() || of_several_) {
        return std::nullopt;
    }
    // A variable that has no value at some step cannot be measured.
    std::vector<const typed::Variable*> variables;
    std::vector<Row> rows(rows_.size());
    for (std::size_t i = 0; i < variables_.size(); ++i) {
        if (std::all_of(rows_.begin(), rows_.end(),
                        [&](const Row& row) { return row.before[i].is_assigned() && row.after[i].is_assigned(); })) {
            variables.push_back(variables_[i]);
            for (std::size_t row = 0; row < rows_.size(); ++row) {
                rows[row].before.push_back(rows_[row].before[i]);
                rows[row].after.push_back(rows_[row].after[i]);
                rows[row].lengths.push_back(rows_[row].lengths[i]);
            }
        }
    }
    return Candidates(variables, rows, vocabulary).best();
}

} // namespace daphnia::refute
