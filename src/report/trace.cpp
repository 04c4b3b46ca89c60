// The run of an explanation as a table of states; see explanation.h.
#include "report/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <vector>

namespace daphnia::report {

namespace {

using support::Explanation;
using support::NamedValue;
using support::TraceRow;

constexpr std::size_t kTableWidth = 110;
constexpr std::array<std::size_t, 4> kCellWidths{32, 20, 12, 8}; // the widest with which the table fits

struct Cell {
    std::string text;
    Style style = Style::Plain;
};
using Row = std::vector<Cell>;

// The variables of all rows, in the order in which they appear.
std::vector<std::string> columns(const Explanation& explanation) {
    std::vector<std::string> result;
    for (const TraceRow& row : explanation.trace) {
        for (const NamedValue& value : row.state) {
            if (std::find(result.begin(), result.end(), value.name) == result.end()) {
                result.push_back(value.name);
            }
        }
    }
    return result;
}

// What has changed; with colours the rest too, dimmed. A variable that does not exist yet, or no longer, has a dash.
Row table_row(const TraceRow& row, const std::vector<std::string>& names, std::map<std::string, std::string>& before,
              std::size_t cell_width, bool colour) {
    Row result{{row.range.has_file() ? std::to_string(row.range.begin_place().line) : "", Style::Quiet},
               {on_one_line(row.event)}};
    for (const std::string& name : names) {
        const auto value =
            std::find_if(row.state.begin(), row.state.end(), [&](const NamedValue& each) { return each.name == name; });
        const std::string text = value == row.state.end() ? "-" : on_one_line(value->value);
        const auto known = before.find(name);
        const bool same = known != before.end() && known->second == text;
        before[name] = text;
        result.push_back({same && !colour ? "" : cut(text, cell_width),
                          same || value == row.state.end() ? Style::Quiet : Style::Plain});
    }
    return result;
}

std::vector<Row> table(const Explanation& explanation, const std::vector<std::string>& names, std::size_t cell_width,
                       bool colour) {
    std::vector<Row> result;
    Row header{{"line", Style::Bold}, {"", Style::Bold}};
    for (const std::string& name : names) {
        header.push_back({cut(on_one_line(name), cell_width), Style::Bold});
    }
    result.push_back(std::move(header));
    std::map<std::string, std::string> before;
    const std::size_t gap = explanation.trace_cut ? explanation.trace.size() / 2 : explanation.trace.size();
    for (std::size_t i = 0; i < explanation.trace.size(); ++i) {
        if (i == gap) {
            result.push_back({{"…", Style::Quiet}});
        }
        result.push_back(table_row(explanation.trace[i], names, before, cell_width, colour));
    }
    return result;
}

std::vector<std::size_t> widths(const std::vector<Row>& rows) {
    std::vector<std::size_t> result(rows.front().size(), 0);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            result[i] = std::max(result[i], width(row[i].text));
        }
    }
    return result;
}

std::size_t total(const std::vector<std::size_t>& column_widths) {
    std::size_t result = 0;
    for (const std::size_t each : column_widths) {
        result += each + 2;
    }
    return result;
}

void write_row(const Row& row, const std::vector<std::size_t>& column_widths, const Terminal& terminal) {
    std::string line;
    std::size_t owed = 0; // blanks that are written only when something follows them
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& text = row[i].text;
        const std::size_t padding = column_widths[i] - width(text);
        const bool number = i == 0;
        owed += number ? 2 + padding : 2;
        if (!text.empty()) {
            line += std::string(owed, ' ') + terminal.paint(row[i].style, text);
            owed = 0;
        }
        owed += number ? 0 : padding;
    }
    terminal.out() << line << '\n';
}

} // namespace

void write_trace(const Explanation& explanation, const Terminal& terminal) {
    if (explanation.trace.empty()) {
        return;
    }
    const std::vector<std::string> names = columns(explanation);
    std::vector<Row> rows;
    std::vector<std::size_t> column_widths;
    for (const std::size_t cell_width : kCellWidths) {
        rows = table(explanation, names, cell_width, terminal.colour());
        column_widths = widths(rows);
        if (total(column_widths) <= kTableWidth) {
            break;
        }
    }
    for (const Row& row : rows) {
        write_row(row, column_widths, terminal);
    }
}

} // namespace daphnia::report
