// Where objects hold their fields.
#pragma once

#include "typed/typed.h"

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

namespace daphnia::interpret {

// The cells of each class are asked for once: a program makes and reads many objects of few classes.
class Layouts {
  public:
    // Of objects of the class, in the order in which they are in the heap. What is given stays where it is.
    const std::vector<typed::Cell>& cells_of(const typed::Type& type);
    // The field's place among these.
    std::size_t index_of(const typed::Type& type, const typed::Field& field);

  private:
    struct Layout {
        typed::Type type;
        std::vector<typed::Cell> cells;
    };
    // A generic class has one for each instance.
    std::unordered_map<const typed::Class*, std::vector<std::unique_ptr<const Layout>>> layouts_;
};

} // namespace daphnia::interpret
