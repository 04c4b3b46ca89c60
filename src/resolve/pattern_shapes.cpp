// Matrices of patterns in, the rows that are left for one head constructor out, until nothing is left; see the header.
#include "resolve/pattern_shapes.h"

#include <algorithm>

namespace daphnia::resolve {

namespace {

using Kind = PatternShape::Kind;
using Row = std::vector<PatternShape>;
using Rows = std::vector<Row>;

bool is_same_head(const PatternShape& a, const PatternShape& b) {
    return a.kind == b.kind && a.constructor == b.constructor && a.literal == b.literal;
}

// The row with its first pattern one of its alternatives.
Rows spread(const Row& row) {
    if (row.front().kind != Kind::Or) {
        return {row};
    }
    Rows result;
    for (const PatternShape& alternative : row.front().parts) {
        Row one = row;
        one.front() = alternative;
        for (Row& each : spread(one)) {
            result.push_back(std::move(each));
        }
    }
    return result;
}

Rows spread(const Rows& rows) {
    Rows result;
    for (const Row& row : rows) {
        for (Row& each : spread(row)) {
            result.push_back(std::move(each));
        }
    }
    return result;
}

// What the rows say about the parts of values with this head, and about the other columns.
Rows with_head(const Rows& rows, const PatternShape& head) {
    Rows result;
    for (const Row& row : rows) {
        Row rest;
        if (row.front().kind == Kind::Any) {
            rest.resize(head.parts.size());
        } else if (is_same_head(row.front(), head)) {
            rest = row.front().parts;
        } else {
            continue;
        }
        rest.insert(rest.end(), row.begin() + 1, row.end());
        result.push_back(std::move(rest));
    }
    return result;
}

Rows without_head(const Rows& rows) {
    Rows result;
    for (const Row& row : rows) {
        if (row.front().kind == Kind::Any) {
            result.emplace_back(row.begin() + 1, row.end());
        }
    }
    return result;
}

// The different heads in the first column, and whether there are no others.
struct Heads {
    std::vector<PatternShape> found;
    bool complete = false;
};

Heads heads_of(const Rows& rows) {
    Heads result;
    for (const Row& row : rows) {
        const PatternShape& first = row.front();
        if (first.kind != Kind::Any && std::none_of(result.found.begin(), result.found.end(),
                                                    [&](const auto& each) { return is_same_head(each, first); })) {
            result.found.push_back(first);
        }
    }
    if (!result.found.empty()) {
        const PatternShape& first = result.found.front();
        switch (first.kind) {
        case Kind::Constructor:
            result.complete = result.found.size() == first.datatype->constructors.size();
            break;
        case Kind::Tuple:
            result.complete = true;
            break;
        case Kind::Literal:
            result.complete = result.found.size() == 2 && (first.literal == "true" || first.literal == "false");
            break;
        case Kind::Any:
        case Kind::Or:
            break;
        }
    }
    return result;
}

std::string applied(const std::string& name, const std::vector<std::string>& parts) {
    std::string text = name;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += (i == 0 ? "(" : ", ") + parts[i];
    }
    return parts.empty() ? text : text + ")";
}

std::string text_of(const PatternShape& head, const std::vector<std::string>& parts) {
    switch (head.kind) {
    case Kind::Constructor:
        return applied(head.datatype->constructors[head.constructor].name, parts);
    case Kind::Tuple:
        return parts.empty() ? "()" : applied("", parts);
    case Kind::Literal:
        return head.literal;
    case Kind::Any:
    case Kind::Or:
        break;
    }
    return "_";
}

// A head that is not among those found.
std::string other_head(const Heads& heads) {
    if (heads.found.empty()) {
        return "_";
    }
    const PatternShape& first = heads.found.front();
    if (first.kind == Kind::Literal && (first.literal == "true" || first.literal == "false")) {
        return first.literal == "true" ? "false" : "true";
    }
    if (first.kind != Kind::Constructor) {
        return "_";
    }
    for (std::size_t i = 0; i < first.datatype->constructors.size(); ++i) {
        const bool found = std::any_of(heads.found.begin(), heads.found.end(),
                                       [&](const PatternShape& each) { return each.constructor == i; });
        if (!found) {
            const typed::Constructor& missing = first.datatype->constructors[i];
            return applied(missing.name, std::vector<std::string>(missing.fields.size(), "_"));
        }
    }
    return "_";
}

// Patterns, one for each column, that no row matches.
std::optional<std::vector<std::string>> unmatched(const Rows& all, std::size_t columns) {
    if (columns == 0) {
        return all.empty() ? std::optional(std::vector<std::string>{}) : std::nullopt;
    }
    const Rows rows = spread(all);
    const Heads heads = heads_of(rows);
    if (!heads.complete) {
        auto rest = unmatched(without_head(rows), columns - 1);
        if (rest) {
            rest->insert(rest->begin(), other_head(heads));
        }
        return rest;
    }
    for (const PatternShape& head : heads.found) {
        const std::size_t parts = head.parts.size();
        const auto found = unmatched(with_head(rows, head), parts + columns - 1);
        if (found) {
            const auto end_of_parts = found->begin() + static_cast<std::ptrdiff_t>(parts);
            std::vector<std::string> result{text_of(head, {found->begin(), end_of_parts})};
            result.insert(result.end(), end_of_parts, found->end());
            return result;
        }
    }
    return std::nullopt;
}

bool is_useful(const Rows& all, const Row& row) {
    if (row.empty()) {
        return all.empty();
    }
    const Rows rows = spread(all);
    for (const Row& one : spread(row)) {
        if (one.front().kind != Kind::Any) {
            if (is_useful(with_head(rows, one.front()), with_head({one}, one.front()).front())) {
                return true;
            }
            continue;
        }
        const Heads heads = heads_of(rows);
        if (!heads.complete) {
            if (is_useful(without_head(rows), Row(one.begin() + 1, one.end()))) {
                return true;
            }
            continue;
        }
        for (const PatternShape& head : heads.found) {
            if (is_useful(with_head(rows, head), with_head({one}, head).front())) {
                return true;
            }
        }
    }
    return false;
}

Rows as_rows(const std::vector<PatternShape>& patterns) {
    Rows result;
    for (const PatternShape& pattern : patterns) {
        result.push_back({pattern});
    }
    return result;
}

} // namespace

bool is_reachable(const std::vector<PatternShape>& before, const PatternShape& pattern) {
    return is_useful(as_rows(before), {pattern});
}

std::optional<std::string> uncovered_value(const std::vector<PatternShape>& patterns) {
    const auto found = unmatched(as_rows(patterns), 1);
    return found ? std::optional(found->front()) : std::nullopt;
}

} // namespace daphnia::resolve
