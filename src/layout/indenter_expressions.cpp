// Expressions: what goes on over several lines stands below its beginning.
#include "layout/indenter.h"

#include <algorithm>

namespace daphnia::layout {

namespace {

constexpr int kStep = 2;

bool is_comparison(std::string_view text) {
    return text == "==" || text == "!=" || text == "<" || text == "<=" || text == ">" || text == ">=" ||
           text == "<==>" || text == "in" || text == "!in" || text == "!!";
}

// Behind which && of a chain begins that goes on in what follows a let.
const Node* rest_of(const Node& node) {
    const Node* last = &node;
    while ((last->part == Part::Let || last->part == Part::Proof) && !last->parts.empty()) {
        last = &last->parts.back();
    }
    return last == &node ? nullptr : last;
}

} // namespace

void Indenter::plain(const Node& node, At at) {
    int base = at.hang.value_or(at.column);
    bool begun = false;
    const auto begin = [&](std::size_t first) {
        if (!begun) {
            base = at.hang.value_or(column(first));
            begun = true;
        }
    };
    each(
        node,
        [&](std::size_t own) {
            word(own, begun ? base + kStep : at.column, begun ? std::optional<int>() : at.comment);
            begin(own);
        },
        [&](const Node& part) {
            this->node(part, begun ? At{base + kStep, part.part == Part::Brackets ? std::optional(base) : std::nullopt}
                                   : At{at.column, {}, at.comment});
            begin(part.begin);
        });
}

void Indenter::operation(const Node& node, At at) {
    std::optional<int> base;
    each(
        node,
        [&](std::size_t own) {
            if (!base) {
                word(own, at.column, at.comment);
                base = column(own);
                return;
            }
            const std::string_view text = text_.word(own);
            const int back = is_comparison(text) && !lines_.ends_line(own) ? static_cast<int>(text.size()) + 1 : 0;
            word(own, back == 0 ? *base : std::max(*base - back, std::min(*base, floor_)));
        },
        [&](const Node& part) {
            const Node* rest = rest_of(part);
            const std::optional<int> outer_chain = chain_;
            chain_ = rest != nullptr && base ? base : std::nullopt;
            const bool hangs = base && part.part == Part::Brackets && same_line(part.begin);
            this->node(part, base ? At{*base, hangs ? base : std::nullopt} : At{at.column, {}, at.comment});
            chain_ = outer_chain;
            base = base.value_or(column(part.begin));
        });
}

// Each conclusion one step further in, if lines break between.
void Indenter::implication(const Node& node, At at) {
    std::optional<int> base;
    std::size_t arrow = node.begin;
    each(
        node,
        [&](std::size_t own) {
            arrow = own;
            word(own, base.value_or(at.column));
        },
        [&](const Node& part) {
            if (!base) {
                this->node(part, {at.column, {}, at.comment});
                base = at.hang.value_or(column(part.begin));
                return;
            }
            const bool broken = lines_.begins_line(arrow) || lines_.ends_line(arrow);
            const bool again = part.part == Part::Implication;
            this->node(part, {*base + kStep, again ? std::optional(broken ? *base + kStep : *base) : std::nullopt});
        });
}

void Indenter::suffixed(const Node& node, At at) {
    std::optional<int> base;
    each(
        node, [&](std::size_t own) { word(own, *base + kStep); },
        [&](const Node& part) {
            if (!base) {
                this->node(part, {at.column, {}, at.comment});
                base = at.hang.value_or(column(part.begin));
                return;
            }
            this->node(part, {*base, *base});
        });
}

void Indenter::brackets(const Node& node, At at) {
    word(node.begin, at.column, at.comment);
    const int open = column(node.begin);
    const int base = at.hang && same_line(node.begin) ? *at.hang : open;
    const std::size_t first = node.begin + 1;
    const bool aligned = first < node.end && same_line(first);
    const int content = aligned ? open + lines_.old_column(first) - lines_.old_column(node.begin) : base + kStep;
    const int outer_floor = floor_;
    floor_ = content;
    bool member = true; // a member begins
    each(
        node,
        [&](std::size_t own) {
            if (own == node.begin) {
                return;
            }
            const std::string_view text = text_.word(own);
            const bool last =
                own + 1 == node.end && (text == ")" || text == "]" || text == "}" || text == ">" || text == "|");
            if (last) {
                word(own, base, content);
            } else if (text == ",") {
                const int gap = own + 1 < node.end ? lines_.old_column(own + 1) - lines_.old_column(own) : 0;
                const bool leads = own + 1 < node.end && same_line(own + 1);
                word(own, leads ? std::max(content - gap, std::min(base, content)) : content, content);
            } else {
                word(own, member ? content : content + kStep);
            }
            member = text == ",";
        },
        [&](const Node& part) {
            this->node(part, {member ? content : content + kStep});
            member = false;
        });
    floor_ = outer_floor;
}

void Indenter::comprehension(const Node& node, At at) {
    int base = at.column;
    std::size_t previous = node.begin;
    each(
        node,
        [&](std::size_t own) {
            if (own == node.begin) {
                word(own, base, at.comment);
                base = at.hang.value_or(column(own));
            } else {
                word(own, base + kStep);
            }
            previous = own;
        },
        [&](const Node& part) {
            const bool leads = previous > node.begin && lines_.begins_line(previous) && !is(previous, ",");
            this->node(part, {leads ? column(previous) + kStep : base + kStep});
        });
}

void Indenter::conditional(const Node& node, At at) {
    int base = at.column;
    std::optional<int> then; // a `then` in the middle of a line, below which the `else` stood
    std::size_t previous = node.begin;
    each(
        node,
        [&](std::size_t own) {
            if (own == node.begin) {
                word(own, base, at.comment);
                base = at.hang.value_or(column(own));
            } else if (is(own, "else") && then && *then == lines_.old_column(own)) {
                word(own, column(previous));
            } else {
                word(own, base);
            }
            if (is(own, "then") && same_line(own)) {
                then = lines_.old_column(own);
            }
            previous = own;
        },
        [&](const Node& part) {
            const bool chained = is(previous, "else") && part.part == Part::If && same_line(part.begin);
            this->node(part, {base + kStep, chained ? std::optional(base) : std::nullopt});
        });
}

void Indenter::match(const Node& node, At at) {
    int base = at.column;
    each(
        node,
        [&](std::size_t own) {
            word(own, own == node.begin ? base : base + kStep, own == node.begin ? at.comment : std::nullopt);
            base = at.hang.value_or(column(own));
        },
        [&](const Node& part) {
            if (part.part != Part::Cases) {
                this->node(part, {base + kStep});
                return;
            }
            // Behind an assignment, cases without braces would stand below its beginning.
            const bool open = is(part.begin, "{");
            this->node(part, open ? At{base, base} : At{at.hang ? base + kStep : base});
        });
}

// What follows the semicolon stands below the beginning, and so does the next let on the same line.
void Indenter::let(const Node& node, At at) {
    int base = at.column;
    std::size_t previous = node.begin;
    each(
        node,
        [&](std::size_t own) {
            word(own, own == node.begin ? base : base + kStep, own == node.begin ? at.comment : std::nullopt);
            if (own == node.begin) {
                base = at.hang.value_or(column(own));
            }
            previous = own;
        },
        [&](const Node& part) {
            if (!is(previous, ";") || part.begin != previous + 1) {
                const bool value = is(previous, ":=") || is(previous, ":-") || is(previous, ":|");
                this->node(part, {base + kStep, value && same_line(part.begin) ? std::optional(base) : std::nullopt});
                return;
            }
            const bool chained = is(part.begin, "&&") || is(part.begin, "||");
            const bool goes_on = part.part == Part::Let || part.part == Part::Proof;
            this->node(part, {chained && chain_ ? *chain_ : base,
                              goes_on && same_line(part.begin) ? std::optional(base) : std::nullopt});
        });
}

void Indenter::proof(const Node& node, At at) {
    std::optional<int> base;
    each(
        node, [&](std::size_t own) { word(own, *base); },
        [&](const Node& part) {
            if (!base) {
                this->node(part, {at.column, {}, at.comment});
                base = at.hang.value_or(column(part.begin));
                return;
            }
            const bool goes_on = part.part == Part::Let || part.part == Part::Proof;
            this->node(part, {*base, goes_on && same_line(part.begin) ? base : std::nullopt});
        });
}

void Indenter::lambda(const Node& node, At at) {
    std::optional<int> base;
    constexpr int kNone = -1;
    int clauses = kNone; // their column
    each(
        node,
        [&](std::size_t own) {
            word(own, base.value_or(at.column), base ? std::optional<int>() : at.comment);
            base = base.value_or(at.hang.value_or(column(own)));
        },
        [&](const Node& part) {
            const int column = !base ? at.column : clauses == kNone ? *base + kStep : clauses;
            this->node(part, {column, {}, base ? std::optional<int>() : at.comment});
            base = base.value_or(at.hang.value_or(this->column(part.begin)));
            if (part.part != Part::Clause) {
                clauses = kNone;
            } else if (clauses == kNone) {
                clauses = this->column(part.begin);
            }
        });
}

} // namespace daphnia::layout
