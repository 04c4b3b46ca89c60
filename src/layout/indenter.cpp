// Declarations and statements.
#include "layout/indenter.h"

#include <algorithm>

namespace daphnia::layout {

namespace {

constexpr int kStep = 2;

} // namespace

void Indenter::run() {
    each(
        text_.tree(), [&](std::size_t stray) { word(stray, 0); }, [&](const Node& part) { node(part, {0}); });
    lines_.finish();
}

void Indenter::word(std::size_t word, int column, std::optional<int> comment) {
    lines_.place(word, column, comment.value_or(column));
}

void Indenter::node(const Node& node, At at) {
    switch (node.part) {
    case Part::File:
    case Part::Declaration:
        return declaration(node, at);
    case Part::Constructors:
    case Part::Constructor:
        return plain(node, at);
    case Part::Clause:
        return clause(node, at);
    case Part::Attribute:
        return brackets(node, at);
    case Part::Body:
    case Part::Block:
    case Part::FunctionBody:
    case Part::Cases:
        return braces(node, at);
    case Part::Calculation:
        return calculation(node, at);
    case Part::Statement:
        return statement(node, at);
    case Part::Case:
        return one_case(node, at);
    case Part::Type:
    case Part::Prefixed:
    case Part::Atom:
        return plain(node, at);
    case Part::Operation:
        return operation(node, at);
    case Part::Implication:
        return implication(node, at);
    case Part::Suffixed:
        return suffixed(node, at);
    case Part::Brackets:
        return brackets(node, at);
    case Part::Comprehension:
        return comprehension(node, at);
    case Part::If:
        return conditional(node, at);
    case Part::Match:
        return match(node, at);
    case Part::Let:
        return let(node, at);
    case Part::Proof:
        return proof(node, at);
    case Part::Lambda:
        return lambda(node, at);
    }
}

void Indenter::declaration(const Node& node, At at) {
    int base = at.column;
    bool begun = false;
    bool clauses = false;
    const auto begin = [&](std::size_t first) {
        if (!begun) {
            base = column(first);
            begun = true;
        }
    };
    const auto inner = [&](std::size_t before) {
        return lines_.begins_line(before) ? column(before) + kStep : base + kStep;
    };
    each(
        node,
        [&](std::size_t own) {
            word(own, !begun || own <= node.keyword ? base : base + kStep, at.comment);
            begin(own);
            floor_ = base + kStep;
        },
        [&](const Node& part) {
            switch (part.part) {
            case Part::Clause:
                clauses = true;
                this->node(part, {base + kStep});
                break;
            case Part::Attribute:
                this->node(part, {part.begin < node.keyword ? base : base + kStep});
                break;
            case Part::Body:
            case Part::Block:
            case Part::FunctionBody:
                this->node(part, {base, base, clauses ? base + kStep : base});
                break;
            case Part::Constructors:
                constructors(part, base);
                break;
            case Part::Brackets:
                this->node(part, {is(part.begin, "(") ? base : base + kStep,
                                  lines_.begins_line(part.begin) ? std::optional<int>() : lines_.indentation()});
                break;
            default: {
                const int column = part.begin > 0 && part.begin > node.begin ? inner(part.begin - 1) : base;
                this->node(part, {column, same_line(part.begin) ? std::optional(base) : std::nullopt});
            }
            }
            begin(part.begin);
        });
}

// Below each other, their bars below the equals sign, or one step further in than the declaration.
void Indenter::constructors(const Node& node, int base) {
    const std::size_t equals = node.begin - 1;
    const bool below_equals = same_line(equals) && !lines_.ends_line(equals);
    const int bars = below_equals ? column(equals) : base + kStep;
    bool leading_bars = is(node.begin, "|");
    for (std::size_t i = node.begin; i < node.end; ++i) {
        leading_bars = leading_bars || (lines_.begins_line(i) && is(i, "|"));
    }
    const bool single = node.parts.size() == 1;
    std::optional<int> first;
    each(
        node, [&](std::size_t own) { word(own, bars); },
        [&](const Node& part) {
            const bool behind_bar = is(part.begin - 1, "|");
            const int usual = leading_bars && (!behind_bar || lines_.begins_line(part.begin - 1)) ? bars + kStep : bars;
            const std::optional<int> hang =
                single && same_line(part.begin) && below_equals ? std::optional(base) : std::nullopt;
            this->node(part, {behind_bar && first && !lines_.begins_line(part.begin - 1) ? *first : usual, hang});
            first = first.value_or(column(part.begin));
        });
}

// A word of a list whose members stand below each other: a comma at the beginning of a line goes so far to the left
// that what follows it does.
void Indenter::list_word(std::size_t own, int list, int fallback) {
    const bool comma = is(own, ",") && lines_.begins_line(own) && own + 1 < text_.words().size();
    if (!comma) {
        word(own, fallback);
        return;
    }
    const int gap = lines_.old_column(own + 1) - lines_.old_column(own);
    word(own, gap > 0 && !lines_.begins_line(own + 1) ? std::max(list - gap, fallback - kStep) : list);
}

void Indenter::clause(const Node& node, At at) {
    int base = at.column;
    std::optional<int> list;
    bool hanging = false;
    const int outer_floor = floor_;
    each(
        node,
        [&](std::size_t own) {
            if (own == node.begin) {
                word(own, base, at.comment);
                base = column(own);
                floor_ = base;
            } else {
                list_word(own, hanging ? base + kStep : list.value_or(base + kStep), base + kStep);
            }
        },
        [&](const Node& part) {
            const bool first = !list;
            this->node(part, {list.value_or(base + kStep)});
            if (first && part.part != Part::Attribute) {
                list = column(part.begin);
                hanging = lines_.begins_line(part.begin);
            }
        });
    floor_ = outer_floor;
}

// Everything in braces, and cases without any.
void Indenter::braces(const Node& node, At at) {
    const bool open = is(node.begin, "{");
    const int outer_floor = floor_;
    const int base = at.hang.value_or(at.column);
    int content = open ? base + kStep : base;
    each(
        node,
        [&](std::size_t own) {
            if (own == node.begin && open) {
                word(own, at.column, at.comment);
                if (!at.hang) {
                    content = column(own) + kStep;
                }
                if (own + 1 < node.end && !is(own + 1, "}") && same_line(own + 1)) {
                    const int next = column(own) + lines_.old_column(own + 1) - lines_.old_column(own);
                    content = node.part == Part::Cases ? content : next;
                }
            } else if (is(own, "}") && own + 1 == node.end) {
                word(own, at.hang.value_or(column(node.begin)), content);
            } else {
                word(own, content);
            }
            floor_ = content;
        },
        [&](const Node& part) {
            if (node.part == Part::Cases && !same_line(part.begin) && part.begin > node.begin && !open) {
                content = column(node.begin);
            }
            this->node(part, {content});
        });
    floor_ = outer_floor;
}

void Indenter::statement(const Node& node, At at) {
    int base = at.column;
    bool begun = false;
    bool clauses = false;
    std::optional<int> list;
    bool hanging = false;
    const int outer_floor = floor_;
    std::size_t previous = node.begin;
    const auto begin = [&](std::size_t first) {
        if (!begun) {
            base = column(first);
            floor_ = base;
            begun = true;
        }
    };
    each(
        node,
        [&](std::size_t own) {
            const bool at_base =
                !begun || own <= node.keyword || is(own, "else") || is(own, "by") || is(own - 1, "else");
            if (at_base) {
                word(own, base, begun ? std::optional<int>() : at.comment);
            } else {
                list_word(own, hanging ? base + kStep : list.value_or(base + kStep), base + kStep);
            }
            begin(own);
            if (is(own, ":=") || is(own, ":|") || is(own, ":-") || is(own, "else")) {
                list.reset();
                hanging = false;
            }
            previous = own;
        },
        [&](const Node& part) {
            const bool first = !begun || part.begin <= node.keyword; // which may be behind a label
            switch (part.part) {
            case Part::Clause:
                clauses = true;
                this->node(part, {base + kStep});
                break;
            case Part::Block:
            case Part::Calculation:
            case Part::Cases:
                this->node(part, {base, base,
                                  first     ? at.comment
                                  : clauses ? std::optional(base + kStep)
                                            : std::nullopt});
                break;
            case Part::Attribute:
                this->node(part, {part.begin < node.keyword ? base : base + kStep});
                break;
            default: {
                const bool assigned = is(previous, ":=") || is(previous, ":-") || is(previous, ":|");
                const int column = first ? base : list.value_or(base + kStep);
                const bool hangs = same_line(part.begin) && assigned;
                this->node(part,
                           {column, hangs ? std::optional(base) : std::nullopt, first ? at.comment : std::nullopt});
                if (!list && part.part != Part::Type) {
                    list = lines_.column(part.begin);
                    hanging = lines_.begins_line(part.begin);
                }
            }
            }
            begin(part.begin);
        });
    floor_ = outer_floor;
}

// Lines one step further in, operators below the keyword.
void Indenter::calculation(const Node& node, At at) {
    const int base = at.hang.value_or(at.column);
    each(
        node,
        [&](std::size_t own) {
            const bool last = own + 1 == node.end && is(own, "}");
            word(own, base, own == node.begin ? at.comment : last ? std::optional(base + kStep) : std::nullopt);
        },
        [&](const Node& part) { this->node(part, {base + kStep}); });
}

void Indenter::one_case(const Node& node, At at) {
    int base = at.column;
    bool behind_arrow = false;
    std::optional<int> content;
    const int outer_floor = floor_;
    each(
        node,
        [&](std::size_t own) {
            if (own == node.begin) {
                word(own, base, at.comment);
                base = column(own);
            } else {
                word(own, base + kStep);
            }
            behind_arrow = behind_arrow || is(own, "=>");
            floor_ = base + kStep;
        },
        [&](const Node& part) {
            if (!behind_arrow) {
                this->node(part, {base + kStep});
                return;
            }
            this->node(part, {content.value_or(base + kStep)});
            content = content.value_or(column(part.begin));
        });
    floor_ = outer_floor;
}

} // namespace daphnia::layout
