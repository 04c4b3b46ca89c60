// See the header.
#include "interpret/layouts.h"

#include "support/error.h"

#include <algorithm>

namespace daphnia::interpret {

const std::vector<typed::Cell>& Layouts::cells_of(const typed::Type& type) {
    std::vector<std::unique_ptr<const Layout>>& of_class = layouts_[type.klass];
    for (const auto& known : of_class) {
        if (known->type.arguments == type.arguments) {
            return known->cells;
        }
    }
    of_class.push_back(std::make_unique<const Layout>(Layout{type, typed::cells_of(type)}));
    return of_class.back()->cells;
}

std::size_t Layouts::index_of(const typed::Type& type, const typed::Field& field) {
    const std::vector<typed::Cell>& cells = cells_of(type);
    const auto cell =
        std::find_if(cells.begin(), cells.end(), [&](const typed::Cell& each) { return each.field == &field; });
    DAPHNIA_CHECK(cell != cells.end(), "objects of the class have no field " + field.name);
    return static_cast<std::size_t>(cell - cells.begin());
}

} // namespace daphnia::interpret
